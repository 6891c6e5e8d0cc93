// Owns what is said where there is nothing, or where something could not be shown.
import type { ReactElement, ReactNode } from 'react';
import { failureCode } from '../api/failure.ts';
import { refusalSentence } from '../words/refusals.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/use-words.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do about it. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon = 'file', title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <Icon name={icon} size={28} className="text-ink-faint" />
      <p className="text-17 font-semibold">{title}</p>
      {children === undefined ? null : <div className="max-w-prose text-15 text-ink-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}

/** Says what went wrong in the words of its code, and offers to try again. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactElement {
  const { say } = useWords();
  const isUnreachable = failureCode(error) === 'unreachable';
  return (
    <div role="alert">
      <EmptyState
        icon={isUnreachable ? 'no-connection' : 'warning'}
        title={say(isUnreachable ? shellWords.unreachable : shellWords.failed)}
        action={onRetry === undefined ? undefined : <Button onPress={onRetry}>{say(shellWords.tryAgain)}</Button>}
      >
        {say(refusalSentence(error))}
      </EmptyState>
    </div>
  );
}
