// Runs: who did something to which items of a document, as ranges of the clock of one client id. An item belongs to the first.

/** Items of one client id from `clock` on, by one author: an index into the authors of the attribution. */
export interface Run {
  clock: number;
  length: number;
  readonly author: number;
  /** When the first of them was done, in milliseconds since the epoch. */
  readonly at: number;
}

/** What one author does within this time of the first of it counts as done at once: attribution is true to the minute. */
const atOnceMs = 60_000;

export class Runs {
  private readonly byClient = new Map<number, Run[]>();

  /** Each client id with its runs in order of clock. They do not overlap; there may be gaps. */
  entries(): Iterable<readonly [number, readonly Run[]]> {
    return this.byClient;
  }

  /** Takes over the runs of one client id, in order of clock. */
  restore(client: number, runs: readonly Run[]): void {
    this.byClient.set(client, [...runs]);
  }

  /** Gives those items to the author that nobody has. */
  claim(client: number, { clock, length, author, at }: Run): void {
    const runs = this.byClient.get(client) ?? [];
    if (runs.length === 0) this.byClient.set(client, runs);
    const end = clock + length;
    let from = clock;
    let index = firstEndingAfter(runs, from);
    while (from < end) {
      const free = Math.min(end, runs[index]?.clock ?? end);
      if (free > from) index = fill(runs, index, { clock: from, length: free - from, author, at });
      const covering = runs[index];
      if (covering === undefined) return;
      from = covering.clock + covering.length;
      index += 1;
    }
  }

  /** The run that this item is in. */
  find(client: number, clock: number): Run | null {
    const runs = this.byClient.get(client) ?? [];
    const run = runs[firstEndingAfter(runs, clock)];
    return run !== undefined && run.clock <= clock ? run : null;
  }
}

function firstEndingAfter(runs: readonly Run[], clock: number): number {
  const last = runs.at(-1);
  if (last === undefined || last.clock + last.length <= clock) return runs.length; // what is new stands at the end
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run !== undefined && run.clock + run.length > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Puts a run into the gap before `index`, or lengthens an adjacent one. Returns the index of what follows the gap. */
function fill(runs: Run[], index: number, run: Run): number {
  const [left, right] = [runs[index - 1], runs[index]];
  if (left !== undefined && left.clock + left.length === run.clock && isAtOnce(left, run)) {
    left.length += run.length;
    return index;
  }
  // A person who deletes backwards deletes the last item first.
  if (right !== undefined && run.clock + run.length === right.clock && isAtOnce(right, run)) {
    right.clock = run.clock;
    right.length += run.length;
    return index;
  }
  runs.splice(index, 0, run);
  return index + 1;
}

function isAtOnce(earlier: Run, later: Run): boolean {
  return earlier.author === later.author && later.at >= earlier.at && later.at - earlier.at <= atOnceMs;
}
