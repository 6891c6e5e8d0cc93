// Whether an entry may follow those before it, by the product's own rules (docs/product-rules.md §3 and §4), as far as the record shows.
import type { FiledEntry, RecordFile } from './record-file.ts';
import { agencyOf, assignmentIn, nothingStanding, type RecordStanding, takeIn } from './standing.ts';
import type { Fault } from './verdict.ts';

/** Walks the entries: what stands after the last, or the first entry that cannot follow those before it. */
export function followEntries(record: RecordFile): { readonly standing: RecordStanding } | { readonly fault: Fault } {
  const standing = nothingStanding();
  for (const entry of record.entries) {
    const fault = entryFault(entry, standing, record);
    if (fault !== null) return { fault };
    takeIn(standing, entry);
  }
  const last = record.entries.at(-1);
  if (standing.mustVoid && last !== undefined) return { fault: { code: 'unfit-entry', sequence: last.sequence } };
  return { standing };
}

function entryFault(entry: FiledEntry, standing: RecordStanding, record: RecordFile): Fault | null {
  const { sequence } = entry;
  const unknown = entry.scope.find(({ question }) => !record.questions.some(({ id }) => id === question));
  if (unknown !== undefined) return { code: 'question-unknown', sequence, question: unknown.question };
  if (!mayFollow(entry, standing)) return { code: 'unfit-entry', sequence };
  return signerFault(entry, standing) ?? signOffFault(entry, standing, record);
}

/** False for what the round's phase, or the state of the answer, does not allow. */
function mayFollow(entry: FiledEntry, standing: RecordStanding): boolean {
  const { approval, sending, decisions, clearances } = standing;
  const isOpen = approval === null;
  const [answer] = entry.scope;
  const isDecided = answer !== undefined && decisions.has(answer.question);
  if (standing.mustVoid !== (entry.kind === 'approval-voided')) return false;
  switch (entry.kind) {
    case 'round-opened':
      return entry.sequence === 1;
    case 'assigned': {
      const assigned = assignmentIn(entry);
      return isOpen && assigned !== null && !decisions.has(assigned.question);
    }
    case 'cleared':
    case 'accepted':
    case 'no-answer':
      return isOpen && entry.scope.length === 1 && !isDecided;
    case 'returned':
      return isOpen && answer !== undefined && entry.scope.length === 1 && (isDecided || clearances.has(answer.question));
    case 'reopened':
      return entry.scope.length === 1 && (isDecided || !isOpen);
    case 'approved':
      return isOpen && new Set(entry.scope.map(({ question }) => question)).size === entry.scope.length;
    case 'sent':
      return !isOpen && sending === null;
    default:
      return true;
  }
}

const roleFor: Readonly<Record<string, string>> = {
  cleared: 'clearing-officer',
  accepted: 'coordinator',
  'no-answer': 'coordinator',
  returned: 'coordinator',
  reopened: 'coordinator',
  approved: 'authorized-respondent',
  sent: 'coordinator',
};

/** Who signed had the role by which they signed, and for that agency, as far as entries about members say. */
function signerFault({ sequence, kind, by }: FiledEntry, { members, namesMembers }: RecordStanding): Fault | null {
  const role = roleFor[kind];
  if (role === undefined) return null;
  const fault = { code: 'signer-without-right', sequence, name: by.name } as const;
  if (by.role !== role) return fault;
  if (!namesMembers) return null;
  const member = members.get(by.person);
  return member !== undefined && member.agency === by.agency?.id && member.roles.includes(role) ? null : fault;
}

function signOffFault(entry: FiledEntry, standing: RecordStanding, record: RecordFile): Fault | null {
  const [answer] = entry.scope;
  if (answer === undefined) return null;
  switch (entry.kind) {
    case 'cleared':
      return clearanceFault(entry, answer, standing);
    case 'accepted':
      return acceptanceFault(entry, answer, standing, record);
    case 'no-answer': {
      const isRequired = record.questions.some(({ id, isRequired }) => id === answer.question && isRequired === true);
      return isRequired ? { code: 'required-left-without-answer', sequence: entry.sequence, question: answer.question } : null;
    }
    case 'approved':
      return approvalFault(entry, standing, record);
    default:
      return null;
  }
}

type ScopedAnswer = FiledEntry['scope'][number];

/** An agency clears what it is asked to clear; the entry's details name the agency of the one who signed. */
function clearanceFault({ sequence, by, details }: FiledEntry, { question }: ScopedAnswer, standing: RecordStanding): Fault | null {
  const agency = agencyOf(by);
  const isAsked = standing.assignments.get(question)?.includes(agency) === true;
  if (isAsked && (details['agency'] === undefined || details['agency'] === agency)) return null;
  return { code: 'clearance-not-asked', sequence, question, agency: by.agency?.name ?? by.name };
}

/** Every agency that the assignment asks has cleared this text, and nothing has taken that back since. */
function acceptanceFault({ sequence }: FiledEntry, { question, digest }: ScopedAnswer, standing: RecordStanding, record: RecordFile) {
  const asked = standing.assignments.get(question);
  if (asked === undefined) return { code: 'accepted-unassigned', sequence, question } as const;
  const given = standing.clearances.get(question);
  const missing = asked.find((agency) => given?.get(agency)?.digest !== digest);
  if (missing === undefined) return null;
  return { code: 'accepted-without-clearance', sequence, question, agency: nameOfAgency(record, missing) } as const;
}

/** Every question is in it, and those of the agencies were decided before, with the text that is approved. */
function approvalFault({ sequence, scope }: FiledEntry, { decisions }: RecordStanding, record: RecordFile): Fault | null {
  const signed = new Map(scope.map(({ question, digest }) => [question, digest]));
  for (const { id: question, answeredBy } of record.questions) {
    const digest = signed.get(question);
    if (digest === undefined) return { code: 'approval-incomplete', sequence, question };
    if (answeredBy === 'respondent') continue;
    const decision = decisions.get(question);
    if (decision === undefined) return { code: 'approved-without-acceptance', sequence, question };
    if (decision.digest !== digest) return { code: 'approved-other-text', sequence, question };
  }
  return null;
}

/** As printed in some entry; its id where it never acted. */
function nameOfAgency(record: RecordFile, agency: string): string {
  return record.entries.find(({ by }) => by.agency?.id === agency)?.by.agency?.name ?? agency;
}
