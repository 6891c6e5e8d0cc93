// The server's lock: a PostgreSQL database is served by one server, or by several of one cluster. It is an advisory lock, so that it ends
// with its connection, however the process ends. kept-server-lock.ts keeps it.
import { hostname } from 'node:os';
import pg from 'pg';
import { StoreOpenError } from '../database/store-open-error.ts';

/** Any number, the same in every Chancery. */
const serverLock = 440_045;
const connectTimeoutMs = 10_000;

/** One connection, as PostgreSQL tells it from all others. */
export interface LockConnection {
  readonly pid: number;
  /** When it began, as PostgreSQL prints it: process numbers are used again. */
  readonly began: string;
}

export interface TakenLock extends AsyncDisposable {
  readonly connection: LockConnection;
  /** Resolves when the connection has ended, and the lock with it. */
  readonly ended: Promise<void>;
}

export interface Taking {
  readonly url: string;
  readonly isShared: boolean;
  /** The connection that held the lock for this server before: PostgreSQL may not have noticed that it is broken. */
  readonly former?: LockConnection | null;
}

/** Takes the lock. Rejects with `StoreOpenError` `database-in-use`, naming the server that has it, or with the driver's error. */
export async function takeServerLock({ url, isShared, former = null }: Taking): Promise<TakenLock> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `chancery ${process.pid}@${hostname()}`.slice(0, 63),
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  const ended = new Promise<void>((resolve) => void client.once('end', resolve));
  client.on('error', () => {}); // `ended` says it
  await client.connect();
  try {
    if (former !== null) await endConnection(client, former);
    const connection = await tryToTake(client, isShared);
    if (connection !== null) return { connection, ended, [Symbol.asyncDispose]: () => client.end() };
    throw inUse(await findHolder(client), isShared);
  } catch (cause) {
    await client.end();
    throw cause;
  }
}

async function tryToTake(client: pg.Client, isShared: boolean): Promise<LockConnection | null> {
  const taking = isShared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const { rows } = await client.query<LockConnection & { readonly isTaken: boolean }>(
    `select ${taking}($1) as "isTaken", pid, backend_start::text as began from pg_stat_activity where pid = pg_backend_pid()`,
    [serverLock],
  );
  const [row] = rows;
  return row?.isTaken === true ? { pid: row.pid, began: row.began } : null;
}

/** Ends an earlier connection of this server, and waits up to 5 seconds until its lock is free. */
async function endConnection(client: pg.Client, { pid, began }: LockConnection): Promise<void> {
  await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = $1 and backend_start::text = $2', [
    pid,
    began,
  ]);
}

async function findHolder(client: pg.Client): Promise<Holder | undefined> {
  const { rows } = await client.query<Holder>(
    `select a.application_name as name, a.backend_start as since, l.mode = 'ShareLock' as "isSharing"
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1 and l.database = (select oid from pg_database where datname = current_database())
     order by a.backend_start limit 1`,
    [serverLock],
  );
  return rows[0];
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
