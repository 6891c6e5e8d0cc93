// Creates the tables of people and of how they sign in.
import { key, type Migration, refersTo, required } from '../migration.ts';

export const people: Migration = {
  name: '0001-people',
  up: async (db, { text, instant, count, flag }) => {
    await db.schema
      .createTable('person')
      .addColumn('id', text, key)
      .addColumn('email', text, (column) => column.notNull().unique())
      .addColumn('name', text, required)
      .addColumn('title', text, required)
      .addColumn('password_hash', text)
      .addColumn('is_administrator', flag, required)
      .addColumn('created_at', instant, required)
      .addColumn('disabled_at', instant)
      .execute();

    await db.schema
      .createTable('session')
      .addColumn('id_hash', text, key)
      .addColumn('person_id', text, refersTo('person.id'))
      .addColumn('created_at', instant, required)
      .addColumn('expires_at', instant, required)
      .addColumn('proven_at', instant, required)
      .execute();
    await db.schema.createIndex('session_of_person').on('session').column('person_id').execute();

    await db.schema
      .createTable('invitation')
      .addColumn('token_hash', text, key)
      .addColumn('person_id', text, refersTo('person.id'))
      .addColumn('created_at', instant, required)
      .addColumn('expires_at', instant, required)
      .addColumn('used_at', instant)
      .execute();
    await db.schema.createIndex('invitation_of_person').on('invitation').column('person_id').execute();

    await db.schema
      .createTable('sign_in_attempt')
      .addColumn('key', text, key)
      .addColumn('failures', count, required)
      .addColumn('window_started_at', instant, required)
      .execute();
  },
};
