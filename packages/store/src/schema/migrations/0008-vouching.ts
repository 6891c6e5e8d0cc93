// Adds who stands behind each role, and how a one-time link came to its person.
import type { Migration } from '../migration.ts';

export const vouching: Migration = {
  name: '0008-vouching',
  up: async (db, { text, json }) => {
    // Roles of before are in force; who vouched for them was not kept.
    await db.schema
      .alterTable('membership_role')
      .addColumn('standing', text, (column) => column.notNull().defaultTo('confirmed'))
      .execute();
    for (const voucher of ['vouched_by', 'confirmed_by']) await db.schema.alterTable('membership_role').addColumn(voucher, json).execute();
    await db.schema.alterTable('invitation').addColumn('delivery', json).execute();
  },
};
