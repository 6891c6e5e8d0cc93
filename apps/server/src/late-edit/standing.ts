// What an edit that could not enter is compared with: the answer as it stands, and whose the client ids of its document are.
import type { Question } from '@chancery/domain';
import { documentId, type QuestionOfRound, type Store } from '@chancery/store';
import type { Rooms } from '@chancery/sync';
import * as Y from 'yjs';

export interface AuthorStanding {
  readonly question: Question;
  readonly known: Uint8Array;
  readonly owners: ReadonlyMap<number, string>;
  readonly epoch: number;
  /** Of the log, up to which `known` is the document. */
  readonly sequence: number;
}

/** The answer as committed. Must not be asked for inside a transaction, for which the engine's log may be waiting. */
export async function standingOf(
  context: { readonly rooms: Pick<Rooms, 'read'>; readonly store: Pick<Store, 'updateLog'> },
  answer: QuestionOfRound,
  question: Question,
): Promise<AuthorStanding> {
  const document = documentId(answer.round, answer.question);
  const { known, sequence } = await context.rooms.read(document, (doc, at) => ({ known: Y.encodeStateAsUpdate(doc), sequence: at }));
  const stored = await context.store.updateLog.load(document, sequence); // for the owners: the text is known
  return { question, known, owners: stored?.owners ?? new Map(), epoch: stored?.epoch ?? 0, sequence };
}
