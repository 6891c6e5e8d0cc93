// Adds to comments when their author changed them last, and when their author took them out.
import type { Migration } from '../migration.ts';

export const commentChanges: Migration = {
  name: '0013-comment-changes',
  up: async (db, { instant }) => {
    await db.schema.alterTable('comment').addColumn('edited_at', instant).execute();
    await db.schema.alterTable('comment').addColumn('deleted_at', instant).execute();
  },
};
