// The end of a proposal: put into the answer under its author's name, or declined with a reason. Either happens once.
import { findQuestion, type PersonId, reasonOfSettlement, type RoundId } from '@chancery/domain';
import { type FixedProposal, findProposal, fixProposal, lockRound, now, type Proposal, sendNotices, settleProposal } from '@chancery/store';
import * as Y from 'yjs';
import { checkAnswerRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { editAnswer } from '../../decision/edit-answer.ts';
import { OutOfDateError, tryAgain } from '../../decision/try-again.ts';
import { allowed, ProblemError } from '../../http/problem.ts';
import type { RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { standingOf } from '../../late-edit/standing.ts';
import { noticesOfSettled } from '../../decision/who-is-told.ts';

export interface Settling {
  readonly round: RoundId;
  readonly proposal: string;
  readonly outcome: 'accepted' | 'declined';
  readonly reason: string;
  readonly by: SignedIn;
}

/** Settles the proposal for someone who may edit the answer. */
export async function settle(context: Context, settling: Settling): Promise<void> {
  const passed = await context.turns.pass(`proposal:${settling.proposal}`, () => settleInTurn(context, settling));
  if (passed === null) throw settledAlready();
}

async function settleInTurn(context: Context, settling: Settling): Promise<void> {
  const { round, outcome, by } = settling;
  const settleOnce = async () => {
    const { state, proposal } = await findOpen(context, settling);
    const reason = allowed(reasonOfSettlement(outcome, settling.reason));
    const entered = outcome === 'accepted' ? await enter(context, settling, proposal) : proposal;
    await end(context, { state, by, ended: { outcome, reason }, entered });
    return proposal;
  };
  const proposal = await tryAgain(settleOnce, () => {
    throw new ProblemError('conflict', 'The author is still adding to this proposal. Try again in a moment.');
  });
  context.hub.tell(round, { kind: 'answer-changed', question: proposal.question });
  if (proposal.person !== null && proposal.person !== by.person.id) context.hub.tellPerson(proposal.person, { kind: 'notices-changed' });
}

async function findOpen(
  context: Context,
  { round, proposal: id, by }: Settling,
): Promise<{ readonly state: RoundState; readonly proposal: Proposal }> {
  const state = await context.states.find(round);
  const proposal = state === null ? null : await findProposal(context.store.read, round, id);
  const question = state === null || proposal === null ? undefined : findQuestion(state.questionnaire, proposal.question);
  if (state === null || proposal === null || question === undefined) throw new ProblemError('not-found', 'There is no such proposal.');
  checkAnswerRight(state, by.person, proposal.question, 'edit'); // E3
  if (proposal.settlement !== null) throw settledAlready();
  return { state, proposal };
}

/**
 * Puts the proposal into the answer and returns it as it entered. The text comes first and then the settlement: what ends between the
 * two leaves a proposal that is still open. Entering again then changes nothing, since it is the same Yjs update, here or on another server.
 */
async function enter(context: Context, { round, by }: Settling, proposal: Proposal): Promise<Proposal> {
  const state = await stateOf(context, round);
  const { question } = checkAnswerRight(state, by.person, proposal.question, 'edit');
  const standing = await standingOf(context, proposal, question);
  const readied = await context.lateEdits.ready({ standing, proposal });
  const ready = readied.status === 'ready' ? proposal : await fix(context, proposal, readied);
  const { update } = ready;
  if (update === null) throw new Error(`proposal ${proposal.id} has no update to enter the answer with`);
  const author = proposal.person === null ? null : { person: proposal.person, agency: agencyOf(state, proposal.person) };
  await editAnswer(context, proposal, by.person, (doc) => Y.applyUpdate(doc, update), author);
  return ready;
}

/** Keeps the update that was made of the words, once: the second to try takes what the first has made. */
async function fix(context: Context, { round, id }: Proposal, made: FixedProposal): Promise<Proposal> {
  await context.store.transaction((tx) => fixProposal(tx, id, made));
  const fixed = await findProposal(context.store.read, round, id);
  if (fixed === null || fixed.settlement !== null) throw settledAlready();
  return fixed;
}

interface Ending {
  readonly state: RoundState;
  readonly by: SignedIn;
  readonly ended: Pick<Settling, 'outcome' | 'reason'>;
  readonly entered: Proposal;
}

/** Its author types on while somebody accepts: it is out of date when it has grown since it entered. Throws when somebody else has settled it. */
async function end(context: Context, { state, by, ended, entered }: Ending): Promise<void> {
  await context.store.transaction(async (tx) => {
    await lockRound(tx, state.id); // growing holds it too
    const standing = await findProposal(tx, state.id, entered.id);
    if (standing?.settlement === null && ended.outcome === 'accepted' && !isSame(standing.update, entered.update))
      throw new OutOfDateError();
    const at = await now(tx);
    if (!(await settleProposal(tx, entered.id, { ...ended, reason: ended.reason === '' ? null : ended.reason, by: by.person.id, at })))
      throw settledAlready();
    await sendNotices(tx, noticesOfSettled(state, entered, { ...ended, by, at }));
  });
}

function isSame(left: Uint8Array | null, right: Uint8Array | null): boolean {
  return left !== null && right !== null && left.length === right.length && left.every((byte, at) => byte === right[at]);
}

function agencyOf(state: RoundState, person: PersonId): string {
  return state.memberships.get(person)?.agency ?? '';
}

function settledAlready(): ProblemError {
  return new ProblemError('conflict', 'Somebody else has settled this proposal already.');
}
