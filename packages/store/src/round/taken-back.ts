// Answers that were taken back and wait to be cleared again: one standing reason for each.
import type { QuestionId, RoundId, TakenBack } from '@chancery/domain';
import type { QuestionOfRound } from './round.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

/** Keeps why the answer was taken back, in place of an earlier reason. */
export async function keepTakenBack(tx: Transaction, answer: QuestionOfRound, takenBack: TakenBack): Promise<void> {
  await endTakenBack(tx, answer);
  const { kind, person, at, reason, text, digest } = takenBack;
  await tx[query]
    .insertInto('taken_back')
    .values({ round_id: answer.round, question_id: answer.question, kind, person_id: person, at, reason, text, digest })
    .execute();
}

/** The reason no longer stands, if one did: an agency has cleared the answer, or its drafting has ended. */
export async function endTakenBack(tx: Transaction, { round, question }: QuestionOfRound): Promise<void> {
  await tx[query].deleteFrom('taken_back').where('round_id', '=', round).where('question_id', '=', question).execute();
}

/** The reasons of a whole round that stand. */
export async function takenBackOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, TakenBack>> {
  const rows = await db[query].selectFrom('taken_back').selectAll().where('round_id', '=', round).execute();
  return new Map(
    rows.map(({ question_id, kind, person_id, at, reason, text, digest }) => [
      question_id,
      { kind, person: person_id, at, reason, text, digest },
    ]),
  );
}
