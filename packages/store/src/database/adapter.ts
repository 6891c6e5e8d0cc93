// What SQLite and PostgreSQL each bring: the differences that a query can see, and the connections of an opened database.
import type { Instant } from '@chancery/domain';
import type { Appended, DocumentId, PendingUpdate } from '@chancery/sync/ports';
import type { Kysely, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Columns } from '../schema/migration.ts';
import type { Tables } from '../schema/tables.ts';

export interface SqlDialect {
  readonly kind: 'sqlite' | 'postgres';
  readonly columns: Columns;
  /** The database's clock as it stands, in milliseconds: not the start of the transaction, which may have waited for a lock. */
  readonly clock: RawBuilder<Instant>;
  /** Keeps the selected rows from other transactions until this one ends. */
  locking<DB, TB extends keyof DB, O>(rows: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O>;
  /** Keeps a second process from migrating at the same time. */
  lockSchema(db: Kysely<Tables>): Promise<void>;
  hasTable(db: Kysely<Tables>, name: string): Promise<boolean>;
  /** What tells this database from a copy of it, as far as this user may ask; empty where nothing does. */
  whereabouts(db: Kysely<Tables>): Promise<readonly string[]>;
}

/** How a store is held against others: see `StoreOptions`. */
export type Exclusive = boolean | 'shared';

export interface Connections {
  readonly dialect: SqlDialect;
  readonly reads: Kysely<Tables>;
  readonly writes: Kysely<Tables>;
  /** Throws `LockNotHeldError` while a write might meet one of another server. */
  readonly mayWrite: () => void;
  /** The log's `append`, for batches that are not empty. */
  readonly append: (batch: readonly PendingUpdate[]) => Promise<ReadonlyMap<DocumentId, Appended>>;
  readonly backupTo: ((path: string) => Promise<void>) | null;
  readonly close: () => Promise<void>;
}
