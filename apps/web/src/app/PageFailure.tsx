// What is shown instead of a page: it failed, it stopped working, it does not exist.
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Failure } from '../api/failure.ts';
import { Button, buttonClasses } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';

/** A part of the page that a newer build has replaced can no longer be loaded. */
const missingChunk = /dynamically imported module|importing a module script failed|error loading dynamically/i;

export function PageFailure({ error, reset }: ErrorComponentProps): ReactElement {
  const { say } = useWords();
  const router = useRouter();
  const client = useQueryClient();
  if (error instanceof Failure) {
    const retry = () => {
      void client.invalidateQueries();
      reset();
      void router.invalidate();
    };
    return <ErrorState isPage error={error} onRetry={retry} />;
  }
  const isNewVersion = error instanceof Error && missingChunk.test(error.message);
  return (
    <div role="alert">
      <EmptyState
        isPage
        icon="warning"
        title={say(isNewVersion ? shellWords.newVersion : shellWords.crashed)}
        action={
          <Button look="primary" onPress={() => location.reload()}>
            {say(shellWords.reload)}
          </Button>
        }
      >
        {say(isNewVersion ? shellWords.newVersionWhy : shellWords.crashedWhy)}
      </EmptyState>
    </div>
  );
}

export function NotFound(): ReactElement {
  const { say } = useWords();
  usePageTitle(say(shellWords.notFound));
  return (
    <main id="page" tabIndex={-1}>
      <EmptyState
        isPage
        icon="search"
        title={say(shellWords.notFound)}
        action={
          <Link to="/" className={buttonClasses('primary')}>
            {say(shellWords.backToRounds)}
          </Link>
        }
      >
        {say(shellWords.notFoundWhy)}
      </EmptyState>
    </main>
  );
}
