// PostgreSQL's own SQL, where a query needs it.
import type { Instant } from '@chancery/domain';
import { type Kysely, sql } from 'kysely';
import type { SqlDialect } from '../database/adapter.ts';
import { columnsWith } from '../schema/migration.ts';
import type { Tables } from '../schema/tables.ts';

/** Any number, the same in every Chancery: the name of the migration lock in a PostgreSQL database. */
const schemaLock = 440_044;

export const postgresDialect: SqlDialect = {
  kind: 'postgres',
  columns: columnsWith(sql`bytea`),
  clock: sql<Instant>`cast(round(extract(epoch from clock_timestamp()) * 1000) as bigint)`,
  locking: (rows) => rows.forUpdate(),
  lockSchema: async (db) => {
    await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(db);
  },
  hasTable: async (db, name) => {
    const found = await sql<{ there: number }>`select 1 as there where to_regclass(${name}) is not null`.execute(db);
    return found.rows.length > 0;
  },
  // A copy within one PostgreSQL has an oid of its own there; one on another PostgreSQL has the identifier of that.
  whereabouts: async (db) => [await databaseOid(db), await systemIdentifier(db)],
};

async function databaseOid(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ oid: string }>`select oid::text as oid from pg_database where datname = current_database()`.execute(db);
  return rows[0]?.oid ?? '';
}

/** Of the PostgreSQL that the database is in; empty where this user may not ask. */
async function systemIdentifier(db: Kysely<Tables>): Promise<string> {
  const asked = sql<{ may: boolean }>`select has_function_privilege('pg_control_system()', 'execute') as may`;
  const { rows: replies } = await asked.execute(db);
  if (replies[0]?.may !== true) return '';
  const { rows } = await sql<{ id: string }>`select system_identifier::text as id from pg_control_system()`.execute(db);
  return rows[0]?.id ?? '';
}
