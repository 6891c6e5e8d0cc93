// What becomes of edits that could not enter an answer: kept as one proposal of their author as long as they belong together, never dropped.
import { asId, findQuestion, hasRoomForProposal, isKept, type PersonId } from '@chancery/domain';
import {
  documentId,
  historyOf,
  growProposal,
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
import { mergeUpdates } from 'yjs';
import type { Context } from '../../context.ts';
import type { RoundState } from '../../round/round-state.ts';
import { hasEdited } from './editing-spells.ts';
import { areOfOneClient, type Brought, examineLateEdit, type LateEdit, type AuthorStanding, standingOf } from './late-edit.ts';
import { noticesOfKept } from '../../decision/who-is-told.ts';

/** Of one proposal's update; what comes beyond it begins another. */
const maxBytes = 2 * 1024 * 1024;

interface Keeping extends QuestionOfRound {
  readonly person: PersonId;
  readonly refused: RefusedUpdate;
  readonly standing: AuthorStanding;
}

/** Keeps what the update would have changed. Does nothing for one that the answer has already, or whose author has nothing to lose. */
export async function keepRefused(context: Context, answer: QuestionOfRound, refused: RefusedUpdate): Promise<void> {
  const state = await context.states.find(answer.round);
  const question = state === null ? undefined : findQuestion(state.questionnaire, answer.question);
  const person = asId<PersonId>(refused.author.person);
  if (state === null || question === undefined || !(await isWorthKeeping(context, state, answer, refused))) return;
  const standing = await standingOf(context, answer, question);
  const kept = await context.store.transaction((tx) => keepIn(tx, state, { ...answer, person, refused, standing }));
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

/** Null when there was nothing to keep, or no room for it. The round's lock keeps two servers from growing one proposal at once. */
async function keepIn(tx: Transaction, state: RoundState, keeping: Keeping): Promise<{ readonly notices: readonly NewNotice[] } | null> {
  const { round, question, person, refused, standing } = keeping;
  if ((await lockRound(tx, round)) === null) return null;
  const mine = (await openProposalsOf(tx, { round, question })).filter((proposal) => proposal.person === person);
  if (await grewOne(tx, mine, keeping)) return { notices: [] };
  const edit = examineLateEdit(standing, { person, reason: refused.reason, update: refused.bytes, baseEpoch: null });
  if (edit.status === 'nothing' || !hasRoomForProposal(mine.length) || isKeptAlready(edit, mine)) return null;
  const made =
    edit.status === 'fits' ? { update: refused.bytes, content: null, baseEpoch: standing.epoch } : { update: null, content: edit.content };
  await keepProposal(tx, { round, question, person, reason: refused.reason, ...made, text: readable(edit.brought), at: refused.at });
  const notices = noticesOfKept(state, question, person, refused);
  await sendNotices(tx, notices);
  return { notices };
}

/** Lets an open proposal of the same person take the edit in, where the two belong together. */
async function grewOne(tx: Transaction, mine: readonly Proposal[], { person, refused, standing }: Keeping): Promise<boolean> {
  if (refused.reason === 'older-epoch' || refused.reason === 'foreign') return false; // words alone, which have no history to share
  for (const { id, reason, update, content, text, baseEpoch } of mine) {
    if (update === null || content !== null || update.length + refused.bytes.length > maxBytes) continue;
    if (baseEpoch !== standing.epoch) continue;
    if (reason !== refused.reason && !areOfOneClient(update, refused.bytes)) continue;
    const merged = mergeUpdates([update, refused.bytes]);
    const edit = examineLateEdit(standing, { person, reason, update: merged, baseEpoch });
    if (edit.status !== 'fits') continue;
    const grown = readable(edit.brought);
    if (grown !== text || merged.length !== update.length) await growProposal(tx, id, { update: merged, text: grown, at: refused.at });
    return true;
  }
  return false;
}

/** A client that comes again with the same old document brings the same words again. */
function isKeptAlready(edit: Exclude<LateEdit, { status: 'nothing' }>, mine: readonly Proposal[]): boolean {
  return edit.status === 'words' && mine.some((proposal) => proposal.text === readable(edit.brought));
}

/** What people read of a proposal where nothing better can be worked out. */
function readable({ added, removed }: Brought): string {
  if (added !== '') return added;
  return removed === '' ? '(only how the text is formatted)' : `(takes out) ${removed}`;
}
