// Creates what screens tell of decisions that were undone: why an answer was taken back, and who made an approval void.
import { mayReferTo, type Migration, refersTo, required } from '../migration.ts';

export const takenBack: Migration = {
  name: '0011-taken-back',
  up: async (db, { text, instant }) => {
    await db.schema
      .createTable('taken_back')
      .addColumn('round_id', text, refersTo('round.id'))
      .addColumn('question_id', text, required)
      .addColumn('kind', text, required)
      .addColumn('person_id', text, refersTo('person.id'))
      .addColumn('at', instant, required)
      .addColumn('reason', text, required)
      .addColumn('text', text, required)
      .addColumn('digest', text, required)
      .addPrimaryKeyConstraint('taken_back_key', ['round_id', 'question_id'])
      .execute();
    await db.schema.alterTable('approval').addColumn('voided_by', text, mayReferTo('person.id')).execute();
    await db.schema.alterTable('approval').addColumn('voided_question', text).execute();
    await db.schema.alterTable('approval').addColumn('sent_at', instant).execute();
  },
};
