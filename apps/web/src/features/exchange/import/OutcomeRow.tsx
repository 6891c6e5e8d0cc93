// One line of the report: the question, what happened to it, and why.
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRound } from '../../../api/current-round.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { outcomeReasonWords, outcomeWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { ReportedImport } from './use-import.ts';
import { QuestionCell } from './QuestionCell.tsx';

type Outcome = ReportedImport['outcomes'][number];

const looks: Record<Outcome['outcome'], { readonly icon: IconName; readonly colour: string }> = {
  filled: { icon: 'check', colour: 'text-accepted' },
  proposed: { icon: 'proposal', colour: 'text-drafting' },
  same: { icon: 'check', colour: 'text-ink-soft' },
  refused: { icon: 'warning', colour: 'text-warning' },
};

export function OutcomeRow({ outcome: { question: id, outcome, reason } }: { readonly outcome: Outcome }): ReactElement {
  const { say } = useWords();
  const { round, questions } = useRound();
  const { icon, colour } = looks[outcome];
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-15 last:border-0 lg:grid-cols-[minmax(0,1fr)_12rem_minmax(0,22rem)]">
      <Link
        to="/rounds/$round/questions/$question"
        params={{ round: round.id, question: id }}
        className="min-w-0 hover:text-accent hover:underline"
      >
        <QuestionCell question={questions.get(id)} />
      </Link>
      <span className={`inline-flex items-start gap-1.5 max-lg:ms-9 ${colour}`}>
        <Icon name={icon} className="mt-0.5" />
        {say(outcomeWords[outcome])}
      </span>
      <span className="text-ink-soft max-lg:ms-9">{reason === null ? null : say(outcomeReasonWords[reason])}</span>
    </li>
  );
}
