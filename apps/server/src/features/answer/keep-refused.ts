// Owns what becomes of an edit that met a frozen answer or a lost right: it is kept as a proposal with its author's name, never dropped.
import { contentOf, plainText } from '@chancery/answer-doc';
import { asId, findQuestion, type PersonId, type Question, type QuestionId, type RoundId } from '@chancery/domain';
import { keepProposal } from '@chancery/store';
import type { RefusedUpdate } from '@chancery/sync';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { documentOf } from '../../contents.ts';
import type { Context } from '../../context.ts';

/** A reader's client has no business to write: nothing of it is kept, or an observer could fill the database. */
const kept: ReadonlySet<RefusedUpdate['reason']> = new Set(['frozen', 'right-lost']);

/** Keeps the words that the update would have added. Does nothing for an update that adds none. */
export async function keepRefused(context: Context, round: RoundId, id: QuestionId, refused: RefusedUpdate): Promise<void> {
  const state = await context.states.find(round);
  const question = state === null ? undefined : findQuestion(state.questionnaire, id);
  if (question === undefined || !kept.has(refused.reason)) return;
  const known = await context.rooms.read(documentOf(round, id), (doc) => encodeStateAsUpdate(doc));
  const text = addedText(question, known, refused.bytes);
  if (text === '') return;
  const person = asId<PersonId>(refused.author.person);
  await context.store.transaction(async (tx) => {
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
