// Owns who is told of a decision on an answer: the agencies that answer it, and for a clearance the coordinators.
import { isAssignedTo, isCoordinator, type Instant, type PersonId, type Question } from '@chancery/domain';
import type { NewNotice } from '@chancery/store';
import { actorOf } from '../round/access.ts';
import type { Author } from './decide.ts';
import type { RoundState } from '../round/round-state.ts';

type Kind = 'cleared' | 'accepted' | 'returned' | 'reopened';

/** One notice for each person concerned, but for the one who decided. */
export function noticesAbout(
  state: RoundState,
  question: Question,
  kind: Kind,
  { by, at }: { by: Author; at: Instant },
): readonly NewNotice[] {
  const concerned = kind === 'cleared' ? coordinatorsOf(state) : answeringPeople(state, question);
  return concerned
    .filter((person) => person !== by.person.id)
    .map((person) => ({ person, round: state.id, question: question.id, kind, details: { by: by.person.name }, at }));
}

function coordinatorsOf(state: RoundState): readonly PersonId[] {
  return [...state.people.values()].filter((person) => isCoordinator(actorOf(state, person), state.facts)).map(({ id }) => id);
}

function answeringPeople(state: RoundState, question: Question): readonly PersonId[] {
  const assignment = state.assignments.get(question.id) ?? null;
  return [...state.memberships].filter(([, membership]) => isAssignedTo(assignment, membership.agency)).map(([person]) => person);
}
