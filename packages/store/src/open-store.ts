// The opening of a store on either database, and the check that the program is not older than the schema.
import type { Connections, Exclusive } from './database/adapter.ts';
import type { LockState } from './postgres/kept-server-lock.ts';
import { checkSchemaVersion } from './database/migrate.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { asDatabase, asTransaction, type Store } from './database/store.ts';
import { createUpdateLog } from './log/update-log.ts';

/** A data directory, or the address of a PostgreSQL database: `postgres://user:password@host:5432/database`. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string };

export interface StoreOptions {
  /**
   * For the server. True: no other server may serve from the same data directory or database, since their rooms would not know of each
   * other. `shared`: only servers that are opened the same way may, as one cluster; PostgreSQL only.
   */
  readonly exclusive?: Exclusive;
  /** PostgreSQL only: the lock went with its connection, was taken again, or was lost to another server. Nothing is written without it. */
  readonly lockChanged?: (state: LockState) => void;
}

/** Opens the database without migrating it. Rejects with `StoreOpenError`, also when a later program has migrated it. */
export async function openStore(location: DatabaseLocation, { exclusive = false, lockChanged }: StoreOptions = {}): Promise<Store> {
  const connections =
    location.kind === 'sqlite' ? await openSqlite(location.directory, exclusive) : await openPostgres(location.url, exclusive, lockChanged);
  const store = storeOn(connections);
  try {
    await checkSchemaVersion(store.read);
  } catch (error) {
    await connections.close();
    throw error;
  }
  return store;
}

function storeOn({ dialect, reads, writes, mayWrite, append, backupTo, close }: Connections): Store {
  const read = asDatabase(reads, dialect);
  const transaction: Store['transaction'] = async (work) => {
    mayWrite();
    return writes.transaction().execute(async (queries) => {
      const done = await work(asTransaction(queries, dialect));
      mayWrite(); // nothing is committed if that has changed meanwhile
      return done;
    });
  };
  return {
    kind: dialect.kind,
    read,
    transaction,
    updateLog: createUpdateLog(read, append),
    backupTo,
    [Symbol.asyncDispose]: close,
  };
}
