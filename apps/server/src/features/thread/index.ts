// The endpoints of threads: start, reply, change or take out a comment, resolve, reopen.
import { isAnchor } from '@chancery/answer-doc';
import type { ThreadView } from '@chancery/contract';
import {
  agencyMayRead,
  checkDiscussion,
  changeComment,
  checkThread,
  type CommentId,
  type EntryDraft,
  type EntryKind,
  type Instant,
  isCoordinator,
  latelyMs,
  nameOfQuestion,
  type PersonId,
  type QuestionId,
  reopenThread as reopenByRule,
  resolveThread as resolveByRule,
  type RoundId,
  type ThreadId,
} from '@chancery/domain';
import {
  addComment,
  discussionLoadOf,
  type Comment,
  deleteComment,
  editComment,
  factsOf,
  findThread,
  now,
  type QuestionOfRound,
  reopenThread,
  resolveThread,
  startThread,
  type Thread,
  type Transaction,
} from '@chancery/store';
import { accessFactsOf, actorOf, checkAnswerRight } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision, type Decision, entryBy } from '../../decision/decide.ts';
import { implement, type ParsedBody, type Server } from '../../http/implement.ts';
import { allowed, ProblemError, RefusalError } from '../../http/problem.ts';
import { nameOfAgency, questionOf, type RoundState } from '../../round/round-state.ts';
import { noticesOfComment } from '../../decision/who-is-told.ts';

/** Serves the endpoints of threads. */
export function serveThreads(server: Server, context: Context): void {
  implement(server, 'startThread', async ({ params, body, by }) =>
    toThreadView(await beginThread(context, { ...params, author: by, thread: body })),
  );
  implement(server, 'addComment', async ({ params, body, by }) => {
    await reply(context, { ...params, author: by, ...body });
    return { ok: true };
  });
  implement(server, 'editComment', async ({ params, body, by }) => {
    await rewordComment(context, { ...params, author: by, ...body });
    return { ok: true };
  });
  implement(server, 'deleteComment', async ({ params, by }) => {
    await takeOutComment(context, { ...params, author: by });
    return { ok: true };
  });
  implement(server, 'resolveThread', async ({ params, by }) => {
    await settleThread(context, { ...params, author: by }, 'resolve');
    return { ok: true };
  });
  implement(server, 'reopenThread', async ({ params, by }) => {
    await settleThread(context, { ...params, author: by }, 'reopen');
    return { ok: true };
  });
}

/** T1: starts a thread on a question or on a passage of it. */
export function beginThread(
  context: Context,
  on: { round: RoundId; question: QuestionId; author: ActingPerson; thread: ParsedBody<'startThread'> },
): Promise<Thread> {
  const { round, author, thread } = on;
  return commitDecision(context, round, async (tx, state) => {
    const { actor, question } = checkAnswerRight(state, author.person, on.question, 'comment');
    const addressedTo = thread.kind === 'query' ? thread.addressedTo : null;
    if (addressedTo !== null && !state.agencies.some((agency) => agency.id === addressedTo))
      throw new RefusalError({ code: 'agency-unknown' });
    const access = accessFactsOf(state, question);
    allowed(checkThread(actor, { kind: thread.kind, addressedTo, letsRead: thread.letsRead ?? false }, access));
    if (thread.anchor !== null && !isAnchor(thread.anchor)) throw new ProblemError('malformed', 'The passage of the thread is malformed.');
    const at = await now(tx);
    await checkRoom(tx, { round, question: question.id }, { person: author.person.id, body: thread.body, beginsThread: true, at });
    const mentions = mentioned(state, thread.mentions, author.person.id);
    const first = { person: author.person.id, body: thread.body, mentions, at };
    const started = await startThread(
      tx,
      { round, question: question.id },
      { kind: thread.kind, addressedTo, anchor: thread.anchor, first },
    );
    return {
      result: started,
      entries: thread.kind === 'query' ? [queryEntry(state, author, started, 'query-raised')] : [],
      notices: noticesOfComment(state, started, { comment: first, isFirst: true }),
      events: threadEvents(question.id),
      ...(addressedTo === null || agencyMayRead(addressedTo, access) ? { keepsRights: true } : {}),
    };
  });
}

/** Replies in a thread. */
export function reply(
  context: Context,
  on: { round: RoundId; thread: ThreadId; author: ActingPerson; body: string; mentions: readonly PersonId[] },
): Promise<void> {
  return commitDecision(context, on.round, async (tx, state) => {
    const thread = await threadOf(tx, state, on.thread, on.author);
    const at = await now(tx);
    await checkRoom(tx, thread, { person: on.author.person.id, body: on.body, beginsThread: false, at });
    const comment = { person: on.author.person.id, body: on.body, mentions: mentioned(state, on.mentions, on.author.person.id), at };
    await addComment(tx, thread.id, comment);
    return {
      result: undefined,
      entries: [],
      notices: noticesOfComment(state, thread, { comment, isFirst: false }),
      events: threadEvents(thread.question),
      keepsRights: true,
    };
  });
}

/** T6, T7: refuses a comment for which there is no room. */
async function checkRoom(
  tx: Transaction,
  answer: QuestionOfRound,
  { person, body, beginsThread, at }: { person: PersonId; body: string; beginsThread: boolean; at: Instant },
): Promise<void> {
  allowed(checkDiscussion(body, beginsThread, await discussionLoadOf(tx, answer, { person, since: at - latelyMs })));
}

/** T6: other words for a comment may be longer than there is room for. */
async function checkRoomToGrow(
  tx: Transaction,
  on: OwnComment & { question: QuestionId; body: string; before: string; at: Instant },
): Promise<void> {
  const load = await discussionLoadOf(tx, on, { person: on.author.person.id, since: on.at - latelyMs });
  allowed(checkDiscussion(on.body, false, { ...load, characters: load.characters - on.before.length, byPerson: 0, latelyByPerson: 0 }));
}

