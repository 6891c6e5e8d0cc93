// What the record says of a query: raised, closed, reopened. Comments that block nothing are not decisions.
import { type EntryDraft, type EntryKind, isCoordinator, nameOfQuestion } from '@chancery/domain';
import type { Thread } from '@chancery/store';
import { actorOf } from '../../round/access.ts';
import { type Author, entryBy } from '../../decision/decide.ts';
import { nameOfAgency, questionOf, type RoundState } from '../../round/round-state.ts';

const verbs = { 'query-raised': 'raised', 'query-closed': 'closed', 'query-reopened': 'reopened' } as const satisfies Partial<
  Record<EntryKind, string>
>;

/** The entry of something done to a query. */
export function queryEntry(state: RoundState, author: Author, thread: Thread, kind: keyof typeof verbs): EntryDraft {
  const to = thread.addressedTo === null ? '' : ` to ${nameOfAgency(state, thread.addressedTo)}`;
  const actor = actorOf(state, author.person);
  const role = isCoordinator(actor, state.facts) ? 'coordinator' : (actor.membership?.roles[0] ?? 'observer');
  return {
    kind,
    ...entryBy(state, author, role),
    words: `A query${to} on ${nameOfQuestion(questionOf(state, thread.question))} was ${verbs[kind]}.`,
    scope: [],
    details: { question: thread.question, thread: thread.id, addressedTo: thread.addressedTo, text: thread.comments[0]?.body ?? '' },
  };
}
