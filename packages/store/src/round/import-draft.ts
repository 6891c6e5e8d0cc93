// Imports that were previewed and not yet run. What their form means is up to the server.
import type { Instant, PersonId, RoundId } from '@chancery/domain';
import { newId } from '../schema/values.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface NewImportDraft {
  readonly round: RoundId;
  readonly person: PersonId;
  readonly fileName: string;
  /** Plain JSON: what was recognised in the file. */
  readonly form: unknown;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface ImportDraft extends NewImportDraft {
  readonly id: string;
}

/** Keeps what was previewed until it is run, dropped or expires. */
export async function keepImportDraft(tx: Transaction, draft: NewImportDraft): Promise<ImportDraft> {
  const id = newId<string>();
  const { round, person, fileName, form, createdAt, expiresAt } = draft;
  await tx[query]
    .insertInto('import_draft')
    .values({
      id,
      round_id: round,
      person_id: person,
      file_name: fileName,
      form: JSON.stringify(form),
      created_at: createdAt,
      expires_at: expiresAt,
    })
    .execute();
  return { ...draft, id };
}

/** A draft of this round, also one that has expired; null also when another round has it. */
export async function findImportDraft(db: Database, round: RoundId, id: string): Promise<ImportDraft | null> {
  const row = await db[query].selectFrom('import_draft').selectAll().where('round_id', '=', round).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const form: unknown = JSON.parse(row.form);
  return { id, round, person: row.person_id, fileName: row.file_name, form, createdAt: row.created_at, expiresAt: row.expires_at };
}

/** Forgets a draft that was run or dropped. */
export async function deleteImportDraft(tx: Transaction, id: string): Promise<void> {
  await tx[query].deleteFrom('import_draft').where('id', '=', id).execute();
}

/** Forgets the drafts whose time is over at `at`. */
export async function deleteExpiredImportDrafts(tx: Transaction, at: Instant): Promise<void> {
  await tx[query].deleteFrom('import_draft').where('expires_at', '<=', at).execute();
}
