// The shortest way from one list of words to another (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), within a bound.

export type Step = 'same' | 'removed' | 'added';

/**
 * The steps in order, with as few removed and added as possible; null when more than `maxChanges` would be needed.
 * Costs about `maxChanges` squared, whatever the lengths.
 */
export function editScript(old: readonly string[], now: readonly string[], maxChanges: number): readonly Step[] | null {
  const bound = Math.min(maxChanges, old.length + now.length);
  // How far along `old` the best way reaches on each diagonal (place in `old` less place in `now`), for each number of changes.
  const reached: Int32Array[] = [];
  let before = new Int32Array(3);
  for (let changes = 0; changes <= bound; changes += 1) {
    const here = new Int32Array(2 * changes + 3);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = changes === 0 ? 0 : cameFrom(before, changes, diagonal).start;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      here[diagonal + changes + 1] = x;
      if (x < old.length || x - diagonal < now.length) continue;
      reached.push(here);
      return stepsBack(reached, old.length, now.length);
    }
    reached.push(here);
    before = here;
  }
  return null;
}

interface Arrival {
  readonly step: 'removed' | 'added';
  /** Places in `old` before the change, and after it. */
  readonly from: number;
  readonly start: number;
}

/** The best last change of those that lead onto a diagonal. `before`: how far one change less reaches. */
function cameFrom(before: Int32Array, changes: number, diagonal: number): Arrival {
  const [removing, adding] = [at(before, changes - 1, diagonal - 1), at(before, changes - 1, diagonal + 1)];
  const removes = diagonal !== -changes && (diagonal === changes || removing >= adding);
  return removes ? { step: 'removed', from: removing, start: removing + 1 } : { step: 'added', from: adding, start: adding };
}

/** With one place to spare at each end, so that neighbours may be asked. */
function at(row: Int32Array, changes: number, diagonal: number): number {
  return row[diagonal + changes + 1] ?? 0;
}

function stepsBack(reached: readonly Int32Array[], oldLength: number, nowLength: number): readonly Step[] {
  const steps: Step[] = [];
  let [x, y] = [oldLength, nowLength];
  for (let changes = reached.length - 1; changes > 0; changes -= 1) {
    const diagonal = x - y;
    const { step, from, start } = cameFrom(reached[changes - 1] ?? new Int32Array(), changes, diagonal);
    for (; x > start; x -= 1) steps.push('same');
    steps.push(step);
    x = from;
    y = from - (step === 'removed' ? diagonal - 1 : diagonal + 1);
  }
  for (; x > 0; x -= 1) steps.push('same');
  return steps.reverse();
}
