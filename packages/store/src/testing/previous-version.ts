// A database as the version before this one left it, with a round, an answer and a proposal in it.
import { type Kysely, sql } from 'kysely';
import { migrations } from '../schema/migrations/index.ts';
import { openStore, type DatabaseLocation } from '../open-store.ts';
import { dialect, query } from '../database/store.ts';

/** The version of the last release. */
export const previousVersion = 7;

/** What the rows below say of the answer document. */
export const previousDocument = { id: 'r1/q1', sequence: 2, updates: [new Uint8Array([1, 2, 3]), new Uint8Array([4, 5])] };

/** Rows as programs of version 5 wrote them: later migrations start from here, so that they are not written with today's functions. */
const rows: readonly string[] = [
  `insert into person (id, email, name, title, password_hash, is_administrator, created_at, disabled_at)
   values ('p1', 'bala@example.org', 'Bala', 'Officer', null, 0, 1, null)`,
  `insert into questionnaire (id, version, definition) values ('msq', 2022, '{}')`,
  `insert into round (id, title, country, questionnaire_id, questionnaire_version, phase, reading, due_at, created_at, sent_at)
   values ('r1', 'A round', 'Malaysia', 'msq', 2022, 'open', 'shared', ${Date.UTC(2027, 4, 28, 15, 59)}, 1, null)`,
  `insert into agency (id, round_id, name, short_name, colour, is_lead, position) values ('a1', 'r1', 'Ministry of Health', 'MOH', 2, 1, 0)`,
  `insert into membership (round_id, person_id, agency_id) values ('r1', 'p1', 'a1')`,
  `insert into membership_role (round_id, person_id, role) values ('r1', 'p1', 'clearing-officer')`,
  `insert into invitation (token_hash, person_id, created_at, expires_at, used_at) values ('t1', 'p1', 1, 2, null)`,
  `insert into assignment (round_id, question_id, leading_agency_id, due_at, assigned_by, assigned_at)
   values ('r1', 'q1', 'a1', ${Date.UTC(2027, 4, 29, 4, 59)}, 'p1', 1)`,
  `insert into document (id, round_id, question_id, epoch, schema_version, sequence, created_at) values ('r1/q1', 'r1', 'q1', 1, 1, 2, 1)`,
  `insert into proposal (id, round_id, question_id, person_id, reason, update_bytes, content, text, at, settled_at, settled_by, outcome)
   values ('x1', 'r1', 'q1', 'p1', 'frozen', null, null, 'late words', 5, 6, 'p1', 'declined')`,
];

/** Brings an empty database to the version of the last release. */
export async function makePrevious(location: DatabaseLocation): Promise<void> {
  await using store = await openStore(location);
  await store.transaction(async (tx) => {
    const db = tx[query];
    const { columns, kind } = tx[dialect];
    await sql`create table schema_version (version integer primary key not null, name text not null, at bigint not null)`.execute(db);
    for (const [index, migration] of migrations.slice(0, previousVersion).entries()) {
      await migration.up(db as unknown as Kysely<unknown>, columns, kind);
      await sql`insert into schema_version (version, name, at) values (${index + 1}, ${migration.name}, 1)`.execute(db);
    }
    for (const row of rows) await sql.raw(row).execute(db);
    for (const [index, bytes] of previousDocument.updates.entries()) {
      await sql`insert into document_update (document_id, sequence, bytes, person_id, agency_id, at)
        values (${previousDocument.id}, ${index + 1}, ${bytes}, ${index === 0 ? null : 'p1'}, ${index === 0 ? null : 'a1'}, ${index + 1})`.execute(
        db,
      );
    }
  });
}
