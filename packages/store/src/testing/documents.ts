// Owns answer documents for the tests of the log.
import type { QuestionId } from '@chancery/domain';
import type { PendingUpdate } from '@chancery/sync/ports';
import { createDocument, documentId, type Store } from '../index.ts';
import { type Cast, castOf } from './cast.ts';

export const initial = new Uint8Array([1, 2, 3]);

/** A document in a round of its own. */
export async function withDocument(store: Store): Promise<{ cast: Cast; document: string }> {
  const cast = await castOf(store);
  await create(store, cast);
  return { cast, document: documentId(cast.round, cast.question) };
}

export async function create(store: Store, { round, question }: Pick<Cast, 'round' | 'question'>): Promise<QuestionId> {
  await store.transaction((tx) => createDocument(tx, { round, question, bytes: initial, schemaVersion: 3, createdAt: 1 }));
  return question;
}

/** An update of the officer's. */
export function by({ officer, health }: Cast, document: string, bytes: readonly number[], binds: readonly number[] = []): PendingUpdate {
  return { document, bytes: new Uint8Array(bytes), author: { person: officer, agency: health }, at: 2_000_000_000_000, binds };
}
