// Appends on PostgreSQL: one statement and one round trip, or a transaction where client ids find an owner.
import type { Appended, DocumentId, PendingUpdate } from '@chancery/sync/ports';
import type pg from 'pg';
import { judgeAppend, toAppended, unknownDocument, type AppendOutcome } from '../log/append-outcome.ts';
import { storable } from '../schema/values.ts';

type Appending = ReadonlyMap<DocumentId, Appended>;

/**
 * Locks in the order of the ids, moves the sequences of what is not fenced, inserts. Not `for update`: a row that refers to a document
 * must never wait for an append, nor the other way round. Nothing moves when one of the documents does not exist.
 */
const appendStatement = {
  name: 'chancery-append',
  text: `
with asked as (
  select * from unnest($1::text[], $2::integer[]) with ordinality as it (id, updates, nth)
), locked as (
  select id, sequence, is_frozen from document where id = any ($1) order by id for no key update
), moved as (
  update document set sequence = locked.sequence + asked.updates
  from locked join asked on asked.id = locked.id
  where document.id = locked.id and locked.is_frozen = 0 and (select count(*) from locked) = cardinality($1)
  returning document.id, locked.sequence as before, asked.nth
), kept as (
  insert into document_update (document_id, sequence, bytes, person_id, agency_id, at)
  select moved.id, moved.before + it.number, it.bytes, it.person, it.agency, it.at
  from unnest($3::integer[], $4::integer[], $5::bytea[], $6::text[], $7::text[], $8::bigint[]) as it (nth, number, bytes, person, agency, at)
  join moved on moved.nth = it.nth
)
select id, sequence, is_frozen from locked`,
};

interface LockedRow {
  readonly id: DocumentId;
  readonly sequence: number;
  readonly is_frozen: number;
}

/** Longer than any wait for a lock. Without it a PostgreSQL that has fallen silent, as behind a broken network, would be waited for a quarter of an hour. */
const maxReplyMs = 20_000;

/** What became of each document's updates. Rejects when nothing of the batch was kept or when nobody can tell, and gives up the connection. */
export async function appendOnPostgres(pool: pg.Pool, batch: readonly PendingUpdate[], maxMs: number = maxReplyMs): Promise<Appending> {
  const byDocument = Map.groupBy(batch, ({ document }) => document);
  const client = await pool.connect();
  let isReleased = false;
  const release = (isBroken: boolean): void => {
    if (!isReleased) client.release(isBroken);
    isReleased = true;
  };
  const late = setTimeout(() => release(true), maxMs); // ends the connection, and so what it waits for
  let isBroken = false;
  try {
    return batch.every(({ binds }) => binds.length === 0)
      ? await appendUnbound(client, byDocument)
      : await inTransaction(client, () => appendBound(client, byDocument));
  } catch (cause) {
    isBroken = !(cause instanceof Error && 'severity' in cause);
    throw cause;
  } finally {
    clearTimeout(late);
    release(isBroken);
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    await client.query('begin');
    const result = await work();
    await client.query('commit');
    return result;
  } catch (cause) {
    await client.query('rollback').catch(() => {}); // the connection itself is gone: the pool replaces it
    throw cause;
  }
}

async function appendUnbound(client: pg.PoolClient, byDocument: ReadonlyMap<DocumentId, readonly PendingUpdate[]>): Promise<Appending> {
  const { rows } = await client.query<LockedRow>({ ...appendStatement, values: valuesOf(byDocument) });
  const locked = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...byDocument].map(([document, updates]) => {
      const outcome = judgeAppend(factsOf(document, locked), updates, () => undefined);
      return [document, toAppended(outcome)];
    }),
  );
}

function valuesOf(byDocument: ReadonlyMap<DocumentId, readonly PendingUpdate[]>): unknown[][] {
  const rows = [...byDocument.values()].flatMap((updates, index) =>
    updates.map(({ bytes, author, at }, of) => ({ nth: index + 1, number: of + 1, bytes, author, at })),
  );
  return [
    [...byDocument.keys()],
    [...byDocument.values()].map((updates) => updates.length),
    rows.map((row) => row.nth),
    rows.map((row) => row.number),
    rows.map((row) => row.bytes),
    rows.map((row) => storable(row.author?.person ?? null)),
    rows.map((row) => storable(row.author?.agency ?? null)),
    rows.map((row) => row.at),
  ];
}

/** Client ids are judged and given an owner first. A statement sees what was committed before it began, so the locks come before everything. */
async function appendBound(client: pg.PoolClient, byDocument: ReadonlyMap<DocumentId, readonly PendingUpdate[]>): Promise<Appending> {
  const documents = [...byDocument.keys()];
  const locking = 'select id, sequence, is_frozen from document where id = any ($1) order by id for no key update';
  const { rows } = await client.query<LockedRow>(locking, [documents]);
  const locked = new Map(rows.map((row) => [row.id, row]));
  const owners = await ownersOf(client, [...byDocument.values()].flat());
  const outcomes = new Map<DocumentId, AppendOutcome>();
  for (const [document, updates] of byDocument) {
    outcomes.set(
      document,
      judgeAppend(factsOf(document, locked), updates, (id) => owners.get(`${id} ${document}`)),
    );
  }
  const kept = new Map([...byDocument].filter(([document]) => outcomes.get(document)?.status === 'kept'));
  await insertOwners(client, outcomes);
  if (kept.size > 0) await appendUnbound(client, new Map([...kept].map(([document, updates]) => [document, withoutBinds(updates)])));
  return new Map([...outcomes].map(([document, outcome]) => [document, toAppended(outcome)]));
}

function withoutBinds(updates: readonly PendingUpdate[]): readonly PendingUpdate[] {
  return updates.map((update) => ({ ...update, binds: [] }));
}

function factsOf(document: DocumentId, locked: ReadonlyMap<DocumentId, LockedRow>) {
  const row = locked.get(document);
  if (row === undefined) throw unknownDocument(document);
  return { sequence: row.sequence, isFrozen: row.is_frozen === 1 };
}

/** The person of each client id that the batch binds and that has one, by id and document. */
async function ownersOf(client: pg.PoolClient, batch: readonly PendingUpdate[]): Promise<ReadonlyMap<string, string>> {
  const bound = batch.flatMap(({ document, binds }) => binds.map((id) => ({ document, id })));
  const { rows } = await client.query<{ document_id: string; client_id: number; person_id: string }>(
    `select owner.document_id, owner.client_id, owner.person_id from document_client owner
     join unnest($1::text[], $2::bigint[]) as it (document, id) on it.document = owner.document_id and it.id = owner.client_id`,
    [bound.map(({ document }) => document), bound.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [`${row.client_id} ${row.document_id}`, row.person_id]));
}

async function insertOwners(client: pg.PoolClient, outcomes: ReadonlyMap<DocumentId, AppendOutcome>): Promise<void> {
  const owners = [...outcomes].flatMap(([document, outcome]) =>
    outcome.status === 'kept' ? [...outcome.newOwners].map(([id, person]) => ({ document, id, person })) : [],
  );
  if (owners.length === 0) return;
  await client.query(
    'insert into document_client (document_id, client_id, person_id) select * from unnest($1::text[], $2::bigint[], $3::text[])',
    [owners.map(({ document }) => document), owners.map(({ id }) => id), owners.map(({ person }) => storable(person))],
  );
}
