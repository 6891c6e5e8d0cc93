// Threads: comments and queries on a question or on a passage of it.
import type { Actor } from '../round/membership.ts';
import { isCoordinator } from '../round/permission.ts';
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

/** T1: a query is addressed to an agency, a comment to nobody. */
export function checkThread(kind: ThreadKind, addressedTo: AgencyId | null): Outcome<ThreadKind> {
  if (kind === 'query' && addressedTo === null) return refuse({ code: 'query-needs-agency' });
  return done(kind);
}

/** T2: queries that are not resolved block acceptance. */
export function openQueries(threads: readonly ThreadFacts[]): readonly ThreadId[] {
  return threads.filter((thread) => thread.kind === 'query' && !thread.isResolved).map((thread) => thread.id);
}

/** T3, T4: a comment is resolved by anyone who may comment; a query by a coordinator or by the person who asked. */
export function resolveThread(actor: Actor, thread: ThreadFacts, round: Pick<RoundFacts, 'leadAgency'>): Outcome<ThreadFacts> {
  if (thread.isResolved) return refuse({ code: 'thread-resolved' });
  if (thread.kind === 'query' && !isCoordinator(actor, round) && actor.person !== thread.startedBy) {
    return refuse({ code: 'not-permitted' });
  }
  return done({ ...thread, isResolved: true });
}

/** T5: a resolved thread is reopened by anyone who may comment. */
export function reopenThread(thread: ThreadFacts): Outcome<ThreadFacts> {
  if (!thread.isResolved) return refuse({ code: 'thread-open' });
  return done({ ...thread, isResolved: false });
}
