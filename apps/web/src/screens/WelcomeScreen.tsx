// The page that an invitation leads to: for whom it is, name, title and password, then signed in.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useLayoutEffect, useState } from 'react';
import { failureCode } from '../api/failure.ts';
import { invitationQuery } from '../api/queries.ts';
import { buttonClasses } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { SkeletonPage } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { welcomeWords } from '../features/sign-in/words.ts';
import { WelcomeForm } from '../features/sign-in/WelcomeForm.tsx';

export function WelcomeScreen(): ReactElement {
  const { say } = useWords();
  const token = useTokenOnce();
  usePageTitle(say(welcomeWords.title));
  return (
    <main id="page" tabIndex={-1} className="mx-auto max-w-xl px-4 py-8 sm:px-6 sm:py-16">
      <p className="text-17 font-semibold tracking-[-0.01em] text-accent">{say(shellWords.product)}</p>
      {token === '' ? <NoWay title={say(welcomeWords.noLinkTitle)}>{say(welcomeWords.noLink)}</NoWay> : <Invitation token={token} />}
    </main>
  );
}

function Invitation({ token }: { readonly token: string }): ReactElement {
  const { say } = useWords();
  const invitation = useQuery(invitationQuery(token));
  const [isUsed, setIsUsed] = useState(false);
  if (isUsed || failureCode(invitation.error) === 'link-used') {
    return <NoWay title={say(welcomeWords.usedTitle)}>{say(welcomeWords.used)}</NoWay>;
  }
  if (invitation.data !== undefined) return <WelcomeForm token={token} invited={invitation.data} onUsed={() => setIsUsed(true)} />;
  if (invitation.error !== null) return <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />;
  return <SkeletonPage />;
}

function NoWay({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const { say } = useWords();
  return (
    <div className="mt-6 rounded-6 bg-surface ring-1 ring-line" role="alert">
      <h1 className="sr-only">{say(welcomeWords.title)}</h1>
      <EmptyState
        icon="link"
        title={title}
        action={
          <Link to="/sign-in" search={{}} className={buttonClasses('primary')}>
            {say(welcomeWords.signIn)}
          </Link>
        }
      >
        {children}
      </EmptyState>
    </div>
  );
}

/** The token behind the address's `#`, which is removed from the address at once: it must not stay in the history or on a screen that is shared. */
function useTokenOnce(): string {
  const [token] = useState(() => location.hash.slice(1));
  useLayoutEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return token;
}
