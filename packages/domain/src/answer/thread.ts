// Threads: comments and queries on a question or on a passage of it.
import type { Actor } from '../round/membership.ts';
import { type AccessFacts, agencyMayRead, can, isCoordinator } from '../round/permission.ts';
import type { RoundFacts } from '../round/round.ts';
import type { AgencyId, PersonId, ThreadId } from '../id.ts';
import { type Outcome, refuse, done } from '../refusal.ts';

export const threadKinds = ['comment', 'query'] as const;
export type ThreadKind = (typeof threadKinds)[number];

export interface ThreadFacts {
  readonly id: ThreadId;
  readonly kind: ThreadKind;
  /** The agency that a query is addressed to; null for a comment. */
  readonly addressedTo: AgencyId | null;
  readonly startedBy: PersonId;
  readonly isResolved: boolean;
}

export interface CommentFacts {
  readonly person: PersonId;
  readonly isDeleted: boolean;
}

/** What is asked of a new thread besides its words. */
export interface ThreadOrder {
  readonly kind: ThreadKind;
  readonly addressedTo: AgencyId | null;
  /** The asker lets the agency read the answer while the query is open. */
  readonly letsRead: boolean;
}

/** T1, T10: a query is addressed to an agency that may read the answer, or that its asker, who may edit it, lets read it; a comment to nobody. */
export function checkThread(actor: Actor, { kind, addressedTo, letsRead }: ThreadOrder, access: AccessFacts): Outcome<ThreadKind> {
  if (kind !== 'query') return done(kind);
  if (addressedTo === null) return refuse({ code: 'query-needs-agency' });
  const isReader = addressedTo === access.round.leadAgency || agencyMayRead(addressedTo, access);
  if (isReader || (letsRead && can(actor, 'edit', access))) return done(kind);
  return refuse({ code: 'agency-may-not-read', agency: addressedTo });
}

/** Agencies to which an open query is addressed, each once. */
export function askedAgencies(threads: readonly ThreadFacts[]): readonly AgencyId[] {
  return [...new Set(threads.flatMap((it) => (it.kind === 'query' && !it.isResolved ? (it.addressedTo ?? []) : [])))];
}

/** T2: queries that are not resolved block acceptance. */
export function openQueries(threads: readonly ThreadFacts[]): readonly ThreadId[] {
  return threads.filter((thread) => thread.kind === 'query' && !thread.isResolved).map((thread) => thread.id);
}

/** T3, T4: a comment is resolved by anyone who may comment; a query by a coordinator or by the person who asked. */
export function resolveThread(actor: Actor, thread: ThreadFacts, round: Pick<RoundFacts, 'leadAgency'>): Outcome<ThreadFacts> {
  if (thread.isResolved) return refuse({ code: 'thread-resolved' });
  if (!maySettle(actor, thread, round)) return refuse({ code: 'not-permitted' });
  return done({ ...thread, isResolved: true });
}

/** T5: a resolved comment is reopened by anyone who may comment; a closed query by a coordinator or by the person who asked. */
export function reopenThread(actor: Actor, thread: ThreadFacts, round: Pick<RoundFacts, 'leadAgency'>): Outcome<ThreadFacts> {
  if (!thread.isResolved) return refuse({ code: 'thread-open' });
  if (!maySettle(actor, thread, round)) return refuse({ code: 'not-permitted' });
  return done({ ...thread, isResolved: false });
}

/** What was open, and stands in the way of an acceptance again, is said by those who could say that it no longer does. */
function maySettle(actor: Actor, { kind, startedBy }: ThreadFacts, round: Pick<RoundFacts, 'leadAgency'>): boolean {
  return kind === 'comment' || isCoordinator(actor, round) || actor.person === startedBy;
}

/** How much is said beside an answer, and by whom, before another comment. */
export interface DiscussionLoad {
  /** Threads beside the answer, and characters of all their comments. */
  readonly threads: number;
  readonly characters: number;
  /** Comments of this person in the round, in all and within the last ten minutes. */
  readonly byPerson: number;
  readonly latelyByPerson: number;
}

/** Beside one answer. */
const maxThreads = 200;
const maxCharacters = 500_000;
/** Of one person in one round. */
const maxComments = 3_000;
const maxCommentsLately = 60;
/** What "lately" means, in milliseconds. */
export const latelyMs = 10 * 60_000;

/** T6, T7: is there room for one more comment, which begins a thread or not? A client that goes beyond is broken or hostile. */
export function checkDiscussion(body: string, beginsThread: boolean, load: DiscussionLoad): Outcome<string> {
  if (load.latelyByPerson >= maxCommentsLately) return refuse({ code: 'too-many-comments' });
  if (load.byPerson >= maxComments) return refuse({ code: 'comments-used-up' });
  if (beginsThread && load.threads >= maxThreads) return refuse({ code: 'discussion-full' });
  return load.characters + body.length > maxCharacters ? refuse({ code: 'discussion-full' }) : done(body);
}

/** T8: the author changes the words of a comment, or takes them out. What was taken out does not come back. */
export function changeComment(actor: Actor, comment: CommentFacts): Outcome<CommentFacts> {
  if (actor.person !== comment.person) return refuse({ code: 'not-permitted' });
  return comment.isDeleted ? refuse({ code: 'comment-deleted' }) : done(comment);
}
