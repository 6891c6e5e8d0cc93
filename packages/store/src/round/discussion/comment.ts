// The comments of threads, and whom they mention. The domain decides who may change one.
import type { CommentId, DiscussionLoad, Instant, PersonId, ThreadId } from '@chancery/domain';
import { sql } from 'kysely';
import type { QuestionOfRound } from '../round.ts';
import { newId } from '../../schema/values.ts';
import { type Database, query, type Transaction } from '../../database/store.ts';

export interface NewComment {
  readonly person: PersonId;
  readonly body: string;
  readonly mentions: readonly PersonId[];
  readonly at: Instant;
}

export interface Comment extends NewComment {
  readonly id: CommentId;
  /** When the author changed the words last; null while they are the first ones. */
  readonly editedAt: Instant | null;
  /** Its author has taken its words out: there are none. */
  readonly isDeleted: boolean;
}

/** Adds a comment; a person mentioned twice is mentioned once. */
export async function addComment(tx: Transaction, thread: ThreadId, { person, body, mentions, at }: NewComment): Promise<Comment> {
  const id = newId<CommentId>();
  await tx[query]
    .insertInto('comment')
    .values({ id, thread_id: thread, person_id: person, body, at, edited_at: null, deleted_at: null })
    .execute();
  return { id, person, body, mentions: await mention(tx, id, mentions), at, editedAt: null, isDeleted: false };
}

/** Gives a comment other words. */
export async function editComment(
  tx: Transaction,
  id: CommentId,
  { body, mentions, at }: Pick<NewComment, 'body' | 'mentions' | 'at'>,
): Promise<void> {
  await tx[query].updateTable('comment').set({ body, edited_at: at }).where('id', '=', id).execute();
  await tx[query].deleteFrom('mention').where('comment_id', '=', id).execute();
  await mention(tx, id, mentions);
}

/** Takes the words out for good; the comment keeps its place. */
export async function deleteComment(tx: Transaction, id: CommentId, at: Instant): Promise<void> {
  await tx[query].updateTable('comment').set({ body: '', deleted_at: at }).where('id', '=', id).execute();
  await tx[query].deleteFrom('mention').where('comment_id', '=', id).execute();
}

async function mention(tx: Transaction, id: CommentId, mentions: readonly PersonId[]): Promise<readonly PersonId[]> {
  const mentioned = [...new Set(mentions)];
  if (mentioned.length > 0) {
    await tx[query]
      .insertInto('mention')
      .values(mentioned.map((who) => ({ comment_id: id, person_id: who })))
      .execute();
  }
  return mentioned;
}

/** How much is said beside an answer, and by a person in its round: in all, and since that time. */
export async function discussionLoadOf(
  db: Database,
  { round, question }: QuestionOfRound,
  { person, since }: { readonly person: PersonId; readonly since: Instant },
): Promise<DiscussionLoad> {
  const { threads } = await db[query]
    .selectFrom('thread')
    .select(({ fn }) => fn.countAll<number>().as('threads'))
    .where('round_id', '=', round)
    .where('question_id', '=', question)
    .executeTakeFirstOrThrow();
  const inRound = db[query]
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .where('thread.round_id', '=', round);
  const { characters } = await inRound
    .where('thread.question_id', '=', question)
    .select(({ fn }) => fn.sum<number | null>(fn('length', ['comment.body'])).as('characters'))
    .executeTakeFirstOrThrow();
  const { comments, lately } = await inRound
    .where('comment.person_id', '=', person)
    .select(({ fn }) => [
      fn.countAll<number>().as('comments'),
      fn.sum<number | null>(sql<number>`case when comment.at > ${since} then 1 else 0 end`).as('lately'),
    ])
    .executeTakeFirstOrThrow();
  return { threads, characters: characters ?? 0, byPerson: comments, latelyByPerson: lately ?? 0 };
}

/** The comments of each thread, the earliest first. */
export async function commentsOf(db: Database, threads: readonly ThreadId[]): Promise<ReadonlyMap<ThreadId, readonly Comment[]>> {
  if (threads.length === 0) return new Map();
  const comments = await db[query]
    .selectFrom('comment')
    .selectAll()
    .where('thread_id', 'in', threads)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const mentions = await db[query]
    .selectFrom('mention')
    .innerJoin('comment', 'comment.id', 'mention.comment_id')
    .select(['mention.comment_id', 'mention.person_id'])
    .where('comment.thread_id', 'in', threads)
    .orderBy('mention.person_id')
    .execute();
  const mentionsIn = Map.groupBy(mentions, (it) => it.comment_id);
  const toComment = (row: (typeof comments)[number]): Comment => ({
    id: row.id,
    person: row.person_id,
    body: row.body,
    mentions: (mentionsIn.get(row.id) ?? []).map((it) => it.person_id),
    at: row.at,
    editedAt: row.edited_at,
    isDeleted: row.deleted_at !== null,
  });
  return new Map([...Map.groupBy(comments, (row) => row.thread_id)].map(([thread, of]) => [thread, of.map(toComment)]));
}
