// What is shown instead of a page: it failed, it stopped working, it does not exist.
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Failure } from '../api/failure.ts';
import { Button, buttonClasses } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { PartMissing } from '../ui/page/on-demand.ts';
import { MissingPart } from '../ui/page/PartBoundary.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';

export function PageFailure({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const client = useQueryClient();
  const retry = () => {
    void client.invalidateQueries();
    reset();
    void router.invalidate();
  };
  if (error instanceof Failure) return <ErrorState isPage error={error} onRetry={retry} />;
  return error instanceof PartMissing ? <MissingPart isPage missing={error} onRetry={retry} /> : <Stopped />;
}

function Stopped(): ReactElement {
  const { say } = useWords();
  return (
    <div role="alert">
      <EmptyState
        isPage
        icon="warning"
        title={say(shellWords.crashed)}
        action={
          <Button look="primary" onPress={() => location.reload()}>
            {say(shellWords.reload)}
          </Button>
        }
      >
        {say(shellWords.crashedWhy)}
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
