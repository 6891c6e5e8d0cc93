// What is said after an import: what became of every answer and why, or how far it came.
import { Link } from '@tanstack/react-router';
import { assertNever } from '@chancery/domain';
import { type ReactElement, useEffect, useRef } from 'react';
import type { MessageDescriptor } from 'react-intl';
import { useRound } from '../../../api/current-round.ts';
import { Button, buttonClasses } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { importWords, outcomeWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { ReportedImport, ImportState } from './use-import.ts';
import { OutcomeRow } from './OutcomeRow.tsx';

type Ended = Extract<ImportState, { status: 'reported' | 'ended' }>;

export function ImportReportView({ state, onStartAgain }: { readonly state: Ended; readonly onStartAgain: () => void }): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { icon, colour, title } = headOf(state);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex gap-3">
        <Icon name={icon} size={28} className={colour} />
        <div>
          <h2 ref={heading} tabIndex={-1} className="text-21 font-semibold">
            {say(title)}
          </h2>
          {state.status === 'reported' ? (
            <Counts report={state.report} />
          ) : (
            <p className="mt-1 max-w-[72ch] text-15 text-ink-soft">
              {say(state.why === 'cancelled' ? importWords.cancelledWhy : importWords.lostWhy, { done: state.done, of: state.of })}
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Link to="/rounds/$round/questionnaire" params={{ round: round.id }} className={buttonClasses('primary')}>
          {say(importWords.seeForm)}
        </Link>
        <Button onPress={onStartAgain}>{say(importWords.again)}</Button>
      </div>
      {state.status === 'reported' ? (
        <Card>
          <ul>
            {state.report.outcomes.map((outcome) => (
              <OutcomeRow key={outcome.question} outcome={outcome} />
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

function headOf(state: Ended): { readonly icon: IconName; readonly colour: string; readonly title: MessageDescriptor } {
  switch (state.status) {
    case 'reported':
      return { icon: 'check-circle', colour: 'text-accepted', title: importWords.done };
    case 'ended':
      return state.why === 'cancelled'
        ? { icon: 'dash', colour: 'text-ink-soft', title: importWords.cancelled }
        : { icon: 'no-connection', colour: 'text-warning', title: importWords.lost };
    default:
      return assertNever(state);
  }
}

const order = ['filled', 'proposed', 'same', 'refused'] as const;

function Counts({ report: { outcomes } }: { readonly report: ReportedImport }): ReactElement {
  const { say } = useWords();
  const counts = order.map((kind) => ({ kind, count: outcomes.filter(({ outcome }) => outcome === kind).length }));
  return (
    <p className="numbers-aligned mt-1 flex flex-wrap gap-x-4 text-15 text-ink-soft">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <span key={kind}>
            {say(outcomeWords[kind])}: {count}
          </span>
        ))}
    </p>
  );
}
