// Acceptances. They are never deleted: one that no longer holds is ended.
import type { Acceptance, QuestionId, RoundId } from '@chancery/domain';
import type { Selectable } from 'kysely';
import type { Ending, QuestionOfRound } from './round.ts';
import { newId } from '../schema/values.ts';
import { type Database, query, type Transaction } from '../database/store.ts';
import type { Tables } from '../schema/tables.ts';

/** Keeps an acceptance. Rejects when one holds already: an accepted answer is frozen. */
export async function recordAcceptance(tx: Transaction, { round, question }: QuestionOfRound, acceptance: Acceptance): Promise<void> {
  const { kind, person, digest, at } = acceptance;
  await tx[query]
    .insertInto('acceptance')
    .values({ id: newId(), round_id: round, question_id: question, kind, person_id: person, digest, at, ended_at: null, ended_by: null })
    .execute();
}

/** Ends the acceptance that holds, if any. */
export async function endAcceptance(tx: Transaction, { round, question }: QuestionOfRound, { by, at }: Ending): Promise<void> {
  await tx[query]
    .updateTable('acceptance')
    .set({ ended_at: at, ended_by: by })
    .where('round_id', '=', round)
    .where('question_id', '=', question)
    .where('ended_at', 'is', null)
    .execute();
}

/** The acceptances of a whole round that hold. */
export async function acceptancesOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, Acceptance>> {
  const rows = await db[query].selectFrom('acceptance').selectAll().where('round_id', '=', round).where('ended_at', 'is', null).execute();
  return new Map(rows.map((row) => [row.question_id, toAcceptance(row)]));
}

/** How many answers of each round are accepted or closed without an answer; a round without any is absent. */
export async function countAcceptances(db: Database, rounds: readonly RoundId[]): Promise<ReadonlyMap<RoundId, number>> {
  if (rounds.length === 0) return new Map();
  const rows = await db[query]
    .selectFrom('acceptance')
    .select(({ fn }) => ['round_id', fn.countAll<number>().as('accepted')])
    .where('round_id', 'in', rounds)
    .where('ended_at', 'is', null)
    .groupBy('round_id')
    .execute();
  return new Map(rows.map((row) => [row.round_id, row.accepted]));
}

function toAcceptance(row: Selectable<Tables['acceptance']>): Acceptance {
  return { kind: row.kind, person: row.person_id, digest: row.digest, at: row.at };
}
