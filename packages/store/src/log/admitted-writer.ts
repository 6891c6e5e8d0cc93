// Who was ever let in to an answer with the right to write: what such a person typed without a connection is taken after that right was lost.
import type { PersonId } from '@chancery/domain';
import type { DocumentId } from '@chancery/sync/ports';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface AdmittedWriter {
  readonly document: DocumentId;
  readonly person: PersonId;
}

/** Keeps them; those that are known already are left alone. */
export async function keepAdmittedWriters(tx: Transaction, writers: readonly AdmittedWriter[]): Promise<void> {
  for (const { document, person } of writers) {
    await tx[query]
      .insertInto('admitted_writer')
      .values({ document_id: document, person_id: person })
      .onConflict((conflict) => conflict.columns(['document_id', 'person_id']).doNothing())
      .execute();
  }
}

/** True for a person who was let in as a writer, or of whom the log has something (which earlier versions knew alone). */
export async function hasBeenWriter(db: Database, { document, person }: AdmittedWriter): Promise<boolean> {
  const asked = await Promise.all(
    (['admitted_writer', 'document_client', 'document_update'] as const).map((table) =>
      db[query]
        .selectFrom(table)
        .select('document_id')
        .where('document_id', '=', document)
        .where('person_id', '=', person)
        .limit(1)
        .execute(),
    ),
  );
  return asked.some((rows) => rows.length > 0);
}
