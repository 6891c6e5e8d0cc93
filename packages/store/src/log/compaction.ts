// Owns what a compaction asks of the log: which documents, their updates, and dropping those that a snapshot holds.
// Appends go on all the time: no transaction here touches more than a slice, and none locks a document.
import type { Author, DocumentId } from '@chancery/sync/ports';
import { sql } from 'kysely';
import { dropOldPieces, findSnapshot, isOldPiece, type Snapshot } from './snapshot.ts';
import { type Database, query, type Store } from '../database/store.ts';

export interface StoredUpdate {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Null: the server itself. */
  readonly author: Author | null;
  readonly at: number;
}

export interface Uncompacted {
  readonly snapshot: Snapshot | null;
  /** The updates after it that were committed when it was read, in log order. */
  readonly updates: readonly StoredUpdate[];
  /** False when they are the first of more. */
  readonly isWhole: boolean;
}

/** What is after a document's snapshot. */
export interface Tail {
  readonly updates: number;
  readonly bytes: number;
}

/** What one query reads. */
const rowsAtOnce = 500;
const bytesAtOnce = 4 * 1024 * 1024;
/** What one transaction drops: some 1 ms of work beside its commit. */
const rowsOfSlice = 500;
const bytesOfSlice = 256 * 1024;

const tailUpdates = sql<number>`document.sequence - coalesce(snapshot.sequence, 0)`;
const tailBytes = sql<number>`sum(length(later.bytes))`;

/**
 * The documents with more updates after their snapshot, the longest first; then those with more bytes in fewer updates, the largest
 * first; then those with updates that a snapshot holds, or with pieces of a snapshot that is none any more.
 */
export async function compactable(db: Database, moreThan: Tail): Promise<readonly DocumentId[]> {
  const long = await db[query]
    .selectFrom('document')
    .leftJoin('document_snapshot as snapshot', 'snapshot.document_id', 'document.id')
    .select('document.id')
    .where(tailUpdates, '>', moreThan.updates)
    .orderBy(tailUpdates, 'desc')
    .execute();
  const large = await db[query]
    .selectFrom('document')
    .leftJoin('document_snapshot as snapshot', 'snapshot.document_id', 'document.id')
    .innerJoin('document_update as later', 'later.document_id', 'document.id')
    .select('document.id')
    .where(tailUpdates, '<=', moreThan.updates) // of the others it need not be counted
    .where(sql<boolean>`later.sequence > coalesce(snapshot.sequence, 0)`)
    .groupBy('document.id')
    .having(tailBytes, '>', moreThan.bytes)
    .orderBy(tailBytes, 'desc')
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
  const replaced = await db[query]
    .selectFrom('document_snapshot_piece as piece')
    .innerJoin('document_snapshot as snapshot', 'snapshot.document_id', 'piece.document_id')
    .select('piece.document_id as id')
    .where(isOldPiece)
    .execute();
  return [...new Set([...long, ...large, ...interrupted, ...replaced].map((row) => row.id))];
}

/**
 * Ends with the update that makes `enoughBytes` full. An append holds one update of each writer, in no order of what builds on what:
 * what ends amid them may build on later ones. Null when another server has compacted the document meanwhile. Rejects when the log has a gap.
 */
export async function readForCompaction(
  db: Database,
  document: DocumentId,
  enoughBytes = Number.POSITIVE_INFINITY,
): Promise<Uncompacted | null> {
  const snapshot = await findSnapshot(db, document);
  const from = snapshot?.sequence ?? 0;
  const head = await db[query].selectFrom('document').select('sequence').where('id', '=', document).executeTakeFirst();
  const end = head?.sequence ?? 0;
  const updates: StoredUpdate[] = [];
  let [last, leftBytes] = [from, enoughBytes];
  while (last < end && leftBytes > 0) {
    const slice = await readSlice(db, document, { after: last, upTo: end, atMostBytes: Math.min(leftBytes, bytesAtOnce) });
    if (slice.some((update, index) => update.sequence !== last + 1 + index) || slice.length === 0) {
      if (((await findSnapshot(db, document))?.sequence ?? 0) > from) return null;
      throw new Error(`the log of ${document} has a gap after ${last}`);
    }
    updates.push(...slice);
    last += slice.length;
    leftBytes -= bytesOf(slice);
  }
  return { snapshot, updates, isWhole: last >= end };
}

/** How many bytes these updates have. */
export function bytesOf(updates: readonly Pick<StoredUpdate, 'bytes'>[]): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

interface Slice {
  readonly after: number;
  readonly upTo: number;
  readonly atMostBytes: number;
}

/** One update at least, where there is one. Asks for the sizes first: five hundred updates may be a gigabyte. */
async function readSlice(db: Database, document: DocumentId, { after, upTo, atMostBytes }: Slice): Promise<readonly StoredUpdate[]> {
  const sizes = await db[query]
    .selectFrom('document_update')
    .select(({ fn }) => ['sequence', fn<number>('length', ['bytes']).as('size_bytes')])
    .where('document_id', '=', document)
    .where('sequence', '>', after)
    .where('sequence', '<=', upTo)
    .orderBy('sequence')
    .limit(rowsAtOnce)
    .execute();
  const rows = await db[query]
    .selectFrom('document_update')
    .select(['sequence', 'bytes', 'person_id', 'agency_id', 'at'])
    .where('document_id', '=', document)
    .where('sequence', '>', after)
    .where('sequence', '<=', lastWithin(sizes, atMostBytes) ?? after)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence, bytes, person_id, agency_id, at }) => {
    return { sequence, bytes, author: person_id === null ? null : { person: person_id, agency: agency_id ?? '' }, at };
  });
}

/** Drops the updates that the committed snapshot holds, slice by slice, and what is left of earlier snapshots. What it leaves when it is interrupted, the next call drops. */
export async function dropCompacted(store: Pick<Store, 'read' | 'transaction'>, document: DocumentId): Promise<void> {
  for (let upTo = await endOfSlice(store.read, document); upTo !== null; upTo = await endOfSlice(store.read, document)) {
    const last = upTo;
    await store.transaction((tx) =>
      tx[query].deleteFrom('document_update').where('document_id', '=', document).where('sequence', '<=', last).execute(),
    );
  }
  await dropOldPieces(store, document);
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
  return lastWithin(rows, bytesOfSlice);
}

/** Sequence of the last row that fits into so many bytes with those before it, or of the first; null when there is none. */
function lastWithin(rows: readonly { readonly sequence: number; readonly size_bytes: number }[], atMostBytes: number): number | null {
  let size = 0;
  const beyond = rows.findIndex((row) => (size += row.size_bytes) > atMostBytes);
  return rows.at(beyond === -1 ? -1 : Math.max(0, beyond - 1))?.sequence ?? null;
}
