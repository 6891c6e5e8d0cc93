// What is shown instead of a page: it failed, it stopped working, it does not exist.
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { type ReactElement, useEffect, useEffectEvent } from 'react';
import { Failure } from '../api/failure.ts';
import { Button, buttonClasses } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { PartMissing } from '../ui/page/on-demand.ts';
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
  if (error instanceof PartMissing && error.why === 'unreachable') return <NeverOpened missing={error} onRetry={retry} />;
  return <Stopped isNewVersion={error instanceof PartMissing} />;
}

/** Nothing is loaded again by itself: what is typed elsewhere in this tab would be gone. */
function NeverOpened({ missing, onRetry }: { readonly missing: PartMissing; readonly onRetry: () => void }): ReactElement {
  const { say } = useWords();
  const retry = useEffectEvent(() => {
    missing.forget();
    onRetry();
  });
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, []);
  return (
    <div role="alert">
      <EmptyState
        isPage
        icon="no-connection"
        title={say(shellWords.neverOpened)}
        action={
          <Button
            look="primary"
            onPress={() => {
              missing.forget();
              onRetry();
            }}
          >
            {say(shellWords.tryAgain)}
          </Button>
        }
      >
        {say(shellWords.neverOpenedWhy)}
      </EmptyState>
    </div>
  );
}

function Stopped({ isNewVersion }: { readonly isNewVersion: boolean }): ReactElement {
  const { say } = useWords();
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
