// The opening of a PostgreSQL database: its address, its pool of connections, and what the driver's values become.
import { Kysely, PostgresDialect, PostgresQueryCompiler, type QueryCompiler } from 'kysely';
import pg from 'pg';
import { storable, toBytes, toNumber } from '../schema/values.ts';
import type { Connections, Exclusive } from '../database/adapter.ts';
import { postgresDialect } from './sql-dialect.ts';
import { KeptServerLock, type LockState } from './kept-server-lock.ts';
import { appendOnPostgres } from './append.ts';
import { StoreOpenError } from '../database/store-open-error.ts';
import type { Tables } from '../schema/tables.ts';

const connectTimeoutMs = 10_000;
/** As long as SQLite waits for another process that writes. */
const lockTimeoutMs = 10_000;

/**
 * Opens a pool and makes sure that the database replies. Rejects with `StoreOpenError`. `exclusive`: no other server may serve from it, or
 * only such as share it; `lockChanged` is told when that can no longer be promised, and when it can again.
 */
export async function openPostgres(
  url: string,
  exclusive: Exclusive,
  lockChanged: (state: LockState) => void = () => {},
): Promise<Connections> {
  const address = parseAddress(url);
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    lock_timeout: lockTimeoutMs,
    application_name: 'chancery',
    types: { getTypeParser: parserOf },
  });
  // An idle connection that breaks leaves the pool by itself; the next query gets another one, or the error.
  pool.on('error', () => {});
  // One that breaks between two queries of a transaction belongs to nobody's query: without a listener it would end the process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw explain(address, cause);
  }
  const lock =
    exclusive === false ? null : await lockOrEnd(pool, () => KeptServerLock.take({ url, isShared: exclusive === 'shared' }, lockChanged));
  const mayWrite = () => lock?.check();
  const kysely = new Kysely<Tables>({ dialect: new StorablePostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await kysely.destroy();
    // Kysely ends the pool only when it has been asked something.
    if (!pool.ended) await pool.end();
    await lock?.[Symbol.asyncDispose]();
  };
  const append: Connections['append'] = async (batch) => {
    mayWrite();
    return appendOnPostgres(pool, batch);
  };
  return { dialect: postgresDialect, reads: kysely, writes: kysely, mayWrite, append, backupTo: null, close };
}

async function lockOrEnd(pool: pg.Pool, take: () => Promise<KeptServerLock>): Promise<KeptServerLock> {
  try {
    return await take();
  } catch (cause) {
    await pool.end();
    throw cause;
  }
}

class StorablePostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new StorablePostgresCompiler();
  }
}

class StorablePostgresCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter));
  }
}

/** Whole numbers of 64 bits as numbers, bytes as Uint8Array: what SQLite gives too. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8) return toNumber;
  const parse: (value: string) => unknown = pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
  if (oid !== pg.types.builtins.BYTEA) return parse;
  return (value) => toBytes(parse(value) as Buffer);
}

interface Address {
  readonly server: string;
  readonly database: string;
}

function parseAddress(url: string): Address {
  const parsed = URL.parse(url);
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    // The value itself is not repeated: it may hold a password.
    throw new StoreOpenError('url-malformed', 'DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  return { server: `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}`, database: decodeURIComponent(parsed.pathname.slice(1)) };
}

function explain({ server, database }: Address, cause: unknown): StoreOpenError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === '3D000') {
    return new StoreOpenError(
      'database-refused',
      `PostgreSQL at ${server} has no database "${database}". Create it, or correct DATABASE_URL.`,
      { cause },
    );
  }
  if (code.startsWith('28')) {
    return new StoreOpenError('database-refused', `PostgreSQL at ${server} refuses this user or password. Correct DATABASE_URL.`, {
      cause,
    });
  }
  const why = code || (cause instanceof Error ? cause.message : String(cause));
  return new StoreOpenError(
    'database-unreachable',
    `PostgreSQL at ${server} cannot be reached (${why}). Is it running, and is DATABASE_URL right?`,
    { cause },
  );
}
