// Clearances. They are never deleted: one that no longer holds is ended.
import type { AgencyId, Clearance, Digest, Instant, PersonId, QuestionId, RoundId } from '@chancery/domain';
import type { Ending, QuestionOfRound } from './round.ts';
import { newId } from '../schema/values.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

/** Keeps a clearance, which ends the one that its agency gave before. */
export async function recordClearance(tx: Transaction, { round, question }: QuestionOfRound, clearance: Clearance): Promise<void> {
  const { agency, person, digest, at } = clearance;
  await endClearances(tx, { round, question }, { by: person, at }, agency);
  await tx[query]
    .insertInto('clearance')
    .values({
      id: newId(),
      round_id: round,
      question_id: question,
      agency_id: agency,
      person_id: person,
      digest,
      at,
      ended_at: null,
      ended_by: null,
    })
    .execute();
}

/** Ends the clearances of one answer that hold: of every agency, or of one. */
export async function endClearances(
  tx: Transaction,
  { round, question }: QuestionOfRound,
  { by, at }: Ending,
  agency?: AgencyId,
): Promise<void> {
  await tx[query]
    .updateTable('clearance')
    .set({ ended_at: at, ended_by: by })
    .where('round_id', '=', round)
    .where('question_id', '=', question)
    .where('ended_at', 'is', null)
    .$if(agency !== undefined, (update) => update.where('agency_id', '=', agency ?? null))
    .execute();
}

/** The clearances of a whole round that hold, stale ones among them; a question without any is absent. */
export async function clearancesOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, readonly Clearance[]>> {
  const rows = await db[query]
    .selectFrom('clearance')
    .selectAll()
    .where('round_id', '=', round)
    .where('ended_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.question_id)].map(([question, of]) => [question, of.map(toClearance)]));
}

/** The content that an agency cleared last, whether or not its clearance still holds; null when it has cleared none. */
export async function lastClearedBy(
  db: Database,
  { round, question }: QuestionOfRound,
  agency: AgencyId,
): Promise<{ readonly at: Instant; readonly digest: Digest; readonly canonical: string } | null> {
  const row = await db[query]
    .selectFrom('clearance')
    .innerJoin('content', 'content.digest', 'clearance.digest')
    .select(['clearance.at', 'clearance.digest', 'content.canonical'])
    .where('clearance.round_id', '=', round)
    .where('clearance.question_id', '=', question)
    .where('clearance.agency_id', '=', agency)
    .orderBy('clearance.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

function toClearance(row: { agency_id: AgencyId; person_id: PersonId; digest: Clearance['digest']; at: Instant }): Clearance {
  return { agency: row.agency_id, person: row.person_id, digest: row.digest, at: row.at };
}
