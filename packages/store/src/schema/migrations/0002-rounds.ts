// Creates the tables of questionnaires, rounds, agencies and memberships.
import { type Kysely, sql } from 'kysely';
import { type Columns, key, type Migration, refersTo, required } from '../migration.ts';

export const rounds: Migration = {
  name: '0002-rounds',
  up: async (db, columns) => {
    await createRound(db, columns);
    await createAgency(db, columns);
    await createMembership(db, columns);
  },
};

async function createRound(db: Kysely<unknown>, { text, instant, count, json }: Columns): Promise<void> {
  await db.schema
    .createTable('questionnaire')
    .addColumn('id', text, required)
    .addColumn('version', count, required)
    .addColumn('definition', json, required)
    .addPrimaryKeyConstraint('questionnaire_key', ['id', 'version'])
    .execute();

  await db.schema
    .createTable('round')
    .addColumn('id', text, key)
    .addColumn('title', text, required)
    .addColumn('country', text, required)
    .addColumn('questionnaire_id', text, required)
    .addColumn('questionnaire_version', count, required)
    .addColumn('phase', text, required)
    .addColumn('reading', text, required)
    .addColumn('due_at', instant)
    .addColumn('created_at', instant, required)
    .addColumn('sent_at', instant)
    .addForeignKeyConstraint('round_questionnaire', ['questionnaire_id', 'questionnaire_version'], 'questionnaire', ['id', 'version'])
    .execute();
}

async function createAgency(db: Kysely<unknown>, { text, count, flag }: Columns): Promise<void> {
  await db.schema
    .createTable('agency')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('name', text, required)
    .addColumn('short_name', text, required)
    .addColumn('colour', count, required)
    .addColumn('is_lead', flag, required)
    .addColumn('position', count, required)
    // What an agency is named by together with its round, so that nothing mixes the agencies of two rounds.
    .addUniqueConstraint('agency_in_round', ['round_id', 'id'])
    .execute();
  await db.schema.createIndex('one_lead_agency').unique().on('agency').column('round_id').where(sql<boolean>`is_lead = 1`).execute();
}

async function createMembership(db: Kysely<unknown>, { text }: Columns): Promise<void> {
  await db.schema
    .createTable('membership')
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('agency_id', text, required)
    .addPrimaryKeyConstraint('membership_key', ['round_id', 'person_id'])
    .addForeignKeyConstraint('membership_agency', ['round_id', 'agency_id'], 'agency', ['round_id', 'id'])
    .execute();
  await db.schema.createIndex('membership_of_person').on('membership').column('person_id').execute();
  await db.schema.createIndex('membership_of_agency').on('membership').column('agency_id').execute();

  await db.schema
    .createTable('membership_role')
    .addColumn('round_id', text, required)
    .addColumn('person_id', text, required)
    .addColumn('role', text, required)
    .addPrimaryKeyConstraint('membership_role_key', ['round_id', 'person_id', 'role'])
    .addForeignKeyConstraint('role_of_membership', ['round_id', 'person_id'], 'membership', ['round_id', 'person_id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
}
