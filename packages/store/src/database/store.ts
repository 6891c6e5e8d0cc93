// What the rest of the program holds of the database: a Store, a Database to read from, a Transaction to write in.
// The queries behind them can be reached inside this package alone: their symbols are not exported from it.
import type { Instant } from '@chancery/domain';
import type { UpdateLog } from '@chancery/sync/ports';
import type { Kysely } from 'kysely';
import type { SqlDialect } from './adapter.ts';
import type { Tables } from '../schema/tables.ts';

export const query = Symbol('query');
export const dialect = Symbol('dialect');
const writes = Symbol('writes');

/** May be read from. */
export interface Database {
  readonly [query]: Kysely<Tables>;
  readonly [dialect]: SqlDialect;
}

/** May be read from and written to; what it wrote lasts when the transaction ends without an error. */
export interface Transaction extends Database {
  readonly [writes]: true;
}

export interface Store extends AsyncDisposable {
  readonly kind: SqlDialect['kind'];
  /** Reads what is committed, each query by itself. */
  readonly read: Database;
  /**
   * Commits what `work` wrote, or nothing when it rejects. On SQLite transactions run one after the other,
   * so `work` must not wait for another transaction.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly updateLog: UpdateLog;
  /** Writes a consistent copy of a running embedded database to a file that does not exist yet. Null on PostgreSQL, which has pg_dump. */
  readonly backupTo: ((path: string) => Promise<void>) | null;
}

/** Marks queries as read from outside a transaction. */
export function asDatabase(queries: Kysely<Tables>, of: SqlDialect): Database {
  return { [query]: queries, [dialect]: of };
}

/** Marks queries as belonging to an open transaction. */
export function asTransaction(queries: Kysely<Tables>, of: SqlDialect): Transaction {
  return { [query]: queries, [dialect]: of, [writes]: true };
}

/** The database's time as it stands, in milliseconds since the epoch: several servers have one clock, and decisions are dated by it. */
export async function now(db: Database): Promise<Instant> {
  const { at } = await db[query].selectNoFrom(db[dialect].clock.as('at')).executeTakeFirstOrThrow();
  return at;
}
