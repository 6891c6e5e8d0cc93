// What the record says about approvals that were given and made void.
import type { RecordEntry } from '@chancery/domain';

export interface VoidedApproval {
  readonly entry: RecordEntry;
  /** ISO time of the approval that is void; null when the record was not open that far. */
  readonly givenAt: string | null;
  /** True while no later approval stands in its place. */
  readonly isLast: boolean;
}

/** The last approval that was made void; null when none was. */
export function lastVoidedApproval(entries: readonly RecordEntry[]): VoidedApproval | null {
  const at = entries.findLastIndex((entry) => entry.kind === 'approval-voided');
  const entry = entries[at];
  if (entry === undefined) return null;
  const given = entries.slice(0, at).findLast((it) => it.kind === 'approved');
  return { entry, givenAt: given?.at ?? null, isLast: !entries.slice(at).some((it) => it.kind === 'approved') };
}

/** The entry of the approval that stands; null when none does. */
export function standingApproval(entries: readonly RecordEntry[]): RecordEntry | null {
  const last = entries.findLast((entry) => entry.kind === 'approved' || entry.kind === 'approval-voided');
  return last?.kind === 'approved' ? last : null;
}
