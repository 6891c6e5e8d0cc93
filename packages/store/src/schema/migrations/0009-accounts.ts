// Creates what accounts need: how long and where sign-ins were used, paces instead of counted failures, the people of a demo, and mail to be sent.
import { type Kysely, sql } from 'kysely';
import { type Columns, key, type Migration, mayReferTo, refersTo, required } from '../migration.ts';

export const accounts: Migration = {
  name: '0009-accounts',
  up: async (db, columns) => {
    await extendSignIn(db, columns);
    await replaceAttempts(db, columns);
    await extendPerson(db, columns);
    await createMail(db, columns);
  },
};

const longestSignInMs = 12 * 60 * 60_000;

async function extendSignIn(db: Kysely<unknown>, { text, instant }: Columns): Promise<void> {
  await db.schema
    .alterTable('session')
    .addColumn('last_used_at', instant, (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('session').addColumn('agent', text).execute();
  await sql`update session set last_used_at = created_at,
    expires_at = case when expires_at > created_at + ${sql.lit(longestSignInMs)} then created_at + ${sql.lit(longestSignInMs)} else expires_at end`.execute(
    db,
  );
}

async function replaceAttempts(db: Kysely<unknown>, { text, instant }: Columns): Promise<void> {
  await db.schema.dropTable('sign_in_attempt').execute();
  await db.schema.createTable('pace').addColumn('key', text, key).addColumn('busy_until', instant, required).execute();
  await db.schema
    .createTable('familiar_address')
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('address', text, required)
    .addColumn('last_at', instant, required)
    .addPrimaryKeyConstraint('familiar_address_key', ['person_id', 'address'])
    .execute();
}

/** The people of a demo were known by their addresses alone, in a domain that nobody can have. */
async function extendPerson(db: Kysely<unknown>, { flag, instant }: Columns): Promise<void> {
  await db.schema.alterTable('person').addColumn('last_sign_in_at', instant).execute();
  await db.schema
    .alterTable('person')
    .addColumn('is_demo', flag, (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update person set is_demo = 1 where exists (select 1 from round where id = 'malaysia-msq-2022')
    and (email = 'administrator@example.org' or email like 'drafter.%@example.org' or email like 'clearing.%@example.org'
      or email like 'coordinator%.mampu@example.org' or email = 'respondent.mampu@example.org' or email = 'observer.mof@example.org')`.execute(
    db,
  );
}

async function createMail(db: Kysely<unknown>, { text, instant, count, json }: Columns): Promise<void> {
  await db.schema
    .createTable('mail')
    .addColumn('id', text, key)
    .addColumn('kind', text, required)
    // To a person, or to the one who has that address when it is sent.
    .addColumn('person_id', text, mayReferTo('person.id'))
    .addColumn('address', text)
    .addColumn('details', json, required)
    .addColumn('created_at', instant, required)
    .addColumn('status', text, required)
    .addColumn('tries', count, required)
    .addColumn('next_try_at', instant, required)
    .addColumn('leased_by', text)
    .addColumn('leased_until', instant, required)
    .addColumn('ended_at', instant)
    .addColumn('failure', text)
    .execute();
  await db.schema.createIndex('mail_to_send').on('mail').columns(['status', 'next_try_at']).execute();
  await db.schema.createIndex('mail_of_person').on('mail').columns(['person_id', 'created_at']).execute();
}
