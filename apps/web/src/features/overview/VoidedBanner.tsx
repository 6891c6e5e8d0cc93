// The banner of a round whose approval is void: when it was given and sent, and which answer was reopened by whom.
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CurrentRound } from '../../api/current-round.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { overviewWords } from './words.ts';

export function VoidedBanner({ current }: { readonly current: CurrentRound }): ReactElement | null {
  const { say, moment } = useWords();
  const { round, questions, people } = current;
  const { voidedApproval } = round;
  if (voidedApproval === null) return null;
  const by = voidedApproval.voidedBy === null ? undefined : people.get(voidedApproval.voidedBy)?.name;
  const moments = { approved: moment(voidedApproval.approvedAt), voided: moment(voidedApproval.voidedAt) };
  const reopened = voidedApproval.question === null ? undefined : questions.get(voidedApproval.question);
  const number = reopened?.number ?? null;
  const question = number === null ? say(overviewWords.anAnswer) : say(overviewWords.aQuestionOf, { number });
  return (
    <Banner tone="danger" className="mt-4">
      <p className="font-semibold">
        {by === undefined ? say(overviewWords.voidedUnknown, moments) : say(overviewWords.voided, { ...moments, by, question })}
      </p>
      {voidedApproval.sentAt === null ? null : (
        <p className="text-ink">{say(overviewWords.voidedSent, { sent: moment(voidedApproval.sentAt) })}</p>
      )}
      <Link to="/rounds/$round/approval" params={{ round: round.id }} className="font-medium text-accent underline underline-offset-2">
        {say(overviewWords.seeApproval)}
      </Link>
    </Banner>
  );
}
