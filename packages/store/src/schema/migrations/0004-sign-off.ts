// Creates the tables of sign-off: clearances, acceptances, approvals, the contents they name, and the record.
import { type Kysely, sql } from 'kysely';
import { type Columns, key, mayReferTo, type Migration, refersTo, required } from '../migration.ts';

export const signOff: Migration = {
  name: '0004-sign-off',
  up: async (db, columns) => {
    await createClearance(db, columns);
    await createAcceptance(db, columns);
    await createApproval(db, columns);
    await createRecord(db, columns);
  },
};

/** Decisions are kept when they end; among those that still hold there is one for each place. */
const stillHolds = sql<boolean>`ended_at is null`;

async function createClearance(db: Kysely<unknown>, { text, instant }: Columns): Promise<void> {
  await db.schema
    .createTable('clearance')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('agency_id', text, required)
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('digest', text, required)
    .addColumn('at', instant, required)
    .addColumn('ended_at', instant)
    .addColumn('ended_by', text, mayReferTo('person.id'))
    .addForeignKeyConstraint('clearance_agency', ['round_id', 'agency_id'], 'agency', ['round_id', 'id'])
    .execute();
  await db.schema.createIndex('clearance_of_question').on('clearance').columns(['round_id', 'question_id']).execute();
  await db.schema
    .createIndex('one_clearance_of_agency')
    .unique()
    .on('clearance')
    .columns(['round_id', 'question_id', 'agency_id'])
    .where(stillHolds)
    .execute();
}

async function createAcceptance(db: Kysely<unknown>, { text, instant }: Columns): Promise<void> {
  await db.schema
    .createTable('acceptance')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('kind', text, required)
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('digest', text, required)
    .addColumn('at', instant, required)
    .addColumn('ended_at', instant)
    .addColumn('ended_by', text, mayReferTo('person.id'))
    .execute();
  await db.schema
    .createIndex('one_acceptance_of_question')
    .unique()
    .on('acceptance')
    .columns(['round_id', 'question_id'])
    .where(stillHolds)
    .execute();
}

async function createApproval(db: Kysely<unknown>, { text, instant, count }: Columns): Promise<void> {
  await db.schema
    .createTable('approval')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('at', instant, required)
    .addColumn('voided_at', instant)
    .addColumn('entry_sequence', count, required)
    .execute();
  await db.schema
    .createIndex('one_approval_of_round')
    .unique()
    .on('approval')
    .column('round_id')
    .where(sql<boolean>`voided_at is null`)
    .execute();
}

async function createRecord(db: Kysely<unknown>, { text, instant, count, json }: Columns): Promise<void> {
  await db.schema
    .createTable('content')
    .addColumn('digest', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('canonical', json, required)
    .execute();

  await db.schema
    .createTable('record_entry')
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('sequence', count, required)
    .addColumn('at', instant, required)
    .addColumn('kind', text, required)
    .addColumn('hash', text, required)
    .addColumn('previous', text, required)
    .addColumn('entry', json, required)
    .addPrimaryKeyConstraint('record_entry_key', ['round_id', 'sequence'])
    .execute();
}
