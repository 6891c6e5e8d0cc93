// Approvals: the authorized respondent's signature over a round, and its voiding.
import type { Instant, PersonId, RoundId } from '@chancery/domain';
import { newId } from '../schema/values.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface Approval {
  readonly person: PersonId;
  readonly at: Instant;
  /** The entry of the record that holds what was signed. */
  readonly entrySequence: number;
}

/** Keeps an approval. Rejects when one holds already. */
export async function recordApproval(tx: Transaction, round: RoundId, { person, at, entrySequence }: Approval): Promise<void> {
  await tx[query]
    .insertInto('approval')
    .values({ id: newId(), round_id: round, person_id: person, at, voided_at: null, entry_sequence: entrySequence })
    .execute();
}

/** Voids the approval that holds, if any; its row stays. */
export async function voidApproval(tx: Transaction, round: RoundId, at: Instant): Promise<void> {
  await tx[query].updateTable('approval').set({ voided_at: at }).where('round_id', '=', round).where('voided_at', 'is', null).execute();
}

/** The approval that holds; null when there is none. */
export async function findApproval(db: Database, round: RoundId): Promise<Approval | null> {
  const row = await db[query]
    .selectFrom('approval')
    .selectAll()
    .where('round_id', '=', round)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { person: row.person_id, at: row.at, entrySequence: row.entry_sequence };
}
