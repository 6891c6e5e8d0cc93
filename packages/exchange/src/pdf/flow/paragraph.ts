// A paragraph as strips, one a line; a sign may hang before its first line.
import { directionOf } from '../../direction.ts';
import { breakLines } from '../line/break-lines.ts';
import type { Ink } from '../line/ink.ts';
import type { LetterRun } from '../line/run.ts';
import { leadingOf, type ParagraphStyle } from '../sheet.ts';
import type { Strip } from './strip.ts';

/** Where a paragraph stands. */
export interface FlowPlace {
  readonly x: number;
  readonly width: number;
  /** How far it stands in from the other side where it runs from right to left: as far as its lists have moved it in. */
  readonly mirrored: number;
}

export interface Hanging {
  readonly runs: readonly LetterRun[];
  /** Room for it before the paragraph. */
  readonly width: number;
}

const padding = 4;

/** The strips of a paragraph of drawable runs. The first two lines stay together, and the last two. */
export function paragraphStrips(
  runs: readonly LetterRun[],
  place: FlowPlace,
  style: ParagraphStyle,
  ink: Ink,
  hanging: Hanging | null = null,
): readonly Strip[] {
  const direction = directionOf(runs.map((it) => it.text).join(''));
  const isMirrored = direction === 'rtl';
  const left = isMirrored ? place.x - place.mirrored : place.x;
  const lines = breakLines(runs, place.width, direction, ink);
  const sign = hanging === null ? null : { ...hanging, line: breakLines(hanging.runs, hanging.width * 2, 'ltr', ink)[0] };
  return lines.map((line, index) => {
    const size = Math.max(style.look.size, ...line.pieces.map((it) => it.look.size));
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    return {
      height: leadingOf(size) + (isLast ? style.after : 0),
      before: isFirst ? style.before : 0,
      keepNext: isLast ? style.keepNext : style.keepNext || isFirst || index === lines.length - 2,
      draw: (pen, top) => {
        const baseline = top + size * 1.07;
        if (isFirst && sign?.line !== undefined) {
          const { line: mark, width } = sign;
          const right = left + place.width + Math.max(padding, width - mark.width - padding);
          pen.line(mark, isMirrored ? right : place.x - width, baseline);
        }
        pen.line(line, isMirrored ? left + place.width - line.width : left, baseline);
      },
    };
  });
}
