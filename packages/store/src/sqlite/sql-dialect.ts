// SQLite's own SQL, where a query needs it.
import type { Instant } from '@chancery/domain';
import { sql } from 'kysely';
import type { SqlDialect } from '../database/adapter.ts';
import { columnsWith } from '../schema/migration.ts';

/** `begin immediate` has already given the whole database to the one writer, so nothing else needs a lock. */
export const sqliteDialect: SqlDialect = {
  kind: 'sqlite',
  columns: columnsWith(sql`blob`),
  clock: sql<Instant>`cast(round(unixepoch('subsec') * 1000) as integer)`,
  locking: (rows) => rows,
  lockSchema: async () => {},
  hasTable: async (db, name) => {
    const found = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db);
    return found.rows.length > 0;
  },
  whereabouts: async () => [],
};
