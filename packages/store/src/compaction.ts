// Owns what a compaction asks of the log: which documents, their updates, and dropping those that a snapshot holds.
// Appends go on all the time: no transaction here touches more than a slice, and none locks a document.
import type { Author, DocumentId } from '@chancery/sync/ports';
import { sql } from 'kysely';
import { findSnapshot, type Snapshot } from './snapshot.ts';
import { type Database, query, type Store } from './store.ts';

export interface StoredUpdate {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Null: the server itself. */
  readonly author: Author | null;
  readonly at: number;
}

export interface Uncompacted {
  readonly snapshot: Snapshot | null;
  /** All updates after it that were committed when it was read, in log order. */
  readonly updates: readonly StoredUpdate[];
}

const rowsAtOnce = 500;
/** What one transaction drops: some 1 ms of work beside its commit. */
const rowsOfSlice = 500;
const bytesOfSlice = 256 * 1024;

/** The documents with more than that many updates after their snapshot, the longest first; then those with updates that a snapshot holds. */
export async function compactable(db: Database, moreThan: number): Promise<readonly DocumentId[]> {
  const tail = sql<number>`document.sequence - coalesce(snapshot.sequence, 0)`;
  const long = await db[query]
    .selectFrom('document')
    .leftJoin('document_snapshot as snapshot', 'snapshot.document_id', 'document.id')
    .select('document.id')
    .where(tail, '>', moreThan)
    .orderBy(tail, 'desc')
    .execute();
  const interrupted = await db[query]
    .selectFrom('document_snapshot as snapshot')
    .select('snapshot.document_id as id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('document_update as held')
          .select('held.sequence')
          .whereRef('held.document_id', '=', 'snapshot.document_id')
          .whereRef('held.sequence', '<=', 'snapshot.sequence'),
      ),
    )
    .execute();
  return [...new Set([...long, ...interrupted].map((row) => row.id))];
}

/** Null when another server has compacted the document meanwhile. Rejects when the log has a gap. */
export async function readForCompaction(db: Database, document: DocumentId): Promise<Uncompacted | null> {
  const snapshot = await findSnapshot(db, document);
  const from = snapshot?.sequence ?? 0;
  const head = await db[query].selectFrom('document').select('sequence').where('id', '=', document).executeTakeFirst();
  const updates: StoredUpdate[] = [];
  for (let last = from; last < (head?.sequence ?? 0); last = updates.at(-1)?.sequence ?? last) {
    const slice = await readSlice(db, document, last, head?.sequence ?? 0);
    if (slice.some((update, index) => update.sequence !== last + 1 + index) || slice.length === 0) {
      if (((await findSnapshot(db, document))?.sequence ?? 0) > from) return null;
      throw new Error(`the log of ${document} has a gap after ${last}`);
    }
    updates.push(...slice);
  }
  return { snapshot, updates };
}

async function readSlice(db: Database, document: DocumentId, after: number, upTo: number): Promise<readonly StoredUpdate[]> {
  const rows = await db[query]
    .selectFrom('document_update')
    .select(['sequence', 'bytes', 'person_id', 'agency_id', 'at'])
    .where('document_id', '=', document)
    .where('sequence', '>', after)
    .where('sequence', '<=', upTo)
    .orderBy('sequence')
    .limit(rowsAtOnce)
    .execute();
  return rows.map(({ sequence, bytes, person_id, agency_id, at }) => {
    return { sequence, bytes, author: person_id === null ? null : { person: person_id, agency: agency_id ?? '' }, at };
  });
}

/** Drops the updates that the committed snapshot holds, slice by slice. What it leaves when it is interrupted, the next call drops. */
export async function dropCompacted(store: Pick<Store, 'read' | 'transaction'>, document: DocumentId): Promise<void> {
  for (let upTo = await endOfSlice(store.read, document); upTo !== null; upTo = await endOfSlice(store.read, document)) {
    const last = upTo;
    await store.transaction((tx) =>
      tx[query].deleteFrom('document_update').where('document_id', '=', document).where('sequence', '<=', last).execute(),
    );
  }
}

/** Sequence of the last update that the next transaction drops; null when there is nothing to drop. */
async function endOfSlice(db: Database, document: DocumentId): Promise<number | null> {
  const rows = await db[query]
    .selectFrom('document_snapshot as snapshot')
    .innerJoin('document_update as held', (join) =>
      join.onRef('held.document_id', '=', 'snapshot.document_id').onRef('held.sequence', '<=', 'snapshot.sequence'),
    )
    .select(({ fn }) => ['held.sequence', fn<number>('length', ['held.bytes']).as('size_bytes')])
    .where('snapshot.document_id', '=', document)
    .orderBy('held.sequence')
    .limit(rowsOfSlice)
    .execute();
  let size = 0;
  const beyond = rows.findIndex((row) => (size += row.size_bytes) > bytesOfSlice);
  return rows.at(beyond === -1 ? -1 : Math.max(0, beyond - 1))?.sequence ?? null;
}
