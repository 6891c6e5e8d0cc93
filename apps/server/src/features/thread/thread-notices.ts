// Owns who is told of a comment: who is mentioned, whose agency is asked, and who took part in the thread before. Only those who may read it.
import { can, type PersonId } from '@chancery/domain';
import type { NewComment, NewNotice, Thread } from '@chancery/store';
import { actorOf, placeOf } from '../../round/access.ts';
import { questionOf, type RoundState } from '../../round/round-state.ts';

/** At most one notice a person, the most urgent one. */
export function noticesOfComment(
  state: RoundState,
  thread: Thread,
  { comment, isFirst }: { comment: NewComment; isFirst: boolean },
): readonly NewNotice[] {
  const kinds = new Map<PersonId, 'mentioned' | 'query-addressed' | 'replied'>();
  for (const { person } of thread.comments) kinds.set(person, 'replied');
  if (isFirst && thread.addressedTo !== null) {
    for (const [person, { agency }] of state.memberships) if (agency === thread.addressedTo) kinds.set(person, 'query-addressed');
  }
  for (const person of comment.mentions) kinds.set(person, 'mentioned');
  kinds.delete(comment.person);
  const by = state.people.get(comment.person)?.name ?? '';
  return [...kinds]
    .filter(([person]) => mayRead(state, thread, person))
    .map(([person, kind]) => ({
      person,
      round: state.id,
      question: thread.question,
      kind,
      details: { by, thread: thread.id },
      at: comment.at,
    }));
}

function mayRead(state: RoundState, thread: Thread, id: PersonId): boolean {
  const person = state.people.get(id);
  return person !== undefined && can(actorOf(state, person), 'read', placeOf(state, questionOf(state, thread.question)));
}
