// A verdict as findings: what is to be said of it line by line, as codes with values. Each client words them in its reader's language.
import type { Phase } from './record-file.ts';
import type { Fault, RecordFacts, Share, Verdict } from './verdict.ts';
import type { VouchingRemark } from './vouching.ts';

export type Finding =
  | { readonly code: 'holds' | 'does-not-hold' }
  | { readonly code: 'round'; readonly title: string; readonly country: string; readonly questions: number; readonly phase: Phase }
  | ({ readonly code: 'cleared' | 'accepted' | 'without-answer' } & Share)
  | { readonly code: 'not-approved' }
  | { readonly code: 'approved'; readonly by: string; readonly at: string; readonly answers: number }
  | { readonly code: 'sent'; readonly by: string; readonly at: string }
  | { readonly code: 'approvals-voided'; readonly approvals: number }
  /** `questions`: their ids with commas between them. */
  | { readonly code: 'undecided'; readonly questions: string }
  | { readonly code: 'entries'; readonly entries: number; readonly lastAt: string; readonly lastHash: string }
  /** Said of every record that holds, since a chain alone cannot show it: compare count and hash with those noted elsewhere; who vouches for the persons. */
  | { readonly code: 'may-be-cut-off' | 'persons-unproven' }
  | VouchingRemark
  | Fault;

/** What is to be said of a verdict, in reading order. Control characters of the file are shown as `�`. */
export function findingsOf(verdict: Verdict): readonly Finding[] {
  const findings: readonly Finding[] = verdict.ok ? factFindings(verdict.facts) : [{ code: 'does-not-hold' }, verdict.fault];
  return findings.map(printable);
}

function factFindings(facts: RecordFacts): readonly Finding[] {
  const { title, country, questions, phase, undecided, approval, sending, voidedApprovals, entries, lastAt, lastHash } = facts;
  return [
    { code: 'holds' },
    { code: 'round', title, country, questions, phase },
    ...facts.cleared.map((share): Finding => ({ code: 'cleared', ...share })),
    ...facts.accepted.map((share): Finding => ({ code: 'accepted', ...share })),
    ...facts.withoutAnswer.map((share): Finding => ({ code: 'without-answer', ...share })),
    approval === null ? { code: 'not-approved' } : { code: 'approved', ...approval },
    ...(sending === null ? [] : [{ code: 'sent' as const, ...sending }]),
    ...(voidedApprovals === 0 ? [] : [{ code: 'approvals-voided' as const, approvals: voidedApprovals }]),
    ...(undecided.length === 0 ? [] : [{ code: 'undecided' as const, questions: undecided.join(', ') }]),
    ...facts.vouching,
    { code: 'entries', entries, lastAt, lastHash },
    { code: 'may-be-cut-off' },
    { code: 'persons-unproven' },
  ];
}

/** A file under suspicion must drive neither a terminal nor the direction of a text. */
function printable(finding: Finding): Finding {
  const values = Object.entries(finding).map(([name, value]) => [name, typeof value === 'string' ? withoutControls(value) : value]);
  return Object.fromEntries(values) as Finding;
}

function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
