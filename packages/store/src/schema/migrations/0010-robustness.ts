// Makes the record append-only in the database itself: its entries, and the contents behind the digests that they name, refuse every change.
// Creates what the servers show each other that they are of one installation with, and the list of who was let in to an answer as a writer.
import { type Kysely, sql } from 'kysely';
import { type Migration, refersTo } from '../migration.ts';

export const robustness: Migration = {
  name: '0010-robustness',
  up: async (db, { text }, kind) => {
    await (kind === 'sqlite' ? keepRowsInSqlite(db) : keepRowsInPostgres(db));
    // What messages between servers are signed with. Made by the first server that needs it.
    await db.schema.alterTable('installation').addColumn('bus_key', text).execute();
    await db.schema
      .createTable('admitted_writer')
      .addColumn('document_id', text, refersTo('document.id'))
      .addColumn('person_id', text, refersTo('person.id'))
      .addPrimaryKeyConstraint('admitted_writer_key', ['document_id', 'person_id'])
      .execute();
  },
};

/** `replace into` takes a row away without asking the triggers of `delete`: it is met where it inserts. */
async function keepRowsInSqlite(db: Kysely<unknown>): Promise<void> {
  for (const { table, isThere, again } of [
    {
      table: 'record_entry',
      isThere: 'round_id = new.round_id and sequence = new.sequence',
      again: `raise(abort, 'the record is only added to')`,
    },
    // A content that is kept again is the same.
    { table: 'content', isThere: 'digest = new.digest', again: 'raise(ignore)' },
  ]) {
    for (const change of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, 'the record is only added to'); end`,
        )
        .execute(db);
    }
    await sql
      .raw(
        `create trigger ${table}_no_replace before insert on ${table}
         when exists (select 1 from ${table} where ${isThere}) begin select ${again}; end`,
      )
      .execute(db);
  }
}

async function keepRowsInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the record is only added to' using errcode = 'restrict_violation'; end $$
  `.execute(db);
  for (const table of ['record_entry', 'content']) {
    for (const [name, event] of [
      ['no_change', 'before update or delete'],
      ['no_truncate', 'before truncate'],
    ]) {
      await sql.raw(`create trigger ${table}_${name} ${event} on ${table} for each statement execute function refuse_change()`).execute(db);
      // Also for a session that has switched triggers off by way of replication.
      await sql.raw(`alter table ${table} enable always trigger ${table}_${name}`).execute(db);
    }
  }
}
