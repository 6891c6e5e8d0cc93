// Where threads stand beside the text: each at the height of its passage, none over another, the chosen one exactly at its place.

export interface ThreadBox {
  readonly id: string;
  /** Height of the passage, in pixels from the top of the column. */
  readonly wanted: number;
  readonly height: number;
}

const gap = 12;

/** The top of each box, by its id. Boxes keep the order of their passages. */
export function layOutThreads(boxes: readonly ThreadBox[], chosen: string | null): ReadonlyMap<string, number> {
  const ordered = boxes.toSorted((left, right) => left.wanted - right.wanted);
  const fixed = ordered.findIndex((it) => it.id === chosen);
  const tops = new Map<string, number>();
  const start = Math.max(0, fixed);
  placeDownwards(ordered.slice(start), tops);
  placeUpwards(ordered.slice(0, start), ordered[start], tops);
  return tops;
}

function placeDownwards(boxes: readonly ThreadBox[], tops: Map<string, number>): void {
  let free = 0;
  for (const box of boxes) {
    const top = Math.max(box.wanted, free);
    tops.set(box.id, top);
    free = top + box.height + gap;
  }
}

function placeUpwards(boxes: readonly ThreadBox[], below: ThreadBox | undefined, tops: Map<string, number>): void {
  let limit = below === undefined ? Number.POSITIVE_INFINITY : (tops.get(below.id) ?? below.wanted) - gap;
  for (const box of boxes.toReversed()) {
    const top = Math.min(box.wanted, limit - box.height);
    tops.set(box.id, top);
    limit = top - gap;
  }
}
