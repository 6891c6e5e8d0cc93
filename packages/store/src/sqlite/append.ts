// Appends on SQLite, inside the writer's worker: one message there, one transaction, one message back.
import type { Appended, DocumentId, PendingUpdate } from '@chancery/sync/ports';
import type Sqlite from 'better-sqlite3';
import { judgeAppend, toAppended, unknownDocument } from '../log/append-outcome.ts';
import { storable } from '../schema/values.ts';

/** A batch on its way to the worker: the bytes of all updates in one buffer, which is handed over and not copied. */
export interface PackedBatch {
  readonly bytes: ArrayBuffer;
  readonly updates: readonly PackedUpdate[];
}

interface PackedUpdate extends Pick<PendingUpdate, 'document' | 'author' | 'at' | 'binds'> {
  readonly from: number;
  readonly length: number;
}

/** What became of each document. */
export type AppendedRow = readonly [DocumentId, Appended];

/** Copies the bytes together: the engine goes on using its own. */
export function packBatch(batch: readonly PendingUpdate[]): PackedBatch {
  const packed = new Uint8Array(batch.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let from = 0;
  const updates = batch.map(({ document, author, at, binds, bytes }) => {
    packed.set(bytes, from);
    const update = { document, author, at, binds, from, length: bytes.length };
    from += bytes.length;
    return update;
  });
  return { bytes: packed.buffer, updates };
}

/** Prepares the statements once the tables are there. The function it returns throws when nothing of the batch was kept. */
export function prepareAppend(database: Sqlite.Database): (batch: PackedBatch) => readonly AppendedRow[] {
  const find = database.prepare<[string], { sequence: number; is_frozen: number }>('select sequence, is_frozen from document where id = ?');
  const findOwner = database
    .prepare<[string, number], string>('select person_id from document_client where document_id = ? and client_id = ?')
    .pluck();
  const insertOwner = database.prepare<[string, number, unknown]>(
    'insert into document_client (document_id, client_id, person_id) values (?, ?, ?)',
  );
  const moveSequence = database.prepare<[number, string]>('update document set sequence = ? where id = ?');
  const insert = database.prepare<[string, number, Uint8Array, unknown, unknown, number]>(
    'insert into document_update (document_id, sequence, bytes, person_id, agency_id, at) values (?, ?, ?, ?, ?, ?)',
  );

  const appendTo = (document: DocumentId, updates: readonly PackedUpdate[], bytes: ArrayBuffer): AppendedRow => {
    const found = find.get(document);
    if (found === undefined) throw unknownDocument(document);
    const facts = { sequence: found.sequence, isFrozen: found.is_frozen === 1 };
    const outcome = judgeAppend(facts, updates, (client) => findOwner.get(document, client));
    if (outcome.status !== 'kept') return [document, outcome];
    for (const [client, person] of outcome.newOwners) insertOwner.run(document, client, storable(person));
    moveSequence.run(outcome.last, document);
    updates.forEach(({ author, at, from, length }, index) => {
      const [person, agency] = [storable(author?.person ?? null), storable(author?.agency ?? null)];
      insert.run(document, outcome.first + index, new Uint8Array(bytes, from, length), person, agency, at);
    });
    return [document, toAppended(outcome)];
  };
  const appendAll = database.transaction(({ bytes, updates }: PackedBatch) =>
    [...Map.groupBy(updates, ({ document }) => document)].map(([document, of]) => appendTo(document, of, bytes)),
  );
  return (batch) => appendAll.immediate(batch);
}
