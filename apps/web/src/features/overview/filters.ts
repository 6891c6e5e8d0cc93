// The filters of the overview: what the address says of them and which rows they leave.
import type { AnswerRow } from '@chancery/contract';
import { type AnswerStage, isAssignedTo, stages, type AgencyId } from '@chancery/domain';

/** Absent means "all". Kept in the address, so that a filtered list can be sent to somebody. */
export interface Filters {
  readonly agency?: string;
  readonly status?: AnswerStage;
  readonly mine?: true;
}

/** Reads the filters of an address; whatever makes no sense there is left out. */
export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const { agency, status, mine } = search;
  return {
    // An id made of digits alone arrives as a number.
    ...((typeof agency === 'string' && agency !== '') || typeof agency === 'number' ? { agency: String(agency) } : {}),
    ...(isStage(status) ? { status } : {}),
    ...(mine === true ? { mine } : {}),
  };
}

/** True when at least one filter is set. */
export function isFiltered(filters: Filters): boolean {
  return filters.agency !== undefined || filters.status !== undefined || filters.mine === true;
}

/** The rows that pass every filter, in the order they had. `mine`: assigned to the reader's agency, or waiting for the reader. */
export function filterRows(rows: readonly AnswerRow[], filters: Filters, myAgency: AgencyId | null): readonly AnswerRow[] {
  return rows.filter(
    (row) =>
      (filters.agency === undefined || isAssignedTo(row.assignment, filters.agency as AgencyId)) &&
      (filters.status === undefined || row.stage === filters.status) &&
      (filters.mine === undefined || row.mine !== null || (myAgency !== null && isAssignedTo(row.assignment, myAgency))),
  );
}

function isStage(value: unknown): value is AnswerStage {
  return stages.some((stage) => stage === value);
}
