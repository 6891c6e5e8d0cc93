// The log in which updates of answer documents become durable: the engine's port. Each database appends in its own way.
import { DamagedHistoryError, type DocumentId, type StoredDocument, type UpdateLog } from '@chancery/sync/ports';
import { type RawBuilder, sql } from 'kysely';
import type { Connections } from '../database/adapter.ts';
import { unpack } from './snapshot.ts';
import { type Database, dialect, query } from '../database/store.ts';

/** The log over an opened database. */
export function createUpdateLog(read: Database, append: Connections['append']): UpdateLog {
  return {
    load: (document, after = 0) => load(read, document, after),
    append: async (batch) => (batch.length === 0 ? new Map() : await append(batch)),
    heads: (documents) => heads(read, documents),
  };
}

async function heads(db: Database, documents: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, number>> {
  if (documents.length === 0) return new Map();
  const rows = await db[query].selectFrom('document').select(['id', 'sequence']).where('id', 'in', documents).execute();
  return new Map(rows.map((row) => [row.id, row.sequence]));
}

async function load(db: Database, document: DocumentId, after: number): Promise<StoredDocument | null> {
  try {
    return await read(db, document, after);
  } catch (cause) {
    throw isDamage(cause) ? new DamagedHistoryError(document, cause) : cause;
  }
}

/** Bytes that zlib cannot inflate, and pages that SQLite cannot read. */
function isDamage(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('Z_') || code.startsWith('SQLITE_CORRUPT');
}

async function read(db: Database, document: DocumentId, after: number): Promise<StoredDocument | null> {
  const { rows } = await partsOf(db, document, after).execute(db[query]);
  const head = rows.find((row) => row.part === 'document');
  if (head === undefined) return null;
  // Sorted here and not by the database, where sorting takes the bytes along.
  const ordered = rows.toSorted((one, other) => one.number - other.number);
  const bytesOf = (part: Part['part']) => ordered.flatMap((row) => (row.part === part && row.bytes !== null ? row.bytes : []));
  const pieces = bytesOf('snapshot');
  // The first piece says how many follow it.
  const first = ordered.find((row) => row.part === 'snapshot');
  if (first !== undefined && first.detail !== pieces.length - 1)
    throw new DamagedHistoryError(document, new Error(`of ${first.detail} pieces of its snapshot ${pieces.length - 1} are there`));
  const snapshots = pieces.length === 0 ? [] : [await unpack(pieces)];
  const owners = rows.flatMap((row) => (row.part === 'owner' ? [[row.number, row.person ?? ''] as const] : []));
  return { epoch: head.detail, sequence: head.number, updates: [...snapshots, ...bytesOf('update')], owners: new Map(owners) };
}

interface Part {
  readonly part: 'document' | 'owner' | 'snapshot' | 'update';
  readonly number: number;
  /** Of the document its epoch, of the first piece of a snapshot how many follow it. */
  readonly detail: number;
  readonly person: string | null;
  readonly bytes: Uint8Array | null;
}

/** One statement, so that everything is of one moment: a compaction may commit between two. Updates that the snapshot holds may still be there. */
function partsOf(db: Database, document: DocumentId, after: number): RawBuilder<Part> {
  const none = sql`cast(null as ${db[dialect].columns.bytes})`;
  const snapshot = sql`select sequence from document_snapshot where document_id = ${document}`;
  return sql<Part>`
    select 'document' as part, sequence as number, epoch as detail, null as person, ${none} as bytes from document where id = ${document}
    union all
    select 'owner', client_id, 0, person_id, ${none} from document_client where document_id = ${document}
    union all
    select 'snapshot', 0, bytes_pieces, null, bytes from document_snapshot where document_id = ${document} and sequence > ${after}
    union all
    select 'snapshot', piece.number, 0, null, piece.bytes
    from document_snapshot as snapshot join document_snapshot_piece as piece
    on piece.document_id = snapshot.document_id and piece.pieces_id = snapshot.pieces_id and piece.part = 'bytes'
    where snapshot.document_id = ${document} and snapshot.sequence > ${after}
    union all
    select 'update', sequence, 0, null, bytes from document_update
    where document_id = ${document} and sequence > ${after} and sequence > coalesce((${snapshot}), 0)`;
}
