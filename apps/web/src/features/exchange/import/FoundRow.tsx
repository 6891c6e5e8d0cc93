// One question of the preview: whether to import it, what will happen, and source and result side by side.
import type { Question } from '@chancery/domain';
import { type ReactElement, useId, useState } from 'react';
import { Checkbox } from '../../../ui/form/Checkbox.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { fateWords, importWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import { canBeImported, type FoundAnswer, isToConfirm } from './choose-answers.ts';
import { Comparison } from './Comparison.tsx';
import { QuestionCell, questionName } from './QuestionCell.tsx';

interface FoundRowProps {
  readonly answer: FoundAnswer;
  readonly question: Question | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

export function FoundRow({ answer, question, isChosen, onChoose }: FoundRowProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const name = questionName(question, words);
  const hasTick = isToConfirm(answer) && answer.fate !== 'same';
  return (
    <li className={classNames('border-b border-line last:border-0', isOpen && 'bg-canvas')}>
      <div className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1.5 px-3 py-2.5 sm:px-4 lg:grid-cols-[1.5rem_minmax(0,1fr)_17rem_auto] lg:items-center">
        {canBeImported(answer) ? (
          <Checkbox label={say(importWords.chooseRow, { question: name })} isLabelHidden isChecked={isChosen} onChange={onChoose} />
        ) : (
          <Icon name="dash" className="mt-1 ms-px text-line-strong" />
        )}
        <QuestionCell question={question} />
        <div className="row-start-2 flex flex-col gap-1 max-lg:col-start-2 max-lg:ms-9 lg:row-start-1 lg:col-start-3">
          <FateBadge fate={answer.fate} />
          {hasTick ? (
            <span className="inline-flex items-start gap-1.5 text-15 text-warning">
              <Icon name="warning" className="mt-0.5" />
              {say(importWords.confirmTick)}
            </span>
          ) : null}
        </div>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          aria-label={say(importWords.compareQuestion, { question: name })}
          onClick={() => setIsOpen(!isOpen)}
          className="touch-target inline-flex min-h-7 items-center gap-1 rounded-6 px-2 text-13 font-medium text-accent hover:bg-accent-tint"
        >
          <span className="max-sm:sr-only">{say(importWords.compare)}</span>
          <Icon name="chevron-down" className={classNames('transition-transform duration-100', isOpen && 'rotate-180')} />
        </button>
      </div>
      {isOpen && question !== undefined ? (
        <div id={panelId}>
          <Comparison answer={answer} question={question} />
        </div>
      ) : null}
    </li>
  );
}

const looks: Record<FoundAnswer['fate'], { readonly icon: IconName; readonly colour: string }> = {
  fill: { icon: 'pencil', colour: 'text-accepted' },
  propose: { icon: 'proposal', colour: 'text-drafting' },
  same: { icon: 'check', colour: 'text-ink-soft' },
  'nothing-found': { icon: 'empty-field', colour: 'text-ink-soft' },
  frozen: { icon: 'lock', colour: 'text-warning' },
  'not-yours': { icon: 'lock', colour: 'text-warning' },
  unreadable: { icon: 'warning', colour: 'text-danger' },
};

/** The fate of a found answer, always in words, by an icon and by a colour. */
function FateBadge({ fate }: { readonly fate: FoundAnswer['fate'] }): ReactElement {
  const { say } = useWords();
  return (
    <span className={`inline-flex items-start gap-1.5 text-15 ${looks[fate].colour}`}>
      <Icon name={looks[fate].icon} className="mt-0.5" />
      {say(fateWords[fate])}
    </span>
  );
}
