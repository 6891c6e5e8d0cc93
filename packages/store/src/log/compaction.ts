// The log as a compaction sees it: which documents need one, their updates, and dropping what a snapshot holds.
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
const maxRowsOfQuery = 500;
const maxBytesOfQuery = 4 * 1024 * 1024;
/** What one transaction drops: some 1 ms of work besides its commit. */
const maxRowsOfSlice = 500;
const maxBytesOfSlice = 256 * 1024;

const tailUpdates = sql<number>`document.sequence - coalesce(snapshot.sequence, 0)`;
const tailBytes = sql<number>`sum(length(later.bytes))`;

/**
 * The documents to compact, most urgent first: those with more updates after their snapshot than this, the longest tail first; then those
 * with more bytes in fewer updates, the largest tail first; then those where a compaction was interrupted before it had dropped everything.
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
    .where(tailUpdates, '<=', moreThan.updates) // for the others it need not be counted
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
 * The snapshot and the updates after it, up to and including the one that reaches `enoughBytes`. An append holds an update of each of
 * several writers in any order, so that the last updates of a part may build on later ones. Resolves to null when another server has
 * compacted the document meanwhile; rejects when the log has a gap.
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
    const slice = await readSlice(db, document, { after: last, upTo: end, maxBytes: Math.min(leftBytes, maxBytesOfQuery) });
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
  readonly maxBytes: number;
}

/** At least one update, where there is one. Asks for the sizes first: five hundred updates may be a gigabyte. */
async function readSlice(db: Database, document: DocumentId, { after, upTo, maxBytes }: Slice): Promise<readonly StoredUpdate[]> {
  const sizes = await db[query]
    .selectFrom('document_update')
    .select(({ fn }) => ['sequence', fn<number>('length', ['bytes']).as('size_bytes')])
    .where('document_id', '=', document)
    .where('sequence', '>', after)
    .where('sequence', '<=', upTo)
    .orderBy('sequence')
    .limit(maxRowsOfQuery)
    .execute();
  const rows = await db[query]
    .selectFrom('document_update')
    .select(['sequence', 'bytes', 'person_id', 'agency_id', 'at'])
    .where('document_id', '=', document)
    .where('sequence', '>', after)
    .where('sequence', '<=', lastWithin(sizes, maxBytes) ?? after)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence, bytes, person_id, agency_id, at }) => {
    return { sequence, bytes, author: person_id === null ? null : { person: person_id, agency: agency_id ?? '' }, at };
  });
}

/** Drops the updates that the committed snapshot holds, slice by slice, and what is left of earlier snapshots. A call that is interrupted leaves the rest to the next. */
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
    .limit(maxRowsOfSlice)
    .execute();
  return lastWithin(rows, maxBytesOfSlice);
}

/** Sequence of the last row that fits into `maxBytes` together with those before it, or of the first row; null when there is none. */
function lastWithin(rows: readonly { readonly sequence: number; readonly size_bytes: number }[], maxBytes: number): number | null {
  let size = 0;
  const beyond = rows.findIndex((row) => (size += row.size_bytes) > maxBytes);
  return rows.at(beyond === -1 ? -1 : Math.max(0, beyond - 1))?.sequence ?? null;
}
