// Threads. The domain decides whether one may be resolved.
import type { AgencyId, Anchor, Instant, PersonId, QuestionId, RoundId, ThreadFacts, ThreadId, ThreadKind } from '@chancery/domain';
import type { Selectable } from 'kysely';
import type { Ending, QuestionOfRound } from '../round.ts';
import { addComment, type Comment, commentsOf, type NewComment } from './comment.ts';
import { newId } from '../../schema/values.ts';
import { type Database, query, type Transaction } from '../../database/store.ts';
import type { Tables } from '../../schema/tables.ts';

export interface Thread {
  readonly id: ThreadId;
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly kind: ThreadKind;
  readonly addressedTo: AgencyId | null;
  /** Null for a thread about the whole question. */
  readonly anchor: Anchor | null;
  readonly startedBy: PersonId;
  readonly startedAt: Instant;
  readonly resolved: Ending | null;
  /** The earliest first. */
  readonly comments: readonly Comment[];
}

export interface NewThread extends Pick<Thread, 'kind' | 'addressedTo' | 'anchor'> {
  readonly first: NewComment;
}

/** Starts a thread with its first comment, whose author and time are the thread's. */
export async function startThread(tx: Transaction, { round, question }: QuestionOfRound, thread: NewThread): Promise<Thread> {
  const { kind, addressedTo, anchor, first } = thread;
  const row: ThreadRow = {
    id: newId(),
    round_id: round,
    question_id: question,
    kind,
    addressed_to: addressedTo,
    anchor: anchor === null ? null : JSON.stringify(anchor),
    quote: anchor?.quote ?? null,
    started_by: first.person,
    started_at: first.at,
    resolved_by: null,
    resolved_at: null,
  };
  await tx[query].insertInto('thread').values(row).execute();
  return toThread(row, [await addComment(tx, row.id, first)]);
}

/** Marks a thread as resolved; its comments stay. */
export async function resolveThread(tx: Transaction, id: ThreadId, { by, at }: Ending): Promise<void> {
  await tx[query].updateTable('thread').set({ resolved_by: by, resolved_at: at }).where('id', '=', id).execute();
}

/** Takes the resolution back. */
export async function reopenThread(tx: Transaction, id: ThreadId): Promise<void> {
  await tx[query].updateTable('thread').set({ resolved_by: null, resolved_at: null }).where('id', '=', id).execute();
}

/** A thread of this round with its comments; null also when another round has it. */
export async function findThread(db: Database, round: RoundId, id: ThreadId): Promise<Thread | null> {
  const row = await db[query].selectFrom('thread').selectAll().where('round_id', '=', round).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toThread(row, (await commentsOf(db, [id])).get(id) ?? []);
}

/** The threads of one answer with their comments, the earliest first. */
export async function threadsOf(db: Database, { round, question }: QuestionOfRound): Promise<readonly Thread[]> {
  const rows = await db[query]
    .selectFrom('thread')
    .selectAll()
    .where('round_id', '=', round)
    .where('question_id', '=', question)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const comments = await commentsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toThread(row, comments.get(row.id) ?? []));
}

/** What the rules ask about the threads of a whole round; a question without any is absent. */
export async function threadFactsOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, readonly ThreadFacts[]>> {
  const rows = await db[query]
    .selectFrom('thread')
    .select(['id', 'question_id', 'kind', 'addressed_to', 'started_by', 'resolved_at'])
    .where('round_id', '=', round)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.question_id)].map(([question, of]) => [question, of.map(toFacts)]));
}

/** What the rules ask about a thread. */
export function factsOf({ id, kind, addressedTo, startedBy, resolved }: Thread): ThreadFacts {
  return { id, kind, addressedTo, startedBy, isResolved: resolved !== null };
}

type ThreadRow = Selectable<Tables['thread']>;

function toThread(row: ThreadRow, comments: readonly Comment[]): Thread {
  return {
    id: row.id,
    round: row.round_id,
    question: row.question_id,
    kind: row.kind,
    addressedTo: row.addressed_to,
    anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as Anchor),
    startedBy: row.started_by,
    startedAt: row.started_at,
    resolved: row.resolved_by === null || row.resolved_at === null ? null : { by: row.resolved_by, at: row.resolved_at },
    comments,
  };
}

function toFacts(row: Pick<ThreadRow, 'id' | 'kind' | 'addressed_to' | 'started_by' | 'resolved_at'>): ThreadFacts {
  return { id: row.id, kind: row.kind, addressedTo: row.addressed_to, startedBy: row.started_by, isResolved: row.resolved_at !== null };
}
