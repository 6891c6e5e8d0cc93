// What is said about a download while it runs and after it; read aloud.
import { assertNever } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/page/ProgressBar.tsx';
import { downloadWords, fileSize } from './words.ts';
import { refusalSentence } from '../words/refusals.ts';
import { useWords } from '../words/use-words.ts';
import type { DownloadState } from './use-download.ts';

export function DownloadOutcome({ state }: { readonly state: DownloadState }): ReactElement {
  return (
    <div aria-live="polite" className="text-15 empty:hidden">
      <Said state={state} />
    </div>
  );
}

function Said({ state }: { readonly state: DownloadState }): ReactNode {
  const words = useWords();
  const { say } = words;
  switch (state.status) {
    case 'idle':
      return null;
    case 'preparing':
      return <Line>{say(downloadWords.preparing)}</Line>;
    case 'receiving':
      return <Receiving received={state.received} of={state.of} />;
    case 'saved':
      return (
        <Line icon="check-circle" colour="text-accepted">
          {say(downloadWords.saved, { file: state.fileName, size: fileSize(state.size, words) })}
        </Line>
      );
    case 'cancelled':
      return <Line icon="dash">{say(downloadWords.cancelled)}</Line>;
    case 'failed':
      return (
        <Line icon="warning" colour="text-danger">
          {say(...refusalSentence(state.failure))}
        </Line>
      );
    default:
      return assertNever(state);
  }
}

function Receiving({ received, of }: { readonly received: number; readonly of: number | null }): ReactElement {
  const words = useWords();
  const size = fileSize(received, words);
  const label =
    of === null
      ? words.say(downloadWords.receiving, { received: size })
      : words.say(downloadWords.receivingOf, { received: size, of: fileSize(of, words) });
  return (
    // The numbers change too often to be read aloud.
    <span aria-live="off" className="numbers-aligned flex flex-col gap-1 text-ink-soft">
      {label}
      {of === null ? null : <ProgressBar label={label} value={received} of={of} />}
    </span>
  );
}

interface LineProps {
  readonly icon?: IconName;
  readonly colour?: string;
  readonly children: ReactNode;
}

function Line({ icon, colour = 'text-ink-soft', children }: LineProps): ReactElement {
  return (
    <span className={`flex items-start gap-1.5 ${colour}`}>
      {icon === undefined ? null : <Icon name={icon} className="mt-0.5" />}
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </span>
  );
}
