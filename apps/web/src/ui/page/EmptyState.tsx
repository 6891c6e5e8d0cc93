// What is said where there is nothing, or where something could not be shown.
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { failureCode, requestIdOf } from '../../api/failure.ts';
import { refusalSentence } from '../../words/refusals.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { Button, buttonClasses } from '../Button.tsx';
import { Icon, type IconName } from '../Icon.tsx';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** True where it stands instead of a whole page. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
  /** What to do about it. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon = 'file', title, isPage = false, children, action }: EmptyStateProps): ReactElement {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <Icon name={icon} size={28} className="text-ink-faint" />
      <Title className="text-17 font-semibold">{title}</Title>
      {children === undefined ? null : <div className="max-w-prose text-15 text-ink-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly isPage?: boolean;
  readonly onRetry?: () => void;
}

/** Says what went wrong in the words of its code, and what to do: try again, or go where there is something. */
export function ErrorState({ error, isPage = false, onRetry }: ErrorStateProps): ReactElement {
  const { say } = useWords();
  const code = failureCode(error);
  // What is not as it should be is found in the log of the server by this.
  const reportedAs = code === 'bug' || code === 'database-unavailable' ? requestIdOf(error) : undefined;
  const retry = onRetry === undefined ? undefined : <Button onPress={onRetry}>{say(shellWords.tryAgain)}</Button>;
  const leave = (
    <Link to="/" className={buttonClasses()}>
      {say(shellWords.backToRounds)}
    </Link>
  );
  return (
    <div role="alert">
      <EmptyState
        isPage={isPage}
        icon={code === 'unreachable' ? 'no-connection' : 'warning'}
        title={say(code === 'unreachable' ? shellWords.unreachable : shellWords.failed)}
        action={code === 'not-found' || code === 'not-permitted' ? leave : retry}
      >
        {say(...refusalSentence(error))}
        {reportedAs === undefined ? null : <p className="mt-2 text-13 text-ink-faint">{say(shellWords.requestId, { id: reportedAs })}</p>}
      </EmptyState>
    </div>
  );
}
