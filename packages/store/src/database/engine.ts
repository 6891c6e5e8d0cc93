// Owns every difference between SQLite and PostgreSQL that a query can see. How each is opened is in sqlite.ts and postgres.ts.
import type { Instant } from '@chancery/domain';
import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';

export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  /** Column type of raw bytes. */
  readonly bytes: RawBuilder<unknown>;
  /** The database's clock as it stands, in milliseconds: not the start of the transaction, which may have waited for a lock. */
  readonly clock: RawBuilder<Instant>;
  /** Keeps the selected rows from other transactions until this one ends. */
  locking<DB, TB extends keyof DB, O>(rows: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O>;
  /** Keeps a second process from migrating at the same time. */
  lockSchema(db: Kysely<Tables>): Promise<void>;
  hasTable(db: Kysely<Tables>, name: string): Promise<boolean>;
}

/** `begin immediate` has already given the whole database to the one writer, so nothing else needs a lock. */
export const sqlite: Engine = {
  kind: 'sqlite',
  bytes: sql`blob`,
  clock: sql<Instant>`cast(round(unixepoch('subsec') * 1000) as integer)`,
  locking: (rows) => rows,
  lockSchema: async () => {},
  hasTable: async (db, name) => {
    const found = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db);
    return found.rows.length > 0;
  },
};

/** Any number, the same in every Chancery: the name of the migration lock in a PostgreSQL database. */
const schemaLock = 440_044;

export const postgres: Engine = {
  kind: 'postgres',
  bytes: sql`bytea`,
  clock: sql<Instant>`cast(round(extract(epoch from clock_timestamp()) * 1000) as bigint)`,
  locking: (rows) => rows.forUpdate(),
  lockSchema: async (db) => {
    await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(db);
  },
  hasTable: async (db, name) => {
    const found = await sql<{ there: number }>`select 1 as there where to_regclass(${name}) is not null`.execute(db);
    return found.rows.length > 0;
  },
};
