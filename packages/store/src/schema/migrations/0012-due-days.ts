// Turns due dates from instants into calendar days, and gives each round the time zone by which it says what day it is.
import { type Kysely, sql } from 'kysely';
import type { Migration } from '../migration.ts';

export const dueDays: Migration = {
  name: '0012-due-days',
  up: async (db, { text }, kind) => {
    await db.schema
      .alterTable('round')
      .addColumn('time_zone', text, (column) => column.notNull().defaultTo('UTC'))
      .execute();
    for (const table of ['round', 'assignment']) {
      await db.schema.alterTable(table).addColumn('due_day', text).execute();
      await fillDays(db, table, kind);
      await db.schema.alterTable(table).dropColumn('due_at').execute();
    }
  },
};

/**
 * What was due was kept as 23:59 of its day in the time zone of the person who set it. East of Greenwich that is the same day in UTC, from 10:59 on
 * (Tonga); west of it the next one, up to 08:59. Nine hours earlier it is the day that was meant, in either half of the world.
 */
async function fillDays(db: Kysely<unknown>, table: string, kind: 'sqlite' | 'postgres'): Promise<void> {
  const seconds = sql`(due_at - 32400000) / 1000`;
  const day =
    kind === 'sqlite' ? sql`date(${seconds}, 'unixepoch')` : sql`to_char(to_timestamp(${seconds}) at time zone 'UTC', 'YYYY-MM-DD')`;
  await sql`update ${sql.table(table)} set due_day = ${day} where due_at is not null`.execute(db);
}
