// What waits for me: the one next step of a person on one answer. Advice for screens; sign-off decides.
import { type AnswerFacts, answerStatus, isFrozen, missingClearances } from './answer-status.ts';
import { isAssignedTo, mustClear } from '../round/assignment.ts';
import type { Actor } from '../round/membership.ts';
import { type AccessFacts, can, isCoordinator } from '../round/permission.ts';
import { openQueries } from './thread.ts';

export const nextSteps = ['revise', 'assign', 'answer-query', 'clear', 'accept', 'draft', 'confirm-choices'] as const;
export type NextStep = (typeof nextSteps)[number];

/** N1-N6 and N9, in the order of urgency; null when nothing waits for this person here. */
export function nextStep(actor: Actor, facts: AnswerFacts, access: AccessFacts): NextStep | null {
  if (actor.membership === null || !can(actor, 'read', access)) return null;
  if (isFrozen(facts) || facts.question.answeredBy === 'respondent') return null;
  const agency = actor.membership.agency;
  const coordinates = isCoordinator(actor, access.round);
  if (answerStatus(facts) === 'unassigned') return coordinates ? 'assign' : null;
  const isMine = isAssignedTo(facts.assignment, agency);
  // N9: until the text is another than the one that was taken back.
  if (isMine && facts.takenBack?.digest === facts.digest && can(actor, 'edit', access)) return 'revise';
  if (facts.threads.some((it) => it.kind === 'query' && !it.isResolved && it.addressedTo === agency)) return 'answer-query';
  if (isMine && can(actor, 'edit', access)) {
    if (facts.completeness.toConfirm.length > 0) return 'confirm-choices';
    if (facts.isEmpty || facts.completeness.empty.length > 0) return 'draft';
  }
  if (isMine && facts.assignment && mustClear(facts.assignment).includes(agency) && missingClearances(facts).includes(agency)) {
    return can(actor, 'clear', access) ? 'clear' : null;
  }
  if (coordinates && answerStatus(facts) === 'cleared' && openQueries(facts.threads).length === 0) return 'accept';
  return null;
}
