// What stands beside a question on the screen: its status, its marks, who leads it, the way to it.
import { Link } from '@tanstack/react-router';
import type { AnswerRow, RoundView } from '@chancery/contract';
import type { Question } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { AgencyChip } from '../../ui/badge/AgencyChip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Mark, type MarkFact, StatusBadge } from '../../ui/badge/StatusBadge.tsx';
import { questionnaireWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';

interface QuestionMarginProps {
  readonly round: RoundView;
  readonly question: Question;
  readonly row: AnswerRow;
}

export function QuestionMargin({ round, question, row }: QuestionMarginProps): ReactElement {
  const { say } = useWords();
  const { agencies } = useRound();
  const agency = row.assignment === null ? undefined : agencies.get(row.assignment.leadingAgency);
  const name =
    question.number === null
      ? say(questionnaireWords.openUnnumbered, { text: question.text })
      : say(questionnaireWords.open, { number: question.number });
  const isGivenLater = question.answeredBy === 'respondent' && row.status === 'drafting';
  return (
    <>
      {isGivenLater ? <span className="text-13 text-ink-soft">{say(questionnaireWords.byRespondent)}</span> : <StatusBadge answer={row} />}
      {isGivenLater && row.isReadable
        ? null
        : marksOf(row).map((mark) => <Mark key={mark.name} mark={mark} className="lg:whitespace-normal" />)}
      {agency === undefined ? null : <AgencyChip agency={agency} className="text-13 text-ink-soft" />}
      <Link
        to="/rounds/$round/questions/$question"
        params={{ round: round.id, question: question.id }}
        aria-label={name}
        className="touch-target inline-flex min-h-6 items-center gap-1 text-13 font-medium text-accent hover:underline"
      >
        {say(questionnaireWords.openShort)}
        <Icon name="arrow-end" size={14} />
      </Link>
    </>
  );
}

/** What stands in the way of the answer, in the order in which it matters. A frozen answer has no marks but its proposals, one that cannot be read only that. */
export function marksOf(row: AnswerRow): readonly MarkFact[] {
  if (!row.isReadable) return [{ name: 'unreadable', count: 1 }];
  const isFrozen = row.status === 'accepted' || row.status === 'sealed';
  const marks: readonly MarkFact[] = [
    { name: 'returned', count: row.takenBack?.kind === 'returned' ? 1 : 0 },
    { name: 'reopened', count: row.takenBack?.kind === 'reopened' ? 1 : 0 },
    { name: 'open-query', count: isFrozen ? 0 : row.openQueries },
    { name: 'to-confirm', count: isFrozen ? 0 : row.toConfirm.length },
    { name: 'required-empty', count: isFrozen ? 0 : row.empty.length },
    { name: 'stale-clearance', count: isFrozen ? 0 : row.stale.length },
    { name: 'open-proposal', count: row.openProposals },
  ];
  return marks.filter((mark) => mark.count > 0);
}
