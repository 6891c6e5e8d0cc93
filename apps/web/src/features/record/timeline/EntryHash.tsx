// The hash of an entry: its beginning, and the whole of it to copy.
import type { RecordEntry } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useToasts } from '../../../ui/overlay/Toasts.tsx';
import { recordWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';

const shownLength = 10;

export function EntryHash({ entry: { hash, sequence } }: { readonly entry: RecordEntry }): ReactElement {
  const { say } = useWords();
  const { tell } = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(hash);
      tell(say(recordWords.copied, { sequence }));
    } catch {
      // Browsers allow it only to pages served over https, or not at all.
      tell(say(recordWords.notCopied, { hash }));
    }
  };
  return (
    <button
      type="button"
      title={hash}
      onClick={() => void copy()}
      className="touch-target inline-flex min-h-6 items-center gap-1 rounded-3 px-1 text-13 text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <span aria-hidden="true" className="font-[ui-monospace,monospace]">
        {hash.slice(0, shownLength)}…
      </span>
      <span className="sr-only">{say(recordWords.copyHash, { sequence })}</span>
      <CopyIcon />
    </button>
  );
}

function CopyIcon(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5.5 5.5h7v8h-7zM10.5 5.5V2.5h-7v8h2" />
    </svg>
  );
}
