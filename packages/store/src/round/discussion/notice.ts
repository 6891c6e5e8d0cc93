// Notices: "something happened that concerns you". The server decides which kinds there are.
import type { Instant, PersonId, QuestionId, RoundId } from '@chancery/domain';
import { newId } from '../../schema/values.ts';
import { type Database, query, type Transaction } from '../../database/store.ts';

export interface NewNotice {
  readonly person: PersonId;
  readonly round: RoundId;
  readonly question: QuestionId | null;
  readonly kind: string;
  /** Plain JSON: facts of this kind, such as who did it. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

export interface Notice extends NewNotice {
  readonly id: string;
  readonly readAt: Instant | null;
}

/** True when the person has an unread notice of this kind about this answer. */
export async function hasUnreadNotice(db: Database, { person, round, question, kind }: NewNotice): Promise<boolean> {
  const rows = await db[query]
    .selectFrom('notice')
    .select('id')
    .where('person_id', '=', person)
    .where('round_id', '=', round)
    .where('question_id', question === null ? 'is' : '=', question)
    .where('kind', '=', kind)
    .where('read_at', 'is', null)
    .limit(1)
    .execute();
  return rows.length > 0;
}

/** Keeps notices, unread, for their people. */
export async function sendNotices(tx: Transaction, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx[query]
    .insertInto('notice')
    .values(
      notices.map(({ person, round, question, kind, details, at }) => ({
        id: newId<string>(),
        person_id: person,
        round_id: round,
        question_id: question,
        kind,
        details: JSON.stringify(details),
        at,
        read_at: null,
      })),
    )
    .execute();
}

/** A person's latest notices, at most `maxNotices`, the latest first. */
export async function noticesOf(db: Database, person: PersonId, maxNotices: number): Promise<readonly Notice[]> {
  const rows = await db[query]
    .selectFrom('notice')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(maxNotices)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    round: row.round_id,
    question: row.question_id,
    kind: row.kind,
    details: JSON.parse(row.details) as Notice['details'],
    at: row.at,
    readAt: row.read_at,
  }));
}

/** Marks notices as read, as far as they are the person's own. */
export async function readNotices(tx: Transaction, person: PersonId, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx[query]
    .updateTable('notice')
    .set({ read_at: at })
    .where('person_id', '=', person)
    .where('id', 'in', ids)
    .where('read_at', 'is', null)
    .execute();
}
