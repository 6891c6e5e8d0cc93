// Approvals: the authorized respondent's signature over a round, and its voiding.
import type { Instant, PersonId, QuestionId, RoundId } from '@chancery/domain';
import type { Ending, QuestionOfRound } from './round.ts';
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
    .values({ id: newId(), round_id: round, person_id: person, at, voided_at: null, entry_sequence: entrySequence, ...notVoid })
    .execute();
}

const notVoid = { voided_by: null, voided_question: null, sent_at: null };

interface VoidedApproval {
  readonly approvedBy: PersonId;
  readonly approvedAt: Instant;
  /** When the form that it approved was sent; null when it was not. */
  readonly sentAt: Instant | null;
  readonly voidedAt: Instant;
  /** Who reopened which answer; null where an earlier version did not keep it. */
  readonly voidedBy: PersonId | null;
  readonly question: QuestionId | null;
}

/** Voids the approval that holds, if any; its row stays. */
export async function voidApproval(
  tx: Transaction,
  { round, question }: QuestionOfRound,
  { by, at, sentAt }: Ending & { readonly sentAt: Instant | null },
): Promise<void> {
  await tx[query]
    .updateTable('approval')
    .set({ voided_at: at, voided_by: by, voided_question: question, sent_at: sentAt })
    .where('round_id', '=', round)
    .where('voided_at', 'is', null)
    .execute();
}

/** The approval that was made void last; null when none was, and when a later one holds. */
export async function findVoidedApproval(db: Database, round: RoundId): Promise<VoidedApproval | null> {
  const row = await db[query]
    .selectFrom('approval')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('entry_sequence', 'desc')
    .executeTakeFirst();
  if (row === undefined || row.voided_at === null) return null;
  return {
    approvedBy: row.person_id,
    approvedAt: row.at,
    sentAt: row.sent_at,
    voidedAt: row.voided_at,
    voidedBy: row.voided_by,
    question: row.voided_question,
  };
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
