// Who may do what (docs/product-rules.md §3): one pure function, asked by the server to decide and by the web to explain.
import { type AgencyId, assertNever } from '../id.ts';
import { type Assignment, isAssignedTo } from './assignment.ts';
import { type Actor, hasRole, type Role } from './membership.ts';
import type { RoundFacts } from './round.ts';

/** What a person may want to do to one answer. */
export const answerActions = ['read', 'edit', 'comment', 'clear', 'assign', 'accept', 'return', 'reopen'] as const;
export type AnswerAction = (typeof answerActions)[number];

/** What a person may want to do to a round. */
export const roundActions = ['read-round', 'read-record', 'export', 'import', 'approve', 'record-sending', 'manage-round'] as const;
export type RoundAction = (typeof roundActions)[number];

export interface AccessFacts {
  readonly round: RoundFacts;
  readonly answeredBy: 'agencies' | 'respondent';
  readonly assignment: Assignment | null;
  /** Accepted or sealed. */
  readonly isFrozen: boolean;
  /** Agencies to which an open query is addressed. */
  readonly asked: readonly AgencyId[];
}

/** The roles with which a person reads: a manager reads no text by that role alone. */
const readingRoles: readonly Role[] = ['coordinator', 'drafter', 'clearing-officer', 'authorized-respondent', 'observer'];

/** P1-P15: may this person do this to that answer, as far as role and freeze go? Facts about the text are for sign-off. */
export function can(actor: Actor, action: AnswerAction, access: AccessFacts): boolean {
  const membership = actor.membership;
  // P1, P13, P14: no text by the role of an administrator or a manager alone, nor by a role that is only named
  if (membership === null || !readsAnswers(actor)) return false;
  switch (action) {
    case 'read':
    case 'comment': // P5
      return mayRead(actor, membership.agency, access);
    case 'edit':
      return !access.isFrozen && mayEdit(actor, membership.agency, access);
    case 'clear':
      return (
        !access.isFrozen &&
        access.answeredBy === 'agencies' &&
        hasRole(actor, 'clearing-officer') &&
        isAssignedTo(access.assignment, membership.agency)
      );
    case 'assign':
    case 'accept':
    case 'return':
      return access.answeredBy === 'agencies' && access.round.phase === 'open' && isCoordinator(actor, access.round);
    case 'reopen':
      return access.answeredBy === 'agencies' && isCoordinator(actor, access.round);
    default:
      return assertNever(action);
  }
}

/** P20-P25: may this person do this to the round? */
export function canInRound(actor: Actor, action: RoundAction, round: RoundFacts): boolean {
  switch (action) {
    case 'read-round':
      return actor.membership !== null || actor.isAdministrator;
    case 'manage-round':
      return actor.isAdministrator || isCoordinator(actor, round);
    case 'import':
    case 'record-sending':
      return isCoordinator(actor, round);
    case 'approve':
      return hasRole(actor, 'authorized-respondent');
    case 'read-record':
    case 'export':
      // P25: in a separate round the whole form is for those who see all of it
      return readsAnswers(actor) && (round.reading === 'shared' || seesAll(actor, round));
    default:
      return assertNever(action);
  }
}

/** P2: coordinator is a role of the lead agency's members; elsewhere it gives nothing. */
export function isCoordinator(actor: Actor, round: Pick<RoundFacts, 'leadAgency'>): boolean {
  return hasRole(actor, 'coordinator') && actor.membership?.agency === round.leadAgency;
}

/** True for somebody with a confirmed role by which answers are read, as far as the round and its assignments let them. */
export function readsAnswers(actor: Actor): boolean {
  return readingRoles.some((role) => hasRole(actor, role));
}

function seesAll(actor: Actor, round: RoundFacts): boolean {
  return isCoordinator(actor, round) || hasRole(actor, 'authorized-respondent') || hasRole(actor, 'observer');
}

function mayRead(actor: Actor, agency: AgencyId, access: AccessFacts): boolean {
  return seesAll(actor, access.round) || agencyMayRead(agency, access);
}

/** P3, P4, P15: may the people of this agency read the answer, whatever their roles? */
export function agencyMayRead(agency: AgencyId, access: AccessFacts): boolean {
  return access.round.reading === 'shared' || isAssignedTo(access.assignment, agency) || access.asked.includes(agency);
}

function mayEdit(actor: Actor, agency: AgencyId, access: AccessFacts): boolean {
  if (access.answeredBy === 'respondent') return hasRole(actor, 'authorized-respondent'); // P8
  if (isCoordinator(actor, access.round)) return true;
  const drafts = hasRole(actor, 'drafter') || hasRole(actor, 'clearing-officer');
  return drafts && isAssignedTo(access.assignment, agency);
}
