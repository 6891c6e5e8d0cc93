// The preview of an assignment: for each question, what would be different from now.
import type { AgencyId, Assignment, Day } from '@chancery/domain';

export interface AssignmentChanges {
  /** Null when the leading agency stays. `from` is null when nobody led. */
  readonly leading: { readonly from: AgencyId | null; readonly to: AgencyId } | null;
  readonly added: readonly AgencyId[];
  readonly removed: readonly AgencyId[];
  /** Contributors that must clear from now on. */
  readonly nowClears: readonly AgencyId[];
  /** Contributors that stay but no longer need to clear. */
  readonly clearsNoMore: readonly AgencyId[];
  /** Null when the due date stays. */
  readonly due: { readonly to: Day | null } | null;
}

/** Compares what is with what would be. The former leading agency is not "removed": that somebody else leads says it. */
export function assignmentChanges(before: Assignment | null, after: Assignment): AssignmentChanges {
  const were = before?.contributors ?? [];
  const are = after.contributors;
  const wasClearing = new Set(were.filter((it) => it.mustClear).map((it) => it.agency));
  const isClearing = new Set(are.filter((it) => it.mustClear).map((it) => it.agency));
  const names = (list: Assignment['contributors']) => list.map((it) => it.agency);
  return {
    leading: before?.leadingAgency === after.leadingAgency ? null : { from: before?.leadingAgency ?? null, to: after.leadingAgency },
    added: names(are).filter((agency) => !names(were).includes(agency)),
    removed: names(were).filter((agency) => !names(are).includes(agency) && agency !== after.leadingAgency),
    nowClears: names(are).filter((agency) => isClearing.has(agency) && !wasClearing.has(agency)),
    clearsNoMore: names(are).filter((agency) => wasClearing.has(agency) && !isClearing.has(agency)),
    due: (before?.dueDay ?? null) === after.dueDay ? null : { to: after.dueDay },
  };
}

/** True when nothing would be different. */
export function isUnchanged(changes: AssignmentChanges): boolean {
  const { leading, due, ...lists } = changes;
  return leading === null && due === null && Object.values(lists).every((list) => list.length === 0);
}
