// Owns snapshots at rest: the state of a document up to a sequence of its log, and who wrote it. What they mean is compaction's business.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Author, DocumentId } from '@chancery/sync/ports';
import { toBytes } from './columns.ts';
import { type Database, query, type Store, type Transaction } from './store.ts';

const inflate = promisify(inflateRaw);
const deflate = promisify(deflateRaw);

export interface Snapshot {
  /** Of the last update in it. */
  readonly sequence: number;
  /** One Yjs v1 update. */
  readonly bytes: Uint8Array;
  readonly attribution: Uint8Array;
  /** Who made the last update, and when. Null: the server itself. */
  readonly author: Author | null;
  readonly at: number;
}

/**
 * Puts the snapshot in place of an earlier one. False when a later one is there already: another server was faster. The updates that it
 * holds are to be dropped afterwards. Deflated v1 is smaller than v2 and read faster; it is deflated before the transaction begins.
 */
export async function keepSnapshot(store: Pick<Store, 'transaction'>, document: DocumentId, snapshot: Snapshot): Promise<boolean> {
  const { sequence, author, at } = snapshot;
  const [bytes, attribution] = await Promise.all([pack(snapshot.bytes), pack(snapshot.attribution)]);
  const row = { sequence, person_id: author?.person ?? null, agency_id: author?.agency ?? null, at, bytes, attribution };
  return await store.transaction((tx) => putSnapshot(tx, document, row));
}

async function putSnapshot(tx: Transaction, document: DocumentId, row: SnapshotRow): Promise<boolean> {
  const put = await tx[query]
    .insertInto('document_snapshot')
    .values({ document_id: document, ...row })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet(row).where('document_snapshot.sequence', '<', row.sequence))
    .returning('document_id')
    .executeTakeFirst();
  return put !== undefined;
}

interface SnapshotRow {
  sequence: number;
  person_id: string | null;
  agency_id: string | null;
  at: number;
  bytes: Uint8Array;
  attribution: Uint8Array;
}

/** The document's snapshot; null when there is none. */
export async function findSnapshot(db: Database, document: DocumentId): Promise<Snapshot | null> {
  const row = await db[query].selectFrom('document_snapshot').selectAll().where('document_id', '=', document).executeTakeFirst();
  if (row === undefined) return null;
  const [bytes, attribution] = await Promise.all([unpack(row.bytes), unpack(row.attribution)]);
  const author = row.person_id === null ? null : { person: row.person_id, agency: row.agency_id ?? '' };
  return { sequence: row.sequence, bytes, attribution, author, at: row.at };
}

async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return toBytes(await deflate(bytes));
}

/** The reverse of what a snapshot's columns were put through. */
export async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  return toBytes(await inflate(bytes));
}
