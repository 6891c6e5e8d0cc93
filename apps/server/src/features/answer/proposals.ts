// Owns proposals: listing them, putting one into the answer, declining one.
import { addContent } from '@chancery/answer-doc';
import type { AnswerOf } from '@chancery/contract';
import type { RoundId } from '@chancery/domain';
import { findProposal, now, openProposalsOf, type Proposal, settleProposal } from '@chancery/store';
import { checkAnswerRight, stateOf } from '../../access.ts';
import type { Context } from '../../context.ts';
import { editAnswer } from '../../edit-answer.ts';
import { implement, type Server } from '../../implement.ts';
import { ProblemError } from '../../problem.ts';
import type { SignedIn } from '../../session.ts';

/** Serves the proposals of an answer. */
export function serveProposals(server: Server, context: Context): void {
  implement(server, 'readProposals', async ({ params, by }) => {
    const state = await stateOf(context, params.round);
    checkAnswerRight(state, by.person, params.question, 'read');
    return { proposals: (await openProposalsOf(context.store.read, params)).map(toView) };
  });
  implement(server, 'settleProposal', async ({ params, body, by }) => {
    await settle(context, { ...params, outcome: body.outcome, by });
    return { ok: true };
  });
}

interface Settling {
  readonly round: RoundId;
  readonly proposal: string;
  readonly outcome: 'accepted' | 'declined';
  readonly by: SignedIn;
}

/** Whoever may edit the answer settles its proposals. Accepted content is added behind what the answer holds; nothing is replaced. */
async function settle(context: Context, settling: Settling): Promise<void> {
  const passed = await context.turns.pass(`proposal:${settling.proposal}`, () => settleInTurn(context, settling));
  if (passed === null) throw settledAlready();
}

/** The text first and then the settlement: what ends between the two, a server or a right, leaves a proposal that is still open, and loses no text. */
async function settleInTurn(context: Context, { round, proposal: id, outcome, by }: Settling): Promise<void> {
  const state = await context.states.find(round);
  const proposal = state === null ? null : await findProposal(context.store.read, round, id);
  if (state === null || proposal === null) throw new ProblemError('not-found', 'There is no such proposal.');
  checkAnswerRight(state, by.person, proposal.question, 'edit');
  if (proposal.settlement !== null) throw settledAlready();
  const { content, question } = proposal;
  if (outcome === 'accepted') {
    if (content === null)
      throw new ProblemError('conflict', 'This text has to be put into the answer by hand: copy it, then decline it here.');
    await editAnswer(context, { round, question }, by.person, (doc, definition) => addContent(doc, definition, content.fields));
  }
  const isFirst = await context.store.transaction(async (tx) => settleProposal(tx, id, { outcome, by: by.person.id, at: await now(tx) }));
  if (!isFirst) throw settledAlready();
  context.hub.tell(round, { kind: 'answer-changed', question });
}

function settledAlready(): ProblemError {
  return new ProblemError('conflict', 'Somebody else has settled this proposal already.');
}

function toView({ id, person, reason, text, at, content }: Proposal): AnswerOf<'readProposals'>['proposals'][number] {
  return { id, person, reason, text, at, canBeAccepted: content !== null };
}
