// The refusals: every way in which a rule says no, as a value. The web has one sentence for each code.
import type { AgencyId, Digest, FieldId, QuestionId, RoundId, ThreadId } from './id.ts';

export type Refusal =
  | { readonly code: 'not-permitted' }
  | { readonly code: 'round-not-open' }
  | { readonly code: 'round-not-approved' }
  | { readonly code: 'sending-in-future' }
  | { readonly code: 'answer-frozen' }
  | { readonly code: 'answer-not-frozen' }
  | { readonly code: 'answer-full' }
  | { readonly code: 'answered-by-respondent' }
  | { readonly code: 'agency-unknown' }
  | { readonly code: 'agency-named-twice' }
  | { readonly code: 'agency-in-use' }
  | { readonly code: 'person-unknown' }
  | { readonly code: 'unassigned' }
  /** The text is not the one the person saw; `digest` is that of the text as it stands. */
  | { readonly code: 'content-changed'; readonly digest: Digest }
  | { readonly code: 'clearance-not-needed' }
  | { readonly code: 'already-cleared' }
  | { readonly code: 'clearance-missing'; readonly agencies: readonly AgencyId[] }
  | { readonly code: 'query-open'; readonly threads: readonly ThreadId[] }
  | { readonly code: 'required-field-empty'; readonly fields: readonly FieldId[] }
  | { readonly code: 'choice-unconfirmed'; readonly fields: readonly FieldId[] }
  | { readonly code: 'answer-not-empty' }
  | { readonly code: 'question-required' }
  | { readonly code: 'nothing-to-return' }
  | { readonly code: 'reason-needs-text' }
  | { readonly code: 'questions-unfinished'; readonly questions: readonly QuestionId[] }
  | { readonly code: 'identity-not-proven' }
  | { readonly code: 'thread-resolved' }
  | { readonly code: 'thread-open' }
  | { readonly code: 'too-many-comments' }
  | { readonly code: 'comments-used-up' }
  | { readonly code: 'discussion-full' }
  | { readonly code: 'comment-deleted' }
  | { readonly code: 'query-needs-agency' }
  | { readonly code: 'agency-may-not-read'; readonly agency: AgencyId }
  | { readonly code: 'last-coordinator' }
  | { readonly code: 'role-needs-lead-agency' }
  | { readonly code: 'email-taken' }
  | { readonly code: 'not-oneself' }
  | { readonly code: 'last-administrator' }
  /** `rounds`: those that no other coordinator could lead who can sign in. */
  | { readonly code: 'last-coordinator-account'; readonly rounds: readonly RoundId[] }
  | { readonly code: 'account-disabled' }
  /** Of the cast of a demo, whose password everybody knows. */
  | { readonly code: 'demo-account' }
  /** `length`: how many characters it has. */
  | { readonly code: 'password-too-short'; readonly min: number; readonly length: number }
  | { readonly code: 'password-too-long'; readonly max: number }
  | { readonly code: 'password-too-simple' }
  | { readonly code: 'password-common' }
  /** `word`: what everybody knows of its owner. */
  | { readonly code: 'password-telling'; readonly word: string }
  | { readonly code: 'roles-exclude-each-other' }
  | { readonly code: 'own-membership' }
  /** `who` gives, takes or confirms this; `lead` is a manager of the lead agency, or an administrator. */
  | { readonly code: 'grant-needs'; readonly who: 'manager' | 'lead' | 'coordinator' | 'administrator' }
  | { readonly code: 'agency-has-manager' }
  | { readonly code: 'agency-leads' }
  | { readonly code: 'first-manager-alone' }
  | { readonly code: 'agency-stays' }
  | { readonly code: 'nothing-to-confirm' }
  | { readonly code: 'needs-another-person' }
  /** `name` is the one that it looks like. */
  | { readonly code: 'name-resembles'; readonly name: string }
  | { readonly code: 'name-mixes-scripts' };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The rule says yes, with what it gives. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The rule says no. */
export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
