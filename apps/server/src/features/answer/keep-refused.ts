// What becomes of edits that could not enter an answer: kept as one proposal of their author as long as they belong together, never dropped.
import { asId, findQuestion, hasRoomForProposal, isKept, type PersonId, sizeOfProposal } from '@chancery/domain';
import {
  documentId,
  growProposal,
  hasUnreadNotice,
  historyOf,
  keepProposal,
  lockRound,
  type NewNotice,
  openProposalsOf,
  type Proposal,
  type QuestionOfRound,
  sendNotices,
  type Transaction,
} from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import type { Context } from '../../context.ts';
import { OutOfDateError, tryAgain } from '../../decision/try-again.ts';
import { noticesOfKept, noticesOfUnkept } from '../../decision/who-is-told.ts';
import type { RoundState } from '../../round/round-state.ts';
import { hasEdited } from './editing-spells.ts';
import type { Placement } from '../../late-edit/place-refused.ts';
import { standingOf } from '../../late-edit/standing.ts';

/** Keeps what the update would have changed. Does nothing for one that the answer has already, or whose author has nothing to lose. */
export async function keepRefused(context: Context, answer: QuestionOfRound, refused: RefusedUpdate): Promise<void> {
  const state = await context.states.find(answer.round);
  const question = state === null ? undefined : findQuestion(state.questionnaire, answer.question);
  const person = asId<PersonId>(refused.author.person);
  if (state === null || question === undefined || !(await isWorthKeeping(context, state, answer, refused))) return;
  const work = async () => {
    const standing = await standingOf(context, answer, question);
    const mine = openOf(person, await openProposalsOf(context.store.read, answer));
    const placement = await context.lateEdits.place({ standing, refused, mine });
    if (placement.status === 'nothing' || placement.status === 'known') return null;
    return context.store.transaction((tx) => keepPlaced(tx, { state, answer, person, refused, mine, placement }));
  };
  const kept = await tryAgain(work, () => {
    throw new Error('the proposals of one person changed at every try');
  });
  if (kept === null) return;
  context.hub.tell(answer.round, { kind: 'answer-changed', question: answer.question });
  if (kept.notices.length > 0) context.hub.tellPerson(person, { kind: 'notices-changed' });
}

async function isWorthKeeping(
  context: Context,
  state: RoundState,
  { round, question }: QuestionOfRound,
  { author, reason }: RefusedUpdate,
): Promise<boolean> {
  const membership = state.memberships.get(asId<PersonId>(author.person)) ?? null;
  // Someone who only reads is told `frozen` as well while the document is.
  const couldWrite = reason === 'right-lost';
  if (isKept({ membership, couldWrite, hasWritten: false })) return true;
  const history = await historyOf(context.store.read, documentId(round, question));
  return isKept({ membership, couldWrite, hasWritten: hasEdited(asId<PersonId>(author.person), history) });
}

interface Keeping {
  readonly state: RoundState;
  readonly answer: QuestionOfRound;
  readonly person: PersonId;
  readonly refused: RefusedUpdate;
  /** The proposals for which the placement was found. */
  readonly mine: readonly Proposal[];
  readonly placement: Extract<Placement, { status: 'grows' | 'new' }>;
}

/** Null when there was no room for it. The round's lock keeps two servers from growing one proposal at once. */
async function keepPlaced(tx: Transaction, keeping: Keeping): Promise<{ readonly notices: readonly NewNotice[] } | null> {
  const { state, answer, person, refused, placement } = keeping;
  if ((await lockRound(tx, answer.round)) === null) return null;
  const open = await openProposalsOf(tx, answer);
  if (!areSame(openOf(person, open), keeping.mine)) throw new OutOfDateError();
  if (placement.status === 'grows') {
    const { id, update, text } = placement;
    await growProposal(tx, id, { update, text, at: refused.at });
    return { notices: [] };
  }
  const { status: _, ...made } = placement;
  if (!hasRoomForProposal(sizeOfProposal(made), { mine: keeping.mine.map(sizeOfProposal), all: open.map(sizeOfProposal) })) {
    return tellOnce(tx, noticesOfUnkept(state, answer.question, person, refused));
  }
  await keepProposal(tx, { ...answer, person, reason: refused.reason, ...made, at: refused.at });
  const notices = noticesOfKept(state, answer.question, person, refused);
  await sendNotices(tx, notices);
  return { notices };
}

/** One unread notice is enough, however much more its author types. */
async function tellOnce(tx: Transaction, notices: readonly NewNotice[]): Promise<{ readonly notices: readonly NewNotice[] } | null> {
  const [notice] = notices;
  if (notice === undefined || (await hasUnreadNotice(tx, notice))) return null;
  await sendNotices(tx, notices);
  return { notices };
}

function openOf(person: PersonId, open: readonly Proposal[]): readonly Proposal[] {
  return open.filter((proposal) => proposal.person === person);
}

/** A proposal changes only by growing. */
function areSame(left: readonly Proposal[], right: readonly Proposal[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ id, text, update }, at) => {
      const other = right[at];
      return other !== undefined && id === other.id && text === other.text && update?.length === other.update?.length;
    })
  );
}
