// Creates the tables of threads, comments, mentions and notices.
import type { Kysely } from 'kysely';
import { type Columns, key, mayReferTo, type Migration, refersTo, required } from '../migration.ts';

export const discussion: Migration = {
  name: '0005-discussion',
  up: async (db, columns) => {
    await createThread(db, columns);
    await createComment(db, columns);
    await createNotice(db, columns);
  },
};

async function createThread(db: Kysely<unknown>, { text, instant, json }: Columns): Promise<void> {
  await db.schema
    .createTable('thread')
    .addColumn('id', text, key)
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text, required)
    .addColumn('kind', text, required)
    .addColumn('addressed_to', text)
    .addColumn('anchor', json)
    .addColumn('quote', text)
    .addColumn('started_by', text, refersTo('person.id'))
    .addColumn('started_at', instant, required)
    .addColumn('resolved_by', text, mayReferTo('person.id'))
    .addColumn('resolved_at', instant)
    .addForeignKeyConstraint('thread_addressee', ['round_id', 'addressed_to'], 'agency', ['round_id', 'id'])
    .execute();
  await db.schema.createIndex('thread_of_question').on('thread').columns(['round_id', 'question_id']).execute();
}

async function createComment(db: Kysely<unknown>, { text, instant }: Columns): Promise<void> {
  await db.schema
    .createTable('comment')
    .addColumn('id', text, key)
    .addColumn('thread_id', text, refersTo('thread.id'))
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('body', text, required)
    .addColumn('at', instant, required)
    .execute();
  await db.schema.createIndex('comment_of_thread').on('comment').columns(['thread_id', 'at']).execute();

  await db.schema
    .createTable('mention')
    .addColumn('comment_id', text, refersTo('comment.id'))
    .addColumn('person_id', text, refersTo('person.id'))
    .addPrimaryKeyConstraint('mention_key', ['comment_id', 'person_id'])
    .execute();
}

async function createNotice(db: Kysely<unknown>, { text, instant, json }: Columns): Promise<void> {
  await db.schema
    .createTable('notice')
    .addColumn('id', text, key)
    .addColumn('person_id', text, refersTo('person.id'))
    .addColumn('round_id', text, refersTo('round.id'))
    .addColumn('question_id', text)
    .addColumn('kind', text, required)
    .addColumn('details', json, required)
    .addColumn('at', instant, required)
    .addColumn('read_at', instant)
    .execute();
  await db.schema.createIndex('notice_of_person').on('notice').columns(['person_id', 'at']).execute();
}
