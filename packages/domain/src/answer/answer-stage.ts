// The stage of an answer: its status, with drafting told apart for screens (docs/product-rules.md §4). Derived, never stored; no rule asks for it.
import { mustClear } from '../round/assignment.ts';
import { type AnswerFacts, answerStatus, missingClearances, type StatusFacts } from './answer-status.ts';

export const stages = [
  'unassigned',
  /** Of a text that cannot be read no more is known. */
  'drafting',
  'empty',
  'being-written',
  'ready-to-clear',
  'partly-cleared',
  'cleared',
  'accepted',
  'sealed',
] as const;
export type AnswerStage = (typeof stages)[number];

/** What is known of the text; null while it cannot be read. */
type TextFacts = Pick<AnswerFacts, 'completeness' | 'isEmpty'> | null;

/** S8. */
export function answerStage(facts: StatusFacts, text: TextFacts): AnswerStage {
  const status = answerStatus(facts);
  if (status !== 'drafting' || text === null) return status;
  if (clearedCount(facts) > 0) return 'partly-cleared';
  if (text.isEmpty) return 'empty';
  const { empty, toConfirm } = text.completeness;
  if (facts.question.answeredBy === 'respondent' || empty.length > 0 || toConfirm.length > 0) return 'being-written';
  return 'ready-to-clear';
}

/** Of the agencies that must clear, how many have cleared the text as it stands. */
function clearedCount(facts: Pick<StatusFacts, 'assignment' | 'clearances' | 'digest'>): number {
  if (facts.assignment === null) return 0;
  return mustClear(facts.assignment).length - missingClearances(facts).length;
}
