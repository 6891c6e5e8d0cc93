// What a measurement says: samples of one figure, the budget they are held against, and the verdict. It measures nothing.

export type Unit = 's' | 'ms' | 'KB' | 'MB' | 'scripts';

/** The most that the median may be and, for a figure with hundreds of samples, the most that 99 of 100 may be. */
export interface Budget {
  readonly median: number;
  readonly p99: number | null;
}

export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
  /** Null for a figure that explains another one and is held to nothing itself. */
  readonly budget: Budget | null;
}

export type BudgetVerdict = 'ok' | 'over' | 'no budget';

/** With fewer samples the 99th percentile is only another name for the worst one. */
const minForP99 = 100;

/** A figure whose median is held to `max`; null holds it to nothing. */
export function figure(name: string, unit: Unit, samples: readonly number[], max: number | null): Figure {
  return { name, unit, samples, budget: max === null ? null : { median: max, p99: null } };
}

/** The sample that a `share` (0 to 1) of the samples does not exceed, by nearest rank. Throws when there is none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** The 99th percentile; null when there are too few samples to tell it from the worst. */
export function p99(samples: readonly number[]): number | null {
  return samples.length < minForP99 ? null : percentile(samples, 0.99);
}

export function verdictOn({ samples, budget }: Figure): BudgetVerdict {
  if (budget === null) return 'no budget';
  const isMedianWithin = median(samples) <= budget.median;
  const isTailWithin = budget.p99 === null || percentile(samples, 0.99) <= budget.p99;
  return isMedianWithin && isTailWithin ? 'ok' : 'over';
}
