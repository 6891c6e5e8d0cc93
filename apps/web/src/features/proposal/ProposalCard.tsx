// One proposal on the screen: who wrote it, when and why it is here, what it would change, and the two ways to settle it.
import type { AnswerView, BodyOf, ResponseOf } from '@chancery/contract';
import { can, type QuestionId } from '@chancery/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { actorOf, accessFactsOf } from '../../api/acting.ts';
import { call } from '../../api/call.ts';
import { useRound } from '../../api/current-round.ts';
import { refreshAnswer } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/overlay/Toasts.tsx';
import { proposalReasonWords, proposalWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { DeclineDialog } from './DeclineDialog.tsx';
import { leaveProposal, proposalElement } from './show-proposal.ts';

export type ShownProposal = ResponseOf<'readProposals'>['proposals'][number];

export function ProposalCard({ proposal, answer }: { readonly proposal: ShownProposal; readonly answer: AnswerView }): ReactElement {
  const { say, moment } = useWords();
  const { people, round } = useRound();
  const { tell } = useToasts();
  const headId = useId();
  const [isDeclining, setIsDeclining] = useState(false);
  const reasonOff = useReasonOff(answer);
  const person = people.get(proposal.person ?? '')?.name ?? say(proposalWords.somebody);
  const author = { person, isYou: String(proposal.person === round.me.person) };
  const settling = useSettling(answer.question, proposal.id, (outcome) => {
    setIsDeclining(false);
    tell(say(outcome === 'accepted' ? proposalWords.accepted : proposalWords.declined, author));
    leaveProposal(proposal.id);
  });
  return (
    <li
      id={proposalElement(proposal.id)}
      tabIndex={-1}
      aria-labelledby={headId}
      className="scroll-mt-4 rounded-6 bg-paper px-4 py-3 focus-visible:outline-2 focus-visible:outline-accent"
    >
      <p id={headId} className="text-13 text-ink-soft">
        {say(proposalReasonWords[proposal.reason], { ...author, when: moment(proposal.at) })}
      </p>
      <WhatItBrings proposal={proposal} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          size="small"
          look="primary"
          reasonOff={reasonOff}
          isBusy={settling.isPending}
          onPress={() => settling.mutate({ outcome: 'accepted', reason: '' })}
        >
          {say(proposalWords.accept)}
        </Button>
        {reasonOff === null ? (
          <Button size="small" isBusy={settling.isPending} onPress={() => setIsDeclining(true)}>
            {say(proposalWords.decline)}
          </Button>
        ) : null}
      </div>
      {isDeclining ? (
        <DeclineDialog
          author={author}
          words={proposal.added || proposal.removed || proposal.text}
          isUnderWay={settling.isPending}
          onCancel={() => setIsDeclining(false)}
          onDecline={(reason) => settling.mutate({ outcome: 'declined', reason })}
        />
      ) : null}
    </li>
  );
}

function useReasonOff(answer: AnswerView): string | null {
  const { say } = useWords();
  const { round } = useRound();
  const actor = actorOf(round.me);
  const access = accessFactsOf(round, answer, answer.definition);
  if (can(actor, 'edit', access)) return null;
  return say(can(actor, 'edit', { ...access, isFrozen: false }) ? proposalWords.offFrozen : proposalWords.offNotYours);
}

function WhatItBrings({ proposal: { text, added, removed, enters } }: { readonly proposal: ShownProposal }): ReactElement {
  const { say } = useWords();
  return (
    <>
      {added === '' ? null : <Words label={say(proposalWords.adds)} words={added} edge="border-accepted" />}
      {removed === '' ? null : <Words label={say(proposalWords.takesOut)} words={removed} edge="border-danger" />}
      {enters === 'nothing' ? <Words label={say(proposalWords.nothingLeft)} words={text} edge="border-line-strong" /> : null}
      {enters === 'edit' && added === '' && removed === '' ? <p className="mt-2">{say(proposalWords.onlyForm)}</p> : null}
      {enters === 'words' ? <p className="mt-2 text-13 text-ink-soft">{say(proposalWords.behind)}</p> : null}
    </>
  );
}

function Words({ label, words, edge }: { readonly label: string; readonly words: string; readonly edge: string }): ReactElement {
  return (
    <div className="mt-2">
      <p className="text-13 font-medium">{label}</p>
      <blockquote className={`mt-1 max-h-60 overflow-y-auto border-s-3 ps-3 whitespace-pre-wrap text-ink ${edge}`}>{words}</blockquote>
    </div>
  );
}

/** `onSuccess` is called while the proposal is still on the screen. */
function useSettling(question: QuestionId, proposal: string, onSuccess: (outcome: BodyOf<'settleProposal'>['outcome']) => void) {
  const { round } = useRound();
  const { tellFailure } = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'settleProposal'>) => call('settleProposal', { params: { round: round.id, proposal }, body }),
    onSuccess: (_answer, { outcome }) => onSuccess(outcome),
    onError: tellFailure,
    onSettled: () => refreshAnswer(client, round.id, question),
  });
}
