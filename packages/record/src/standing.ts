// What stands at the end of a record: the decisions of its entries, one after the other.
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

export interface RecordStanding {
  readonly decisions: ReadonlyMap<string, StandingDecision>;
  /** Of each question, by the id of the agency (of the person's name where there is none). */
  readonly clearances: ReadonlyMap<string, ReadonlyMap<string, StandingClearance>>;
  readonly approval: FiledEntry | null;
  readonly sending: FiledEntry | null;
  readonly voidedApprovals: number;
  readonly phase: Phase;
}

/** Walks the entries. `unfit` is the first that cannot follow those before it: a sending without an approval, an approval of an approved round. */
export function standingAfter(entries: readonly FiledEntry[]): { readonly standing: RecordStanding; readonly unfit: FiledEntry | null } {
  const decisions = new Map<string, StandingDecision>();
  const clearances = new Map<string, Map<string, StandingClearance>>();
  let approval: FiledEntry | null = null;
  let sending: FiledEntry | null = null;
  let voidedApprovals = 0;
  let unfit: FiledEntry | null = null;
  for (const entry of entries) {
    decide(entry, decisions, clearances);
    if (entry.kind === 'approved') {
      if (approval !== null) unfit ??= entry;
      approval = entry;
    } else if (entry.kind === 'approval-voided') {
      if (approval === null) unfit ??= entry;
      approval = null;
      sending = null;
      voidedApprovals += 1;
    } else if (entry.kind === 'sent') {
      if (approval === null || sending !== null) unfit ??= entry;
      sending = entry;
    }
  }
  const phase = sending !== null ? 'sent' : approval !== null ? 'approved' : 'open';
  return { standing: { decisions, clearances, approval, sending, voidedApprovals, phase }, unfit };
}

function decide(
  entry: FiledEntry,
  decisions: Map<string, StandingDecision>,
  clearances: Map<string, Map<string, StandingClearance>>,
): void {
  for (const { question, digest } of entry.scope) {
    switch (entry.kind) {
      case 'accepted':
      case 'no-answer':
        decisions.set(question, { kind: entry.kind, digest, by: entry.by, sequence: entry.sequence });
        break;
      case 'cleared': {
        const given = clearances.get(question) ?? new Map<string, StandingClearance>();
        given.set(entry.by.agency?.id ?? entry.by.name, { digest, agency: entry.by.agency?.name ?? entry.by.name });
        clearances.set(question, given);
        break;
      }
      case 'returned':
      case 'reopened':
        decisions.delete(question);
        clearances.delete(question);
        break;
      default:
      // Every other kind leaves the answers as they are; a later version may add kinds.
    }
  }
}
