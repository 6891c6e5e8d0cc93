// The assignment of a question: who leads, who contributes, who must clear.
import type { AgencyId, Day } from '../id.ts';
import { type Outcome, refuse, done } from '../refusal.ts';

export interface Contributor {
  readonly agency: AgencyId;
  readonly mustClear: boolean;
}

export interface Assignment {
  readonly leadingAgency: AgencyId;
  readonly contributors: readonly Contributor[];
  readonly dueDay: Day | null;
}

/** A1: the leading agency always must clear; contributors only where the coordinator said so. */
export function mustClear(assignment: Assignment): readonly AgencyId[] {
  return [assignment.leadingAgency, ...assignment.contributors.filter((it) => it.mustClear).map((it) => it.agency)];
}

/** True when the agency leads or contributes. */
export function isAssignedTo(assignment: Assignment | null, agency: AgencyId): boolean {
  if (assignment === null) return false;
  return assignment.leadingAgency === agency || assignment.contributors.some((it) => it.agency === agency);
}

/** A2-A4: an assignment names agencies of the round, each once, and is of an answer that is not frozen. */
export function checkAssignment(
  assignment: Assignment,
  { agencies, isFrozen }: { agencies: ReadonlySet<AgencyId>; isFrozen: boolean },
): Outcome<Assignment> {
  if (isFrozen) return refuse({ code: 'answer-frozen' });
  const named = [assignment.leadingAgency, ...assignment.contributors.map((it) => it.agency)];
  if (named.some((agency) => !agencies.has(agency))) return refuse({ code: 'agency-unknown' });
  if (new Set(named).size !== named.length) return refuse({ code: 'agency-named-twice' });
  return done(assignment);
}

/** T11: agencies with an open query that take part before this assignment and no longer after it. */
export function leftAsked(asked: readonly AgencyId[], before: Assignment | null, after: Assignment | null): readonly AgencyId[] {
  return asked.filter((it) => isAssignedTo(before, it) && !isAssignedTo(after, it));
}
