// The meeting of a person with a round: who they are in it, what they may do to its answers, and what a connection to a document may do.
import {
  type Actor,
  type AccessFacts,
  askedAgencies,
  can,
  canInRound,
  findQuestion,
  isFrozen,
  type Question,
  type QuestionId,
  type RoundAction,
  type RoundId,
  type AnswerAction,
} from '@chancery/domain';
import type { Person } from '@chancery/store';
import { type Access, type CloseCode, closeCodes, type Member } from '@chancery/sync';
import { ProblemError, RefusalError } from '../http/problem.ts';
import type { RoundState, RoundStates } from './round-state.ts';

export interface ReadingRounds {
  readonly states: Pick<RoundStates, 'find'>;
}

/** The round as committed. Throws not-found when there is none. */
export async function stateOf(context: ReadingRounds, round: RoundId): Promise<RoundState> {
  const state = await context.states.find(round);
  if (state === null) throw noSuchRound();
  return state;
}

/** The person as an actor of this round. */
export function actorOf(state: RoundState, person: Person): Actor {
  return { person: person.id, isAdministrator: person.isAdministrator, membership: state.memberships.get(person.id) ?? null };
}

/** What the rules of rights ask about one question. */
export function accessFactsOf(state: RoundState, question: Question): AccessFacts {
  return {
    round: state.facts,
    answeredBy: question.answeredBy,
    assignment: state.assignments.get(question.id) ?? null,
    isFrozen: isFrozen({ phase: state.facts.phase, acceptance: state.acceptances.get(question.id) ?? null }),
    asked: askedAgencies(state.threads.get(question.id) ?? []),
  };
}

/** True when this person may read the answer to the question. */
export function mayRead(state: RoundState, person: Person, question: Question): boolean {
  return can(actorOf(state, person), 'read', accessFactsOf(state, question));
}

/** Throws not-found for anyone who may not know of the round, not-permitted for anyone who may not do this. */
export function checkRoundRight(state: RoundState, person: Person, action: RoundAction): Actor {
  const actor = actorOf(state, person);
  if (!canInRound(actor, 'read-round', state.facts)) throw noSuchRound();
  if (!canInRound(actor, action, state.facts)) throw new RefusalError({ code: 'not-permitted' });
  return actor;
}

/** Throws not-found for anyone who may not read the answer, not-permitted for anyone who may not do this to it. */
export function checkAnswerRight(
  state: RoundState,
  person: Person,
  id: QuestionId,
  action: AnswerAction,
): { actor: Actor; question: Question } {
  const actor = checkRoundRight(state, person, 'read-round');
  const question = findQuestion(state.questionnaire, id);
  if (question === undefined || !can(actor, 'read', accessFactsOf(state, question))) {
    throw new ProblemError('not-found', 'There is no such question in this round, or it is not open to you.');
  }
  if (!can(actor, action, accessFactsOf(state, question))) throw refusalOfRight(state, actor, question, action);
  return { actor, question };
}

/** Tells a person who could do this to an open answer of the agencies what stands in the way, and everybody else that they may not. */
function refusalOfRight(state: RoundState, actor: Actor, question: Question, action: AnswerAction): RefusalError {
  const access = accessFactsOf(state, question);
  const onceOpen: AccessFacts = { ...access, isFrozen: false, round: { ...access.round, phase: 'open' } };
  if (!can(actor, action, onceOpen)) {
    const isRespondents = can(actor, action, { ...onceOpen, answeredBy: 'agencies' });
    return new RefusalError({ code: isRespondents ? 'answered-by-respondent' : 'not-permitted' });
  }
  return new RefusalError({ code: state.facts.phase === 'open' ? 'answer-frozen' : 'round-not-open' });
}

/** The problem of a round that does not exist, or not for this person. */
export function noSuchRound(): ProblemError {
  return new ProblemError('not-found', 'There is no such round, or you do not take part in it.');
}

/** What a connection to the answer document may do, or the code it is closed with. */
export function documentAccess(state: RoundState, id: QuestionId, person: Person): Access | CloseCode {
  const actor = actorOf(state, person);
  const question = findQuestion(state.questionnaire, id);
  if (actor.membership === null) return closeCodes.notPermitted;
  if (question === undefined) return closeCodes.unknownDocument;
  const access = accessFactsOf(state, question);
  if (!can(actor, 'read', access)) return closeCodes.notPermitted;
  return can(actor, 'edit', access) ? 'write' : 'read';
}

/** How the engine knows this person: for the log, and for the carets that others see. */
export function memberOf(state: RoundState, person: Person): Member {
  const membership = state.memberships.get(person.id);
  const agency = state.agencies.find((it) => it.id === membership?.agency);
  return {
    author: { person: person.id, agency: agency?.id ?? '' },
    label: { name: person.name, agency: agency?.shortName ?? '', colour: String(agency?.colour ?? 1) },
  };
}
