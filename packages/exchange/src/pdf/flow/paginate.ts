// The cutting of the form into pages.
import type { Placed, Strip } from './strip.ts';

/** The strips of each page with their places. Strips that are kept together move to the next page together, unless no page holds them. */
export function paginate(strips: readonly Strip[], top: number, height: number): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let used = 0;
  const waiting = strips.toReversed();
  const put = (strip: Strip) => {
    const page = pages.at(-1);
    const space = page?.length === 0 ? 0 : strip.before;
    page?.push({ strip, top: top + used + space });
    used += space + strip.height;
  };
  const turn = () => {
    pages.push([]);
    used = 0;
  };
  let isChained = false;
  for (let strip = waiting.pop(); strip !== undefined; strip = waiting.pop()) {
    const isFresh = pages.at(-1)?.length === 0;
    const room = height - used - (isFresh ? 0 : strip.before);
    // A chain is looked at where it begins; one that no page holds is cut where the page ends.
    const chain = isChained ? 0 : chainHeight(strip, waiting);
    if (!isFresh && chain > room && chain <= height) {
      turn();
      waiting.push(strip);
      continue;
    }
    if (strip.height <= room) put(strip);
    else {
      const parts = strip.cut?.(room) ?? null;
      if (parts !== null) {
        put(parts[0]);
        waiting.push(parts[1]);
        turn();
        isChained = false;
        continue;
      }
      if (!isFresh) {
        turn();
        waiting.push(strip);
        isChained = false;
        continue;
      }
      put(strip);
    }
    isChained = strip.keepNext;
  }
  return pages;
}

/** What must fit below each other where `first` begins: the strips up to the first that need not be followed. */
function chainHeight(first: Strip, waiting: readonly Strip[]): number {
  if (!first.keepNext) return first.minHeight ?? 0;
  let sum = first.height;
  for (let index = waiting.length - 1; index >= 0; index -= 1) {
    const strip = waiting[index];
    if (strip === undefined) break;
    if (!strip.keepNext) return sum + strip.before + (strip.minHeight ?? strip.height);
    sum += strip.before + strip.height;
  }
  return sum;
}
