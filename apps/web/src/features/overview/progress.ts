// How far things are: counts of stages for a list of rows, and for each agency.
import type { AnswerRow, RoundView } from '@chancery/contract';
import { type AnswerStage, stages } from '@chancery/domain';

export type StageCounts = Readonly<Record<AnswerStage, number>>;

/** How many rows are at each stage. */
export function countStages(rows: readonly AnswerRow[]): StageCounts {
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<AnswerStage, number>;
  for (const row of rows) counts[row.stage] += 1;
  return counts;
}

/** Accepted answers stay so when the round is sealed. */
function acceptedOf(counts: StageCounts): number {
  return counts.accepted + counts.sealed;
}

/** The numbers of the sentence that says a bar aloud. A text that cannot be read counts as being written. */
export function progressNumbers(counts: StageCounts, questions: number) {
  return {
    accepted: acceptedOf(counts),
    cleared: counts.cleared,
    partly: counts['partly-cleared'],
    ready: counts['ready-to-clear'],
    written: counts['being-written'] + counts.drafting,
    empty: counts.empty,
    unassigned: counts.unassigned,
    questions,
  };
}

export interface AgencyProgress {
  readonly agency: RoundView['agencies'][number];
  /** Questions that the agency leads. */
  readonly questions: number;
  readonly counts: StageCounts;
}

/** Each agency with the questions it leads; those that lead most come first, those that lead none last. */
export function progressByAgency(round: Pick<RoundView, 'agencies' | 'answers'>): readonly AgencyProgress[] {
  const progress = round.agencies.map((agency) => {
    const led = round.answers.filter((row) => row.assignment?.leadingAgency === agency.id);
    return { agency, questions: led.length, counts: countStages(led) };
  });
  return progress.toSorted((a, b) => b.questions - a.questions);
}
