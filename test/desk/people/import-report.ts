// Reading what an import tells while it runs: lines of JSON, the last one with the report.
import type { ImportProgress } from '@chancery/contract';

export interface ReadReport {
  readonly progress: readonly { readonly done: number; readonly of: number }[];
  readonly isCancelled: boolean;
  /** What became of each question, by its id. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string | null>>;
}

/** Reads the whole response of the run. */
export async function readReport(response: Response): Promise<ReadReport> {
  const lines = (await response.text()).trim().split('\n');
  const told = lines.map((line) => JSON.parse(line) as ImportProgress);
  const report = told.at(-1);
  if (report?.kind !== 'report') throw new Error('the import ended without a report');
  return {
    progress: told.filter((it) => it.kind === 'progress').map(({ done, of }) => ({ done, of })),
    isCancelled: report.isCancelled,
    outcomes: Object.fromEntries(report.outcomes.map(({ question, outcome }) => [question, outcome])),
    reasons: Object.fromEntries(report.outcomes.map(({ question, reason }) => [question, reason])),
  };
}
