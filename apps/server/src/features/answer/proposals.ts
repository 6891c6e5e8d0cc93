// Owns proposals: listing them, putting one into the answer, declining one.
import { addContent } from '@chancery/answer-doc';
import type { AnswerOf } from '@chancery/contract';
import type { RoundId } from '@chancery/domain';
import { findProposal, now, openProposalsOf, type Proposal, settleProposal } from '@chancery/store';
import { checkAnswerRight, noSuchRound } from '../../access.ts';
import type { Context } from '../../context.ts';
import { editAnswer } from '../../edit-answer.ts';
import { implement, type Server } from '../../implement.ts';
import { ProblemError } from '../../problem.ts';
import type { SignedIn } from '../../session.ts';

/** Serves the proposals of an answer. */
export function serveProposals(server: Server, context: Context): void {
  implement(server, 'readProposals', async ({ params, by }) => {
    const state = await context.states.find(params.round);
    if (state === null) throw noSuchRound();
    checkAnswerRight(state, by.person, params.question, 'read');
    return { proposals: (await openProposalsOf(context.store.read, params)).map(toView) };
  });
  implement(server, 'settleProposal', async ({ params, body, by }) => {
    await settle(context, params, body.outcome, by);
    return { ok: true };
  });
}

/** Whoever may edit the answer settles its proposals. Accepted content is added behind what the answer holds; nothing is replaced. */
async function settle(
  context: Context,
  { round, proposal: id }: { round: RoundId; proposal: string },
  outcome: 'accepted' | 'declined',
  by: SignedIn,
): Promise<void> {
  const state = await context.states.find(round);
  const proposal = state === null ? null : await findProposal(context.store.read, round, id);
  if (state === null || proposal === null) throw new ProblemError('not-found', 'There is no such proposal.');
  checkAnswerRight(state, by.person, proposal.question, 'edit');
  const { content } = proposal;
  if (outcome === 'accepted' && content === null)
    throw new ProblemError('conflict', 'This text has to be put into the answer by hand: copy it, then decline it here.');
  const isFirst = await context.store.transaction(async (tx) => settleProposal(tx, id, { outcome, by: by.person.id, at: await now(tx) }));
  if (!isFirst) throw new ProblemError('conflict', 'Somebody else has settled this proposal already.');
  if (outcome === 'accepted' && content !== null) {
    await editAnswer(context, { round, question: proposal.question }, by.person, (doc, question) =>
      addContent(doc, question, content.fields),
    );
  }
  context.hub.tell(round, { kind: 'answer-changed', question: proposal.question });
}

function toView({ id, person, reason, text, at, content }: Proposal): AnswerOf<'readProposals'>['proposals'][number] {
  return { id, person, reason, text, at, canBeAccepted: content !== null };
}
