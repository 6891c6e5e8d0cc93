// Owns reading how an answer stands, for what a proposal would do to it.
import type { Question } from '@chancery/domain';
import { documentId, type QuestionOfRound } from '@chancery/store';
import { encodeStateAsUpdate } from 'yjs';
import type { Context } from '../../context.ts';
import type { Standing } from './late-edit.ts';

/** The answer as committed. Must not be asked for inside a transaction, for which the engine's log may be waiting. */
export async function standingOf(context: Context, place: QuestionOfRound, question: Question): Promise<Standing> {
  const document = documentId(place.round, place.question);
  const { known, sequence } = await context.rooms.read(document, (doc, at) => ({ known: encodeStateAsUpdate(doc), sequence: at }));
  const stored = await context.store.updateLog.load(document, sequence); // for the owners: the text is known
  return { question, known, owners: stored?.owners ?? new Map(), epoch: stored?.epoch ?? 0 };
}
