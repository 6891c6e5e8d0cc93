// Owns the promise that one server serves a PostgreSQL database: a lock of the database that ends with its connection, however the process ends.
import { hostname } from 'node:os';
import pg from 'pg';
import { StoreOpenError } from './store-open-error.ts';

/** Any number, the same in every Chancery. */
const serverLock = 440_045;

/** Takes the lock until disposed. Rejects with `StoreOpenError`, naming the server that has it. */
export async function lockServer(url: string): Promise<AsyncDisposable> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `chancery ${process.pid}@${hostname()}`.slice(0, 63),
    keepAlive: true,
  });
  // A connection that breaks has lost the lock; queries that fail at the same time say so where it matters.
  client.on('error', () => {});
  await client.connect();
  const taken = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [serverLock]);
  if (taken.rows[0]?.taken === true) return { [Symbol.asyncDispose]: () => client.end() };
  const holder = await client.query<{ name: string; since: Date }>(
    `select a.application_name as name, a.backend_start as since from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1 and l.database = (select oid from pg_database where datname = current_database())`,
    [serverLock],
  );
  await client.end();
  throw inUse(holder.rows[0]);
}

function inUse(holder: { name: string; since: Date } | undefined): StoreOpenError {
  const [pid, host] = (holder?.name.replace(/^chancery /, '') ?? '').split('@');
  const which = holder === undefined || !pid || !host ? '' : ` (process ${pid} on ${host}, since ${holder.since.toISOString()})`;
  return new StoreOpenError(
    'database-in-use',
    `Another Chancery server${which} serves this database. Stop it first, or give this one a database of its own.`,
  );
}
