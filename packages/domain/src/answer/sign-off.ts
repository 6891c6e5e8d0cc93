// The decisions that end or reopen the drafting of an answer and of a round. Each takes facts and gives a decision or a refusal; nothing is changed here.
import { type AnswerFacts, answerStatus, isFrozen, missingClearances } from './answer-status.ts';
import { mustClear } from '../round/assignment.ts';
import type { AgencyId, Digest, QuestionId } from '../id.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import { isVisible } from '../questionnaire/visible.ts';
import type { Phase } from '../round/round.ts';
import type { ReturnReason } from './taken-back.ts';
import { openQueries } from './thread.ts';

/** F1-F4: an agency clears the text its officer saw. */
export function clear(facts: AnswerFacts, agency: AgencyId, seen: Digest): Outcome<{ agency: AgencyId; digest: Digest }> {
  if (facts.phase !== 'open') return refuse({ code: 'round-not-open' });
  if (isFrozen(facts)) return refuse({ code: 'answer-frozen' });
  if (facts.assignment === null) return refuse({ code: 'unassigned' });
  if (!mustClear(facts.assignment).includes(agency)) return refuse({ code: 'clearance-not-needed' });
  if (facts.digest !== seen) return refuse({ code: 'content-changed', digest: facts.digest });
  if (facts.clearances.some((it) => it.agency === agency && it.digest === seen)) return refuse({ code: 'already-cleared' });
  return done({ agency, digest: seen });
}

/** F5-F10: the lead coordinating agency accepts the text its coordinator saw; from then on the answer is frozen. */
export function accept(facts: AnswerFacts, seen: Digest): Outcome<{ digest: Digest }> {
  if (facts.phase !== 'open') return refuse({ code: 'round-not-open' });
  if (isFrozen(facts)) return refuse({ code: 'answer-frozen' });
  if (facts.assignment === null) return refuse({ code: 'unassigned' });
  if (facts.digest !== seen) return refuse({ code: 'content-changed', digest: facts.digest });
  const { empty, toConfirm } = facts.completeness;
  if (toConfirm.length > 0) return refuse({ code: 'choice-unconfirmed', fields: toConfirm });
  if (empty.length > 0) return refuse({ code: 'required-field-empty', fields: empty });
  const queries = openQueries(facts.threads);
  if (queries.length > 0) return refuse({ code: 'query-open', threads: queries });
  const missing = missingClearances(facts);
  if (missing.length > 0) return refuse({ code: 'clearance-missing', agencies: missing });
  return done({ digest: seen });
}

/** F11: a question that is not required and holds nothing may be closed without an answer. */
export function markNoAnswer(facts: AnswerFacts): Outcome<{ digest: Digest }> {
  if (facts.phase !== 'open') return refuse({ code: 'round-not-open' });
  if (isFrozen(facts)) return refuse({ code: 'answer-frozen' });
  if (facts.question.isRequired) return refuse({ code: 'question-required' });
  if (!facts.isEmpty) return refuse({ code: 'answer-not-empty' });
  const queries = openQueries(facts.threads);
  if (queries.length > 0) return refuse({ code: 'query-open', threads: queries });
  return done({ digest: facts.digest });
}

/** F12-F14: a coordinator takes clearances and acceptance back, with a coded reason. */
export function returnToDrafting(facts: AnswerFacts, reason: ReturnReason, text: string): Outcome<{ reason: ReturnReason; text: string }> {
  if (facts.phase !== 'open') return refuse({ code: 'round-not-open' });
  if (facts.assignment === null && facts.acceptance === null) return refuse({ code: 'nothing-to-return' });
  if (facts.acceptance === null && facts.clearances.length === 0) return refuse({ code: 'nothing-to-return' });
  if (reason === 'other' && !isVisible(text)) return refuse({ code: 'reason-needs-text' });
  return done({ reason, text });
}

/** F15, F16: reopening an accepted answer; of a sealed one it voids the approval of the whole round. */
export function reopen(facts: AnswerFacts, reason: ReturnReason, text: string): Outcome<{ voidsApproval: boolean }> {
  if (!isFrozen(facts)) return refuse({ code: 'answer-not-frozen' });
  if (reason === 'other' && !isVisible(text)) return refuse({ code: 'reason-needs-text' });
  return done({ voidsApproval: facts.phase !== 'open' });
}

export interface ApprovalFacts {
  readonly answers: readonly AnswerFacts[];
  /** The person proved who they are again within the last minutes (server decides how long). */
  readonly isIdentityProven: boolean;
}

/** F17-F21: the authorized respondent signs exactly these texts. `seen` holds the digest of every question as shown. */
export function approve(facts: ApprovalFacts, seen: ReadonlyMap<QuestionId, Digest>): Outcome<{ scope: readonly ApprovedAnswer[] }> {
  if (facts.answers.some((answer) => answer.phase !== 'open')) return refuse({ code: 'round-not-open' });
  if (!facts.isIdentityProven) return refuse({ code: 'identity-not-proven' });
  const unfinished = facts.answers.filter((answer) => answer.question.answeredBy === 'agencies' && answerStatus(answer) !== 'accepted');
  if (unfinished.length > 0) return refuse({ code: 'questions-unfinished', questions: unfinished.map((it) => it.question.id) });
  for (const answer of facts.answers) {
    if (seen.get(answer.question.id) !== answer.digest) return refuse({ code: 'content-changed', digest: answer.digest });
    const { empty, toConfirm } = answer.completeness;
    if (answer.question.answeredBy !== 'respondent') continue;
    if (toConfirm.length > 0) return refuse({ code: 'choice-unconfirmed', fields: toConfirm });
    if (empty.length > 0) return refuse({ code: 'required-field-empty', fields: empty });
  }
  return done({ scope: facts.answers.map((it) => ({ question: it.question.id, digest: it.digest })) });
}

export const sendingChannels = ['e-mail', 'portal', 'post', 'by-hand', 'other'] as const;

/** How the form left, as a coordinator says. */
export interface Sending {
  /** The calendar day, YYYY-MM-DD. */
  readonly on: string;
  readonly channel: (typeof sendingChannels)[number];
  readonly addressee: string;
  /** The receipt, a reference, what else matters; may be empty. */
  readonly note: string;
}

/** F22, F23: the form that was approved has left the country. `today` is the latest calendar day that has begun anywhere, YYYY-MM-DD. */
export function recordSending(phase: Phase, { on }: Sending, today: string): Outcome<'sent'> {
  if (phase !== 'approved') return refuse({ code: 'round-not-approved' });
  return on <= today ? done('sent') : refuse({ code: 'sending-in-future' });
}

export interface ApprovedAnswer {
  readonly question: QuestionId;
  readonly digest: Digest;
}
