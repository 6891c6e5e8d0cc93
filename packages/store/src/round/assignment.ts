// Assignments: which agency leads an answer, which contribute, and who must clear.
import type { AgencyId, Assignment, Contributor, Day, Instant, PersonId, QuestionId, RoundId } from '@chancery/domain';
import { isSet, toFlag } from '../schema/values.ts';
import type { QuestionOfRound } from './round.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface Assigning extends QuestionOfRound {
  readonly assignment: Assignment;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Keeps an assignment in place of the one before. */
export async function assign(tx: Transaction, { round, question, assignment, by, at }: Assigning): Promise<void> {
  const { leadingAgency, contributors, dueDay } = assignment;
  const row = { leading_agency_id: leadingAgency, due_day: dueDay, assigned_by: by, assigned_at: at };
  await tx[query]
    .insertInto('assignment')
    .values({ round_id: round, question_id: question, ...row })
    .onConflict((conflict) => conflict.columns(['round_id', 'question_id']).doUpdateSet(row))
    .execute();
  await tx[query].deleteFrom('assignment_contributor').where('round_id', '=', round).where('question_id', '=', question).execute();
  if (contributors.length === 0) return;
  await tx[query]
    .insertInto('assignment_contributor')
    .values(
      contributors.map(({ agency, mustClear }, position) => ({
        round_id: round,
        question_id: question,
        agency_id: agency,
        must_clear: toFlag(mustClear),
        position,
      })),
    )
    .execute();
}

/** The assignments of a whole round; a question that nobody leads is absent. */
export async function assignmentsOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, Assignment>> {
  const assignments = await db[query].selectFrom('assignment').selectAll().where('round_id', '=', round).execute();
  const contributors = await db[query]
    .selectFrom('assignment_contributor')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('position')
    .execute();
  const contributorsTo = Map.groupBy(contributors, (it) => it.question_id);
  return new Map(assignments.map((row) => [row.question_id, toAssignment(row, contributorsTo.get(row.question_id) ?? [])]));
}

interface ContributorRow {
  agency_id: AgencyId;
  must_clear: 0 | 1;
}

function toAssignment(row: { leading_agency_id: AgencyId; due_day: Day | null }, contributors: readonly ContributorRow[]): Assignment {
  return { leadingAgency: row.leading_agency_id, contributors: contributors.map(toContributor), dueDay: row.due_day };
}

function toContributor(row: ContributorRow): Contributor {
  return { agency: row.agency_id, mustClear: isSet(row.must_clear) };
}
