// What stands in a record after some of its entries: who takes part, what is assigned, cleared, decided and approved.
import type { FiledEntry, Person, Phase } from './record-file.ts';

/** A decision on one answer that is in force, and the entry that made it. */
export interface StandingDecision {
  readonly kind: 'accepted' | 'no-answer';
  readonly digest: string;
  readonly by: Person;
  readonly sequence: number;
}

interface StandingClearance {
  readonly digest: string;
  readonly agency: string;
}

interface StandingMember {
  readonly agency: string;
  readonly roles: readonly unknown[];
}

export interface RecordStanding {
  /** By person, as the entries about members say; empty in a record that has no such entry. */
  readonly members: Map<string, StandingMember>;
  /** Of each assigned question, the ids of the agencies that must clear its answer. */
  readonly assignments: Map<string, readonly string[]>;
  readonly decisions: Map<string, StandingDecision>;
  /** Of each question, by the id of the agency (of the person's name where there is none). */
  readonly clearances: Map<string, Map<string, StandingClearance>>;
  approval: FiledEntry | null;
  sending: FiledEntry | null;
  voidedApprovals: number;
  /** A sealed answer was reopened, so that the next entry must void the approval. */
  mustVoid: boolean;
  namesMembers: boolean;
}

/** What stands before the first entry. */
export function nothingStanding(): RecordStanding {
  return {
    members: new Map(),
    assignments: new Map(),
    decisions: new Map(),
    clearances: new Map(),
    approval: null,
    sending: null,
    voidedApprovals: 0,
    mustVoid: false,
    namesMembers: false,
  };
}

/** The phase of the round. */
export function phaseOf({ approval, sending }: RecordStanding): Phase {
  if (sending !== null) return 'sent';
  return approval === null ? 'open' : 'approved';
}

/** Takes in an entry that may follow those before it. Kinds that are not known change nothing: a later version may add some. */
export function takeIn(standing: RecordStanding, entry: FiledEntry): void {
  standing.mustVoid = entry.kind === 'reopened' && standing.approval !== null;
  takeInMember(standing, entry);
  for (const answer of entry.scope) takeInAnswer(standing, entry, answer);
  switch (entry.kind) {
    case 'assigned': {
      const assigned = assignmentIn(entry);
      if (assigned !== null) standing.assignments.set(assigned.question, assigned.mustClear);
      break;
    }
    case 'approved':
      standing.approval = entry;
      break;
    case 'approval-voided':
      standing.approval = null;
      standing.sending = null;
      standing.voidedApprovals += 1;
      break;
    case 'sent':
      standing.sending = entry;
      break;
    default:
  }
}

function takeInAnswer(standing: RecordStanding, entry: FiledEntry, { question, digest }: FiledEntry['scope'][number]): void {
  switch (entry.kind) {
    case 'accepted':
    case 'no-answer':
      standing.decisions.set(question, { kind: entry.kind, digest, by: entry.by, sequence: entry.sequence });
      break;
    case 'cleared': {
      const given = standing.clearances.get(question) ?? new Map<string, StandingClearance>();
      given.set(agencyOf(entry.by), { digest, agency: entry.by.agency?.name ?? entry.by.name });
      standing.clearances.set(question, given);
      break;
    }
    case 'returned':
    case 'reopened':
      standing.decisions.delete(question);
      standing.clearances.delete(question);
      break;
    default:
  }
}

/** Each names the agency and the roles that are in force after it; one that was only named for a role has none by that. */
export const givesRoles: ReadonlySet<string> = new Set([
  'member-added',
  'member-named',
  'member-confirmed',
  'member-changed',
  'reading-granted',
]);

function takeInMember(standing: RecordStanding, { kind, details }: FiledEntry): void {
  const { person, agency, roles } = details;
  if (kind === 'lead-agency-changed') endCoordination(standing, details['noLongerCoordinators']);
  if (typeof person !== 'string') return;
  if (kind === 'member-removed') standing.members.delete(person);
  if (!givesRoles.has(kind)) return;
  standing.namesMembers = true;
  if (typeof agency === 'string' && Array.isArray(roles)) standing.members.set(person, { agency, roles });
}

/** Another agency leads: those who coordinated for the former one do so no longer. */
function endCoordination(standing: RecordStanding, people: unknown): void {
  if (!Array.isArray(people)) return;
  for (const person of people as unknown[]) {
    const member = typeof person === 'string' ? standing.members.get(person) : undefined;
    if (typeof person !== 'string' || member === undefined) continue;
    standing.members.set(person, { ...member, roles: member.roles.filter((role) => role !== 'coordinator') });
  }
}

/** Under which a clearance is kept: the id of the agency for which it was given. */
export function agencyOf(by: Person): string {
  return by.agency?.id ?? by.name;
}

/** What an entry of this kind assigns; null when it does not say so in the form that it must have. */
export function assignmentIn({ details }: FiledEntry): { readonly question: string; readonly mustClear: readonly string[] } | null {
  const { question, leadingAgency, contributors } = details;
  if (typeof question !== 'string' || typeof leadingAgency !== 'string' || !Array.isArray(contributors)) return null;
  const clearing = (contributors as unknown[]).map((it) => (isContributor(it) ? it : null));
  if (clearing.includes(null)) return null;
  return { question, mustClear: [leadingAgency, ...clearing.flatMap((it) => (it?.mustClear === true ? [it.agency] : []))] };
}

function isContributor(value: unknown): value is { readonly agency: string; readonly mustClear: boolean } {
  if (typeof value !== 'object' || value === null) return false;
  return 'agency' in value && typeof value.agency === 'string' && 'mustClear' in value && typeof value.mustClear === 'boolean';
}
