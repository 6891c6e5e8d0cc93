// The proposals of an answer: words that somebody wrote but that are not in it, until they are put in or declined.
import { useQuery } from '@tanstack/react-query';
import type { AnswerView } from '@chancery/contract';
import type { ReactElement } from 'react';
import { useRound } from '../../api/current-round.ts';
import { proposalsQuery } from '../../api/queries.ts';
import { proposalWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { ProposalCard } from './ProposalCard.tsx';

export function Proposals({ answer }: { readonly answer: AnswerView }): ReactElement | null {
  const { say } = useWords();
  const { round } = useRound();
  const { data } = useQuery({ ...proposalsQuery(round.id, answer.question), enabled: answer.openProposals > 0 });
  if (answer.openProposals === 0 || data === undefined || data.proposals.length === 0) return null;
  return (
    <details className="mb-4 rounded-6 bg-accent-tint px-4 py-3">
      <summary className="font-medium text-accent">{say(proposalWords.title, { count: data.proposals.length })}</summary>
      <ul className="mt-3 flex flex-col gap-3">
        {data.proposals.map((it) => (
          <ProposalCard key={it.id} proposal={it} answer={answer} />
        ))}
      </ul>
    </details>
  );
}
