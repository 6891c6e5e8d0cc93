// Snapshots: the state of a document up to a sequence of its log, and who wrote it. The server decides when to make one.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Author, DocumentId } from '@chancery/sync/ports';
import { sql } from 'kysely';
import { newId, toBytes } from '../schema/values.ts';
import { type Database, query, type Store, type Transaction } from '../database/store.ts';
import type { Tables } from '../schema/tables.ts';

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

/** What one transaction writes of a snapshot: some 5 ms besides its commit. */
const maxPieceBytes = 512 * 1024;

/**
 * Puts the snapshot in place of an earlier one. Resolves to false when a later one is there already: another server was faster. The caller
 * drops the updates that it holds (`dropCompacted`). Deflated v1 is smaller than v2 and read faster; it is deflated before the transaction.
 */
export async function keepSnapshot(store: Pick<Store, 'transaction'>, document: DocumentId, snapshot: Snapshot): Promise<boolean> {
  const { sequence, author, at } = snapshot;
  const [bytes, attribution] = await Promise.all([pack(snapshot.bytes), pack(snapshot.attribution)]);
  const id = newId<string>();
  const [ofBytes, ofAttribution] = [laterPieces('bytes', bytes), laterPieces('attribution', attribution)];
  const later = [...ofBytes, ...ofAttribution];
  for (const piece of later) {
    const row = { document_id: document, pieces_id: id, sequence, ...piece };
    await store.transaction((tx) => tx[query].insertInto('document_snapshot_piece').values(row).execute());
  }
  // Copies: a view would take along to the SQLite worker all that it is cut from.
  const first = { bytes: bytes.slice(0, maxPieceBytes), attribution: attribution.slice(0, maxPieceBytes) };
  const counts = { bytes_pieces: ofBytes.length, attribution_pieces: ofAttribution.length };
  const row = {
    sequence,
    person_id: author?.person ?? null,
    agency_id: author?.agency ?? null,
    at,
    ...first,
    pieces_id: later.length === 0 ? null : id,
    ...counts,
  };
  return await store.transaction((tx) => putSnapshot(tx, document, row));
}

type Piece = Pick<Tables['document_snapshot_piece'], 'part' | 'number' | 'bytes'>;

function laterPieces(part: Piece['part'], bytes: Uint8Array): readonly Piece[] {
  const count = Math.max(0, Math.ceil(bytes.length / maxPieceBytes) - 1);
  return Array.from({ length: count }, (_, index) => {
    const from = (index + 1) * maxPieceBytes;
    return { part, number: index + 1, bytes: bytes.slice(from, from + maxPieceBytes) };
  });
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

type SnapshotRow = Omit<Tables['document_snapshot'], 'document_id'>;

/** The document's snapshot, inflated; null when there is none. Rejects when pieces of it are missing. */
export async function findSnapshot(db: Database, document: DocumentId): Promise<Snapshot | null> {
  const row = await db[query].selectFrom('document_snapshot').selectAll().where('document_id', '=', document).executeTakeFirst();
  if (row === undefined) return null;
  const pieces = row.pieces_id === null ? [] : await piecesOf(db, document, row.pieces_id);
  if (pieces.length < row.bytes_pieces + row.attribution_pieces) {
    if (!(await isReplaced(db, document, row.pieces_id))) throw new Error(`the snapshot of ${document} lacks pieces`);
    return await findSnapshot(db, document);
  }
  const whole = (part: Piece['part']) => unpack([row[part], ...pieces.flatMap((piece) => (piece.part === part ? [piece.bytes] : []))]);
  const [bytes, attribution] = await Promise.all([whole('bytes'), whole('attribution')]);
  const author = row.person_id === null ? null : { person: row.person_id, agency: row.agency_id ?? '' };
  return { sequence: row.sequence, bytes, attribution, author, at: row.at };
}

/** True when another snapshot stands there now. */
async function isReplaced(db: Database, document: DocumentId, id: string | null): Promise<boolean> {
  const row = await db[query].selectFrom('document_snapshot').select('pieces_id').where('document_id', '=', document).executeTakeFirst();
  return row?.pieces_id !== id;
}

async function piecesOf(db: Database, document: DocumentId, id: string): Promise<readonly Piece[]> {
  return await db[query]
    .selectFrom('document_snapshot_piece')
    .select(['part', 'number', 'bytes'])
    .where('document_id', '=', document)
    .where('pieces_id', '=', id)
    .orderBy('number')
    .execute();
}

/** Drops the pieces of earlier snapshots, each in a transaction of its own. Those of a snapshot that is being written are later than the one that stands. */
export async function dropOldPieces(store: Pick<Store, 'read' | 'transaction'>, document: DocumentId): Promise<void> {
  const old = await store.read[query]
    .selectFrom('document_snapshot_piece as piece')
    .innerJoin('document_snapshot as snapshot', 'snapshot.document_id', 'piece.document_id')
    .select(['piece.pieces_id', 'piece.part', 'piece.number'])
    .where('piece.document_id', '=', document)
    .where(isOldPiece)
    .execute();
  for (const { pieces_id: id, part, number } of old) {
    await store.transaction((tx) =>
      tx[query]
        .deleteFrom('document_snapshot_piece')
        .where('document_id', '=', document)
        .where('pieces_id', '=', id)
        .where('part', '=', part)
        .where('number', '=', number)
        .execute(),
    );
  }
}

/** Of a `piece` beside the `snapshot` of its document. */
export const isOldPiece = sql<boolean>`piece.sequence <= snapshot.sequence and piece.pieces_id <> coalesce(snapshot.pieces_id, '')`;

async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return toBytes(await deflate(bytes));
}

/** Inflates what `keepSnapshot` deflated, given its pieces in order. Rejects with an error of zlib (`Z_...`) on damaged bytes. */
export async function unpack(pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  return toBytes(await inflate(Buffer.concat(pieces)));
}
