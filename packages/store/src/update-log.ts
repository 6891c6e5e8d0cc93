// Owns the log in which updates of answer documents become durable: the engine's port onto the database.
import type { DocumentId, PendingUpdate, StoredDocument, UpdateLog } from '@chancery/sync/ports';
import { sql } from 'kysely';
import { type Database, engine, query, type Store, type Transaction } from './store.ts';

/** Rows of one insert: both databases allow some 32,000 parameters, and a row has six. */
const rowsAtOnce = 2_000;

/** The log over an opened database. */
export function createUpdateLog(read: Database, transaction: Store['transaction']): UpdateLog {
  return {
    load: (document) => load(read, document),
    append: async (batch) => (batch.length === 0 ? new Map() : await transaction((tx) => append(tx, batch))),
  };
}

/** One query, so that the epoch and the updates are of one moment. */
async function load(db: Database, document: DocumentId): Promise<StoredDocument | null> {
  const rows = await db[query]
    .selectFrom('document')
    .leftJoin('document_update as update', 'update.document_id', 'document.id')
    .select(['document.epoch', 'update.sequence', 'update.bytes'])
    .where('document.id', '=', document)
    .orderBy('update.sequence')
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  return { epoch: first.epoch, sequence: rows.at(-1)?.sequence ?? 0, updates: rows.flatMap((it) => it.bytes ?? []) };
}

async function append(tx: Transaction, batch: readonly PendingUpdate[]): Promise<ReadonlyMap<DocumentId, number>> {
  const sequences = await lockSequences(tx, [...new Set(batch.map((it) => it.document))]);
  const rows = batch.map(({ document, bytes, author, at }) => {
    const sequence = (sequences.get(document) ?? 0) + 1;
    sequences.set(document, sequence);
    return { document_id: document, sequence, bytes, person_id: author?.person ?? null, agency_id: author?.agency ?? null, at };
  });
  await moveSequences(tx, sequences);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx[query]
      .insertInto('document_update')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
  }
  return sequences;
}

/** Locked in the order of their ids, so that two servers never wait for each other. */
async function lockSequences(tx: Transaction, documents: readonly DocumentId[]): Promise<Map<DocumentId, number>> {
  const rows = await tx[engine]
    .locking(tx[query].selectFrom('document').select(['id', 'sequence']).where('id', 'in', documents).orderBy('id'))
    .execute();
  const sequences = new Map(rows.map((row) => [row.id, row.sequence]));
  const unknown = documents.find((document) => !sequences.has(document));
  if (unknown !== undefined) throw new Error(`there is no document ${unknown} to append to`);
  return sequences;
}

/** One statement for any number of documents; the cast tells PostgreSQL what a parameter of a `case` is. */
async function moveSequences(tx: Transaction, sequences: ReadonlyMap<DocumentId, number>): Promise<void> {
  const cases = [...sequences].map(([document, sequence]) => sql`when ${document} then cast(${sequence} as integer)`);
  await tx[query]
    .updateTable('document')
    .set({ sequence: sql<number>`case id ${sql.join(cases, sql` `)} end` })
    .where('id', 'in', [...sequences.keys()])
    .execute();
}
