// Owns what becomes of an edit that met a frozen answer or a lost right: it is kept as a proposal with its author's name, never dropped.
import { contentOf, plainText } from '@chancery/answer-doc';
import { asId, findQuestion, type PersonId, type Question, type QuestionId, type Role, type RoundId } from '@chancery/domain';
import { documentId, keepProposal, openProposalsOf } from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { Context } from '../../context.ts';
import type { RoundState } from '../../round-state.ts';

/** Who writes for an agency may have typed offline while the right was lost; whoever never writes has nothing to lose, and could fill the database. */
const writingRoles: ReadonlySet<Role> = new Set(['coordinator', 'drafter', 'clearing-officer', 'authorized-respondent']);
/** Open proposals that one person may have beside one answer; beyond it a client is broken or hostile. */
const mostOfOne = 20;

/** Keeps the words that the update would have added. Does nothing for an update that adds none. */
export async function keepRefused(context: Context, round: RoundId, id: QuestionId, refused: RefusedUpdate): Promise<void> {
  const state = await context.states.find(round);
  const question = state === null ? undefined : findQuestion(state.questionnaire, id);
  const person = asId<PersonId>(refused.author.person);
  if (state === null || question === undefined || !isKept(state, person, refused.reason)) return;
  const known = await context.rooms.read(documentId(round, id), (doc) => encodeStateAsUpdate(doc));
  const text = addedText(question, known, refused.bytes);
  if (text === '') return;
  await context.store.transaction(async (tx) => {
    const open = await openProposalsOf(tx, { round, question: id });
    if (open.filter((proposal) => proposal.person === person).length >= mostOfOne) return;
    await keepProposal(tx, {
      round,
      question: id,
      person,
      reason: refused.reason,
      update: refused.bytes,
      content: null,
      text,
      at: refused.at,
    });
  });
  context.hub.tell(round, { kind: 'answer-changed', question: id });
}

function isKept(state: RoundState, person: PersonId, reason: RefusedUpdate['reason']): boolean {
  if (reason === 'right-lost') return true;
  // Whoever only reads is told `frozen` as well while the document is.
  return state.memberships.get(person)?.roles.some((role) => writingRoles.has(role)) ?? false;
}

/** What stands between the common beginning and the common end of the text before and after. */
export function addedText(question: Question, known: Uint8Array, update: Uint8Array): string {
  const doc = new Doc();
  applyUpdate(doc, known);
  const before = plainText(contentOf(doc, question));
  applyUpdate(doc, update);
  const after = plainText(contentOf(doc, question));
  doc.destroy();
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.slice(start, after.length - end).trim();
}
