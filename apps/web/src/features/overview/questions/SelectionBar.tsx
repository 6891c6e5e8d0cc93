// What can be done with the selected questions.
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { overviewWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';

interface SelectionBarProps {
  readonly count: number;
  readonly onAssign: () => void;
  readonly onClear: () => void;
}

/** Lies over the foot of the page, so that nothing moves when the first question is selected. */
export function SelectionBar({ count, onAssign, onClear }: SelectionBarProps): ReactElement {
  const { say } = useWords();
  return (
    <div aria-live="polite" className="print:hidden pointer-events-none fixed inset-x-0 bottom-4 z-10 flex justify-center px-4">
      {count === 0 ? null : (
        <div className="pointer-events-auto flex flex-wrap items-center gap-2 rounded-6 bg-surface py-2 ps-4 pe-2 shadow-raised ring-1 ring-line">
          <span className="numbers-aligned text-15 font-medium">{say(overviewWords.selected, { count })}</span>
          <Button look="quiet" onPress={onClear}>
            {say(overviewWords.clearSelection)}
          </Button>
          <Button look="primary" onPress={onAssign}>
            {say(overviewWords.assign)}
          </Button>
        </div>
      )}
    </div>
  );
}
