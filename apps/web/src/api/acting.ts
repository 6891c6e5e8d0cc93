// The reader of a round as the domain sees them, so that screens ask `can` instead of looking at roles.
import type { RoundView } from '@chancery/contract';
import { type Actor, can, canInRound, type AnswerAction, type AccessFacts, type Question, type RoundAction } from '@chancery/domain';

type Me = RoundView['me'];
type Row = RoundView['answers'][number];

/** The signed-in person as an actor of the domain's rules. */
export function actorOf(me: Me): Actor {
  const { person, isAdministrator, agency, roles, named } = me;
  return { person, isAdministrator, membership: agency === null ? null : { agency, roles, named } };
}

/** May the reader do this to the round? */
export function mayInRound(round: RoundView, action: RoundAction): boolean {
  return canInRound(actorOf(round.me), action, round);
}

/** Where an answer stands, as the domain's rules ask for it. */
export function accessFactsOf(round: RoundView, row: Row, question: Question): AccessFacts {
  return {
    round,
    answeredBy: question.answeredBy,
    assignment: row.assignment,
    isFrozen: row.status === 'accepted' || row.status === 'sealed',
    asked: row.asked,
  };
}

/** May the reader do this to the answer? */
export function mayOnAnswer(round: RoundView, row: Row, question: Question, action: AnswerAction): boolean {
  return can(actorOf(round.me), action, accessFactsOf(round, row, question));
}