interface OwnComment {
  readonly round: RoundId;
  readonly thread: ThreadId;
  readonly comment: CommentId;
  readonly author: ActingPerson;
}

/** T8: gives a comment other words. Only those whom it did not mention before are told. */
function rewordComment(context: Context, on: OwnComment & { body: string; mentions: readonly PersonId[] }): Promise<void> {
  return commitDecision(context, on.round, async (tx, state) => {
    const { thread, comment } = await ownComment(tx, state, on);
    const words = { body: on.body, mentions: mentioned(state, on.mentions, on.author.person.id), at: await now(tx) };
    await checkRoomToGrow(tx, { ...on, question: thread.question, before: comment.body, at: words.at });
    await editComment(tx, comment.id, words);
    const added = { ...comment, ...words, mentions: words.mentions.filter((person) => !comment.mentions.includes(person)) };
    return {
      result: undefined,
      entries: [],
      notices: noticesOfComment(state, { ...thread, comments: [] }, { comment: added, isFirst: false }),
      events: threadEvents(thread.question),
      keepsRights: true,
    };
  });
}

/** T8, T9: takes the words of a comment out. */
function takeOutComment(context: Context, on: OwnComment): Promise<void> {
  return commitDecision(context, on.round, async (tx, state) => {
    const { thread, comment } = await ownComment(tx, state, on);
    await deleteComment(tx, comment.id, await now(tx));
    return { result: undefined, entries: [], events: threadEvents(thread.question), keepsRights: true };
  });
}

async function ownComment(
  tx: Transaction,
  state: RoundState,
  on: OwnComment,
): Promise<{ readonly thread: Thread; readonly comment: Comment }> {
  const thread = await threadOf(tx, state, on.thread, on.author);
  const comment = thread.comments.find((it) => it.id === on.comment);
  if (comment === undefined) throw new ProblemError('not-found', 'There is no such comment.');
  allowed(changeComment(actorOf(state, on.author.person), comment));
  return { thread, comment };
}

/** T3-T5: resolves a thread or closes a query; or opens it again. */
function settleThread(
  context: Context,
  on: { round: RoundId; thread: ThreadId; author: ActingPerson },
  what: 'resolve' | 'reopen',
): Promise<void> {
  return commitDecision(context, on.round, async (tx, state): Promise<Decision<undefined>> => {
    const thread = await threadOf(tx, state, on.thread, on.author);
    const { actor } = checkAnswerRight(state, on.author.person, thread.question, 'comment');
    allowed((what === 'resolve' ? resolveByRule : reopenByRule)(actor, factsOf(thread), state.facts));
    if (what === 'resolve') await resolveThread(tx, thread.id, { by: on.author.person.id, at: await now(tx) });
    else await reopenThread(tx, thread.id);
    const entries =
      thread.kind === 'query' ? [queryEntry(state, on.author, thread, what === 'resolve' ? 'query-closed' : 'query-reopened')] : [];
    // P15: in a separate round the end of a query ends the reading that it gave.
    const keepsRights = thread.kind === 'comment' || state.facts.reading === 'shared';
    return { result: undefined, entries, events: threadEvents(thread.question), ...(keepsRights ? { keepsRights } : {}) };
  });
}

async function threadOf(tx: Transaction, state: RoundState, id: ThreadId, author: ActingPerson): Promise<Thread> {
  const thread = await findThread(tx, state.id, id);
  if (thread === null) throw new ProblemError('not-found', 'There is no such thread.');
  checkAnswerRight(state, author.person, questionOf(state, thread.question).id, 'comment');
  return thread;
}

const verbs = { 'query-raised': 'raised', 'query-closed': 'closed', 'query-reopened': 'reopened' } as const satisfies Partial<
  Record<EntryKind, string>
>;

/** The entry of something done to a query. Comments that block nothing are not decisions. */
function queryEntry(state: RoundState, author: ActingPerson, thread: Thread, kind: keyof typeof verbs): EntryDraft {
  const to = thread.addressedTo === null ? '' : ` to ${nameOfAgency(state, thread.addressedTo)}`;
  const actor = actorOf(state, author.person);
  const role = isCoordinator(actor, state.facts) ? 'coordinator' : (actor.membership?.roles.find((it) => it !== 'manager') ?? 'observer');
  return {
    kind,
    ...entryBy(state, author, role),
    words: `A query${to} on ${nameOfQuestion(questionOf(state, thread.question))} was ${verbs[kind]}.`,
    scope: [],
    details: { question: thread.question, thread: thread.id, addressedTo: thread.addressedTo, text: thread.comments[0]?.body ?? '' },
  };
}

/** Members of the round; nobody mentions themselves. */
function mentioned(state: RoundState, people: readonly PersonId[], author: PersonId): readonly PersonId[] {
  return people.filter((id) => id !== author && state.people.has(id));
}

function threadEvents(question: QuestionId) {
  return [
    { kind: 'threads-changed', question },
    { kind: 'answer-changed', question },
  ] as const;
}

/** A thread as the contract shows it. */
export function toThreadView(thread: Thread): ThreadView {
  const { id, question, kind, addressedTo, anchor, startedBy, startedAt, resolved, comments } = thread;
  return {
    id,
    question,
    kind,
    addressedTo,
    anchor,
    startedBy,
    startedAt,
    resolved: resolved === null ? null : { by: resolved.by, at: resolved.at },
    comments: comments.map((comment) => ({ ...comment, mentions: [...comment.mentions] })),
  };
}
