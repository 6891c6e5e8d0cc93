// What is entered in the assign dialog, before it is an assignment.
import type { AgencyId, Assignment } from '@chancery/domain';
import { dayOfField } from '../../words/dates.ts';

export type Contribution = 'none' | 'contributes' | 'must-clear';

export interface AssignmentDraft {
  /** Null while none is chosen. */
  readonly leading: AgencyId | null;
  readonly contributions: ReadonlyMap<AgencyId, Contribution>;
  /** As a date field holds it: `2027-05-28`, or empty. */
  readonly day: string;
}

/** What all the questions share; where they differ, nothing is entered. */
export function draftFrom(assignments: readonly (Assignment | null)[]): AssignmentDraft {
  const [first = null] = assignments;
  const isShared = (part: (assignment: Assignment | null) => string) => assignments.every((it) => part(it) === part(first));
  const contributors = isShared((it) => JSON.stringify(it?.contributors ?? [])) ? (first?.contributors ?? []) : [];
  const dueDay = isShared((it) => String(it?.dueDay ?? '')) ? (first?.dueDay ?? null) : null;
  return {
    leading: isShared((it) => it?.leadingAgency ?? '') ? (first?.leadingAgency ?? null) : null,
    contributions: new Map(contributors.map((it) => [it.agency, it.mustClear ? 'must-clear' : 'contributes'])),
    day: dueDay ?? '',
  };
}

/** The assignment that was entered, or null while no agency leads. The leading agency is no contributor besides. */
export function assignmentOf(draft: AssignmentDraft): Assignment | null {
  if (draft.leading === null) return null;
  const contributors = [...draft.contributions].flatMap(([agency, contribution]) =>
    contribution === 'none' || agency === draft.leading ? [] : [{ agency, mustClear: contribution === 'must-clear' }],
  );
  return { leadingAgency: draft.leading, contributors, dueDay: dayOfField(draft.day) };
}
