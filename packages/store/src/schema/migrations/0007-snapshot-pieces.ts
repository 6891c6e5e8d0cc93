// Creates the table for what of a large snapshot does not fit into its row, so that it is written in several short transactions.
import { type Migration, refersTo, required } from '../migration.ts';

export const snapshotPieces: Migration = {
  name: '0007-snapshot-pieces',
  up: async (db, { text, count, bytes }) => {
    // What follows `bytes` and `attribution`: which pieces, and how many of each.
    await db.schema.alterTable('document_snapshot').addColumn('pieces_id', text).execute();
    for (const pieces of ['bytes_pieces', 'attribution_pieces']) {
      await db.schema
        .alterTable('document_snapshot')
        .addColumn(pieces, count, (column) => column.notNull().defaultTo(0))
        .execute();
    }

    await db.schema
      .createTable('document_snapshot_piece')
      .addColumn('document_id', text, refersTo('document.id'))
      // Pieces are written before their snapshot: those of another id that are no later than the snapshot belong to none.
      .addColumn('pieces_id', text, required)
      .addColumn('sequence', count, required)
      .addColumn('part', text, required)
      .addColumn('number', count, required)
      .addColumn('bytes', bytes, required)
      .addPrimaryKeyConstraint('document_snapshot_piece_key', ['document_id', 'pieces_id', 'part', 'number'])
      .execute();
  },
};
