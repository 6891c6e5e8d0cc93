// What the database keeps for good and no part of the program reads back: the evidence behind digests, and clearances that have ended.
import type { Digest, Instant, PersonId } from '@chancery/domain';
import { type Database, query } from '../database/store.ts';
import type { QuestionOfRound } from '../round/round.ts';

/** The canonical JSON that is kept under each of the digests; one that nothing was kept for is absent. */
export async function evidenceOf(db: Database, digests: readonly Digest[]): Promise<ReadonlyMap<Digest, string>> {
  const rows = await db[query].selectFrom('content').select(['digest', 'canonical']).where('digest', 'in', digests).execute();
  return new Map(rows.map((row) => [row.digest, row.canonical]));
}

export interface EndedClearance {
  readonly digest: Digest;
  readonly endedAt: Instant | null;
  readonly endedBy: PersonId | null;
}

/** Every clearance that was ever given for an answer, the earliest first. */
export async function allClearancesOf(db: Database, { round, question }: QuestionOfRound): Promise<readonly EndedClearance[]> {
  return await db[query]
    .selectFrom('clearance')
    .select(['digest', 'ended_at as endedAt', 'ended_by as endedBy'])
    .where('round_id', '=', round)
    .where('question_id', '=', question)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
