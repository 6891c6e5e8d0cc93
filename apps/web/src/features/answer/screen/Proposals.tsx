// Owns the proposals of an answer: words that somebody wrote but that are not in it, until they are accepted or declined.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, AnswerView } from '@chancery/contract';
import { can } from '@chancery/domain';
import type { ReactElement } from 'react';
import { actorOf, placeOf } from '../../../api/acting.ts';
import { call } from '../../../api/call.ts';
import { useRound } from '../../../api/current-round.ts';
import { proposalsQuery, refreshAnswer } from '../../../api/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToasts } from '../../../ui/Toasts.tsx';
import { proposalReasonWords, proposalWords } from '../../../words/answer.ts';
import { useWords } from '../../../words/use-words.ts';

type Proposal = AnswerOf<'readProposals'>['proposals'][number];

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

function ProposalCard({ proposal, answer }: { readonly proposal: Proposal; readonly answer: AnswerView }): ReactElement {
  const { say, moment } = useWords();
  const { round, people } = useRound();
  const { tellFailure } = useToasts();
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (outcome: 'accepted' | 'declined') =>
      call('settleProposal', { params: { round: round.id, proposal: proposal.id }, body: { outcome, reason: '' } }),
    onError: tellFailure,
    onSettled: () => refreshAnswer(client, round.id, answer.question),
  });
  const maySettle = can(actorOf(round.me), 'edit', placeOf(round, answer, answer.definition));
  const person = people.get(proposal.person ?? '')?.name ?? say(proposalWords.somebody);
  return (
    <li className="rounded-6 bg-paper px-4 py-3">
      <p className="text-13 text-ink-soft">{say(proposalReasonWords[proposal.reason], { person, when: moment(proposal.at) })}</p>
      <blockquote className="mt-1 max-h-60 overflow-y-auto whitespace-pre-wrap text-ink">{proposal.text}</blockquote>
      {maySettle ? (
        <div className="mt-2 flex gap-2">
          {proposal.canBeAccepted ? (
            <Button size="small" look="primary" isBusy={settle.isPending} onPress={() => settle.mutate('accepted')}>
              {say(proposalWords.accept)}
            </Button>
          ) : null}
          <Button size="small" isBusy={settle.isPending} onPress={() => settle.mutate('declined')}>
            {say(proposalWords.decline)}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
