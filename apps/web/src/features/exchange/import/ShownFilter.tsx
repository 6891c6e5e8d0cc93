// Which of the found answers are shown: all, or those that something will happen to.
import type { ReactElement } from 'react';
import type { MessageDescriptor } from 'react-intl';
import { classNames } from '../../../ui/class-names.ts';
import { fateFilterWords, importWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { type FoundAnswer, type FoundFilter, shownCounts } from './choose-answers.ts';

interface ShownFilterProps {
  readonly answers: readonly FoundAnswer[];
  readonly shown: FoundFilter;
  readonly onShow: (shown: FoundFilter) => void;
}

export function ShownFilter({ answers, shown, onShow }: ShownFilterProps): ReactElement {
  const { say } = useWords();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{say(importWords.filter)}</legend>
      {shownCounts(answers).map(({ shown: kind, count }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === shown}
          onClick={() => onShow(kind)}
          className={classNames(
            'touch-target inline-flex min-h-8 items-center gap-1.5 rounded-full px-3 text-15',
            kind === shown ? 'bg-accent-fill font-medium text-on-accent' : 'bg-surface text-ink ring-1 ring-line hover:bg-sunken',
          )}
        >
          {say(nameOf(kind))}
          <span className={classNames('numbers-aligned', kind !== shown && 'text-ink-soft')}>{count}</span>
        </button>
      ))}
    </fieldset>
  );
}

function nameOf(shown: FoundFilter): MessageDescriptor {
  if (shown === 'all') return importWords.all;
  return shown === 'confirm' ? importWords.confirmTick : fateFilterWords[shown];
}
