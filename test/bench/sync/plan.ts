// Every parameter of the workloads: as issue and README name them, and scaled down for trying the bench out.

export interface Plan {
  /** Measurements of each workload on each server, interleaved; the figures are their medians. */
  readonly runs: number;
  readonly wordsInAll: number;
  readonly typing: Timed & { readonly documents: number; readonly editors: number; readonly editsPerSecond: number };
  readonly saturation: Timed & { readonly documents: number; readonly underWay: number };
  readonly idle: { readonly documents: number };
  readonly join: {
    readonly documents: number;
    readonly editors: number;
    readonly editsEach: number;
    readonly clientsEach: number;
    /** Between the last edit and the stop: time for a server to compact. */
    readonly settleMs: number;
  };
  readonly crash: {
    readonly documents: number;
    readonly editors: number;
    readonly editsPerSecond: number;
    /** The server is killed at a random instant after the first of them and before the second. */
    readonly earliestMs: number;
    readonly latestMs: number;
  };
}

export interface Timed {
  /** Processes that make the load; more than one only where one could not make enough. */
  readonly loads: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export const fullPlan: Plan = {
  runs: 3,
  wordsInAll: 400,
  typing: { documents: 44, editors: 5, editsPerSecond: 4, loads: 1, warmUpMs: 10_000, measureMs: 8_000 },
  saturation: { documents: 20, underWay: 16, loads: 2, warmUpMs: 2_000, measureMs: 4_000 },
  idle: { documents: 1_000 },
  join: { documents: 44, editors: 5, editsEach: 4_000, clientsEach: 10, settleMs: 2_000 },
  crash: { documents: 20, editors: 5, editsPerSecond: 10, earliestMs: 1_000, latestMs: 3_500 },
};

export const quickPlan: Plan = {
  runs: 1,
  wordsInAll: 400,
  typing: { ...fullPlan.typing, warmUpMs: 2_000, measureMs: 4_000 },
  saturation: { ...fullPlan.saturation, warmUpMs: 1_500, measureMs: 2_000 },
  idle: { documents: 100 },
  join: { ...fullPlan.join, documents: 10, editsEach: 500, settleMs: 500 },
  crash: { ...fullPlan.crash, documents: 5, latestMs: 2_000 },
};
