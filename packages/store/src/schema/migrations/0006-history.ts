// Creates what several servers and a compacted log need: the fence, snapshots, owners of client ids, a round's revision, the installation.
import { type Kysely, sql } from 'kysely';
import { type Columns, key, type Migration, refersTo, required } from '../migration.ts';
import { newId } from '../values.ts';

export const history: Migration = {
  name: '0006-history',
  up: async (db, columns) => {
    await extendDocument(db, columns);
    await extendRoundAndProposal(db, columns);
    await createInstallation(db, columns);
  },
};

async function extendDocument(db: Kysely<unknown>, { text, instant, count, flag, bytes, whole }: Columns): Promise<void> {
  await db.schema
    .alterTable('document')
    .addColumn('is_frozen', flag, (column) => column.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable('document_snapshot')
    .addColumn('document_id', text, (column) => key(column).references('document.id'))
    .addColumn('sequence', count, required)
    // Of the last update in it: no foreign keys, as in document_update.
    .addColumn('person_id', text)
    .addColumn('agency_id', text)
    .addColumn('at', instant, required)
    .addColumn('bytes', bytes, required)
    .addColumn('attribution', bytes, required)
    .execute();

  await db.schema
    .createTable('document_client')
    .addColumn('document_id', text, refersTo('document.id'))
    .addColumn('client_id', whole, required)
    .addColumn('person_id', text, required)
    .addPrimaryKeyConstraint('document_client_key', ['document_id', 'client_id'])
    .execute();
}

async function extendRoundAndProposal(db: Kysely<unknown>, { text, count }: Columns): Promise<void> {
  await db.schema
    .alterTable('round')
    .addColumn('revision', count, (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('proposal').addColumn('reason_given', text).execute();
  await db.schema.alterTable('proposal').addColumn('base_epoch', count).execute();
}

async function createInstallation(db: Kysely<unknown>, { text }: Columns): Promise<void> {
  await db.schema.createTable('installation').addColumn('id', text, key).execute();
  await sql`insert into installation (id) values (${newId<string>()})`.execute(db);
}
