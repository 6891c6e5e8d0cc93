// How ticks are read: every printed option with its box, as on paper, and the remark beside it.
import type { ChoiceField, ChoicesField, ChoiceValue } from '@chancery/domain';
import type { ReactElement } from 'react';
import { classNames } from '../ui/class-names.ts';
import { contentWords } from './words.ts';
import { useWords } from '../words/use-words.ts';

interface ChoiceViewProps {
  readonly field: ChoiceField | ChoicesField;
  readonly value: ChoiceValue | null;
}

export function ChoiceView({ field, value }: ChoiceViewProps): ReactElement {
  const { say } = useWords();
  return (
    <ul className="flex flex-col gap-1">
      {field.options.map(({ id, label }) => {
        const isTicked = value?.chosen.includes(id) ?? false;
        const remark = value?.remarks?.[id];
        return (
          <li key={id} className="flex gap-2.5">
            <TickBox isTicked={isTicked} />
            <span className={classNames(!isTicked && 'text-ink-soft', isTicked && 'font-medium')}>
              <span className="sr-only">{say(isTicked ? contentWords.ticked : contentWords.notTicked)} </span>
              <bdi>{label}</bdi>
              {remark === undefined ? null : (
                <>
                  {': '}
                  <bdi className="font-normal text-ink">{remark}</bdi>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** ☒ and ☐ as the form prints them, drawn so that they look the same everywhere. */
function TickBox({ isTicked }: { readonly isTicked: boolean }): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={classNames('mt-[0.28em] size-[1em] shrink-0', isTicked ? 'text-ink' : 'text-line-strong')}
    >
      <path d="M1.5 1.5h13v13h-13z" fill="none" stroke="currentColor" strokeWidth="1.4" />
      {isTicked ? <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" /> : null}
    </svg>
  );
}
