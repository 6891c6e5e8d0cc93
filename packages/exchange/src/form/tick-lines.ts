// The lines on which the ticks of a choice stand, and which of them a page's end may not part from the next.
import type { PrintedOption, PrintedTicks } from './printed-block.ts';

interface TickLine {
  readonly options: readonly PrintedOption[];
  readonly keepNext: boolean;
}

/** A list of more ticks may be cut by a page's end, though never after its first or before its last line. */
const maxTicksKept = 12;

/** The lines in order. No tick stands alone at a page's foot or head; what stands under the ticks stays with them. */
export function tickLines({ options, isOneLine, isToConfirm, isFollowed }: PrintedTicks): readonly TickLine[] {
  const lines = isOneLine ? [options] : options.map((option) => [option]);
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const isEdge = index === 0 || index === last - 1;
    return { options: line, keepNext: index === last ? isToConfirm || isFollowed : lines.length <= maxTicksKept || isEdge };
  });
}
