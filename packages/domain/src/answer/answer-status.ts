// The status of an answer: derived from facts, never stored (docs/product-rules.md §4).
import type { AgencyId, Digest, Instant, PersonId } from '../id.ts';
import { type Assignment, mustClear } from '../round/assignment.ts';
import type { Phase } from '../round/round.ts';
import type { TakenBack } from './taken-back.ts';
import type { ThreadFacts } from './thread.ts';
import type { Question } from '../questionnaire/questionnaire.ts';
import type { Completeness } from '../questionnaire/content.ts';

/** An agency's word that it stands behind the text with this digest. */
export interface Clearance {
  readonly agency: AgencyId;
  readonly person: PersonId;
  readonly digest: Digest;
  readonly at: Instant;
}

/** A coordinator's word that ends the drafting: the text is accepted, or the question stays without an answer. */
export interface Acceptance {
  readonly kind: 'accepted' | 'no-answer';
  readonly person: PersonId;
  readonly digest: Digest;
  readonly at: Instant;
}

/** Everything a rule about one answer may ask. `digest`, `completeness` and `isEmpty` are of the committed text as it stands. */
export interface AnswerFacts {
  readonly question: Question;
  readonly phase: Phase;
  readonly assignment: Assignment | null;
  readonly clearances: readonly Clearance[];
  readonly acceptance: Acceptance | null;
  readonly takenBack: TakenBack | null;
  readonly threads: readonly ThreadFacts[];
  readonly digest: Digest;
  readonly completeness: Completeness;
  readonly isEmpty: boolean;
}

export const statuses = ['unassigned', 'drafting', 'cleared', 'accepted', 'sealed'] as const;
export type AnswerStatus = (typeof statuses)[number];

/** What is known of an answer whatever its text; `digest` is null while its text cannot be read. */
export type StatusFacts = Pick<AnswerFacts, 'question' | 'phase' | 'assignment' | 'clearances' | 'acceptance'> & {
  readonly digest: Digest | null;
};

/** S1-S7. */
export function answerStatus(facts: StatusFacts): AnswerStatus {
  if (facts.phase !== 'open') return 'sealed';
  if (facts.acceptance !== null) return 'accepted';
  if (facts.question.answeredBy === 'respondent') return 'drafting'; // S6
  if (facts.assignment === null) return 'unassigned';
  return missingClearances(facts).length === 0 ? 'cleared' : 'drafting';
}

/** S3: agencies that must clear and have no clearance of the text as it stands. */
export function missingClearances(facts: Pick<StatusFacts, 'assignment' | 'clearances' | 'digest'>): readonly AgencyId[] {
  if (facts.assignment === null) return [];
  return mustClear(facts.assignment).filter((agency) => !facts.clearances.some((it) => it.agency === agency && it.digest === facts.digest));
}

/** S4: clearances given for a text that has changed since. */
export function staleClearances(facts: Pick<AnswerFacts, 'clearances' | 'digest'>): readonly Clearance[] {
  return facts.clearances.filter((it) => it.digest !== facts.digest);
}

/** S5: nobody may write an accepted or sealed answer. */
export function isFrozen(facts: Pick<AnswerFacts, 'phase' | 'acceptance'>): boolean {
  return facts.phase !== 'open' || facts.acceptance !== null;
}
