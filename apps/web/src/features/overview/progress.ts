// How far things are: counts of statuses for a list of rows, and for each agency.
import type { AnswerRow, RoundView } from '@chancery/contract';
import type { AnswerStatus } from '@chancery/domain';

export type StatusCounts = Readonly<Record<AnswerStatus, number>>;

/** How many rows are at each status. */
export function countStatuses(rows: readonly AnswerRow[]): StatusCounts {
  const counts = { unassigned: 0, drafting: 0, cleared: 0, accepted: 0, sealed: 0 };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}

/** Accepted answers stay so when the round is sealed. */
export function acceptedOf(counts: StatusCounts): number {
  return counts.accepted + counts.sealed;
}

export interface AgencyProgress {
  readonly agency: RoundView['agencies'][number];
  /** Questions that the agency leads. */
  readonly questions: number;
  readonly counts: StatusCounts;
}

/** Each agency with the questions it leads; those that lead most come first, those that lead none last. */
export function progressByAgency(round: Pick<RoundView, 'agencies' | 'answers'>): readonly AgencyProgress[] {
  const progress = round.agencies.map((agency) => {
    const led = round.answers.filter((row) => row.assignment?.leadingAgency === agency.id);
    return { agency, questions: led.length, counts: countStatuses(led) };
  });
  return progress.toSorted((a, b) => b.questions - a.questions);
}
