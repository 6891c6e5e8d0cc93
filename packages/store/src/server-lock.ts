// Owns the promise that a PostgreSQL database is served by one server, or by several that hear of each other: a lock of the database
// that ends with its connection, however the process ends.
import { hostname } from 'node:os';
import pg from 'pg';
import { StoreOpenError } from './store-open-error.ts';

/** Any number, the same in every Chancery. */
const serverLock = 440_045;

/** Takes the lock until disposed. Rejects with `StoreOpenError`, naming a server that has it. */
export async function lockServer(url: string, isShared: boolean): Promise<AsyncDisposable> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `chancery ${process.pid}@${hostname()}`.slice(0, 63),
    keepAlive: true,
  });
  // A connection that breaks has lost the lock; queries that fail at the same time say so where it matters.
  client.on('error', () => {});
  await client.connect();
  const taking = isShared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const taken = await client.query<{ taken: boolean }>(`select ${taking}($1) as taken`, [serverLock]);
  if (taken.rows[0]?.taken === true) return { [Symbol.asyncDispose]: () => client.end() };
  const holder = await client.query<Holder>(
    `select a.application_name as name, a.backend_start as since, l.mode = 'ShareLock' as "isSharing"
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1 and l.database = (select oid from pg_database where datname = current_database())
     order by a.backend_start limit 1`,
    [serverLock],
  );
  await client.end();
  throw inUse(holder.rows[0], isShared);
}

interface Holder {
  readonly name: string;
  readonly since: Date;
  readonly isSharing: boolean;
}

function inUse(holder: Holder | undefined, wouldShare: boolean): StoreOpenError {
  const [pid, host] = (holder?.name.replace(/^chancery /, '') ?? '').split('@');
  const which = holder === undefined || !pid || !host ? '' : ` (process ${pid} on ${host}, since ${holder.since.toISOString()})`;
  return new StoreOpenError('database-in-use', `${sentence(which, holder?.isSharing ?? false)} ${advice(wouldShare)}`);
}

function sentence(which: string, isSharing: boolean): string {
  if (isSharing) return `Chancery servers that share a Redis${which} serve this database.`;
  return `Another Chancery server${which} serves this database.`;
}

function advice(wouldShare: boolean): string {
  if (wouldShare) return 'Stop it, set REDIS_URL for every server, the same for all, and start them again.';
  return 'Stop it first, give this one a database of its own, or set REDIS_URL for every server, the same for all.';
}
