// A strip: a piece of the form over the whole width, the smallest that a page takes. A flow is strips one below the other.
import type { Pen } from '../pen.ts';

export interface Strip {
  readonly height: number;
  /** Space above it; none at a page's head. */
  readonly before: number;
  /** Not the last on its page. */
  readonly keepNext: boolean;
  /** Draws it with its upper end there. */
  readonly draw: (pen: Pen, top: number) => void;
  /** As much of it as fits into that height, and the rest; null where nothing does. Absent where it is never cut. */
  readonly cut?: (height: number) => readonly [Strip, Strip] | null;
  /** What must fit where it begins. */
  readonly minHeight?: number;
}

export interface Placed {
  readonly strip: Strip;
  readonly top: number;
}

/** The height of the strips one below the other. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, it, index) => sum + it.height + (index === 0 ? 0 : it.before), 0);
}

/** The strips placed from `top` on. */
export function stacked(strips: readonly Strip[], top: number): readonly Placed[] {
  let y = top;
  return strips.map((strip, index) => {
    y += index === 0 ? 0 : strip.before;
    const placed = { strip, top: y };
    y += strip.height;
    return placed;
  });
}

/** The strips that fit into the height, the last one cut where it can be, and those that do not. Never splits a chain that is kept together, unless it alone is too high. */
export function fitting(strips: readonly Strip[], height: number): readonly [readonly Strip[], readonly Strip[]] {
  let used = 0;
  let good = 0;
  for (let index = 0; index < strips.length; index += 1) {
    const strip = strips[index];
    if (strip === undefined) break;
    const top = used + (index === 0 ? 0 : strip.before);
    if (top + strip.height > height) {
      const parts = strip.cut?.(height - top) ?? null;
      if (parts !== null)
        return [
          [...strips.slice(0, index), parts[0]],
          [parts[1], ...strips.slice(index + 1)],
        ];
      return [strips.slice(0, good), strips.slice(good)];
    }
    used = top + strip.height;
    if (!strip.keepNext) good = index + 1;
  }
  return [strips, []];
}
