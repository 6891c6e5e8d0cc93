// Creates the tables of answers: assignments, answer documents with their updates, proposals, imports under way.
import type { Kysely } from 'kysely';
import { type Columns, key, mayReferTo, type Migration, refersTo, required } from '../migration.ts';

export const answers: Migration = {
  name: '0003-answers',
  up: async (db, columns) => {
    await createAssignment(db, columns);
    await createDocument(db, columns);
    await createProposal(db, columns);
    await createImportDraft(db, columns);
  },
};

async function createAssignment(db: Kysely<unknown>, { text, instant, count, flag }: Columns): Promise<void> {
  await db.schema
    .createTable('assignment')
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('leading_agency_id', text, required)
    .addColumn('due_at', instant)
    .addColumn('assigned_by', text, refersTo('person.id'))
    .addColumn('assigned_at', instant, required)
    .addPrimaryKeyConstraint('assignment_key', ['round_id', 'question_id'])
    .addForeignKeyConstraint('assignment_leader', ['round_id', 'leading_agency_id'], 'agency', ['round_id', 'id'])
    .execute();

  await db.schema
    .createTable('assignment_contributor')
    .addColumn('round_id', text, required)
    .addColumn('question_id', text, required)
    .addColumn('agency_id', text, required)
    .addColumn('must_clear', flag, required)
    .addColumn('position', count, required)
    .addPrimaryKeyConstraint('assignment_contributor_key', ['round_id', 'question_id', 'agency_id'])
    .addForeignKeyConstraint(
      'contributor_to_assignment',
      ['round_id', 'question_id'],
      'assignment',
      ['round_id', 'question_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .addForeignKeyConstraint('contributor_agency', ['round_id', 'agency_id'], 'agency', ['round_id', 'id'])
    .execute();
}

async function createDocument(db: Kysely<unknown>, { text, instant, count, bytes }: Columns): Promise<void> {
  await db.schema
    .createTable('document')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('epoch', count, required)
    .addColumn('schema_version', count, required)
    .addColumn('sequence', count, required)
    .addColumn('created_at', instant, required)
    .addUniqueConstraint('document_of_question', ['round_id', 'question_id'])
    .execute();

  await db.schema
    .createTable('document_update')
    .addColumn('document_id', text, refersTo('document.id'))
    .addColumn('sequence', count, required)
    .addColumn('bytes', bytes, required)
    // No foreign keys: an author who is gone must never keep a batch of others' updates out of the log.
    .addColumn('person_id', text)
    .addColumn('agency_id', text)
    .addColumn('at', instant, required)
    .addPrimaryKeyConstraint('document_update_key', ['document_id', 'sequence'])
    .execute();
}

async function createProposal(db: Kysely<unknown>, { text, instant, json, bytes }: Columns): Promise<void> {
  await db.schema
    .createTable('proposal')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('person_id', text, mayReferTo('person.id'))
    .addColumn('reason', text, required)
    .addColumn('update_bytes', bytes)
    .addColumn('content', json)
    .addColumn('text', text, required)
    .addColumn('at', instant, required)
    .addColumn('settled_at', instant)
    .addColumn('settled_by', text, mayReferTo('person.id'))
    .addColumn('outcome', text)
    .execute();
  await db.schema.createIndex('proposal_of_question').on('proposal').columns(['round_id', 'question_id']).execute();
}

async function createImportDraft(db: Kysely<unknown>, { text, instant, json }: Columns): Promise<void> {
  await db.schema
    .createTable('import_draft')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('file_name', text, required)
    .addColumn('form', json, required)
    .addColumn('created_at', instant, required)
    .addColumn('expires_at', instant, required)
    .execute();
}
