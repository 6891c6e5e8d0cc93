// The text of a file that belongs to nothing: lines in a row are reported together.
import { isSignsOnly } from './wording.ts';
import type { UnrecognisedText } from '../filled-form.ts';

/** A line of the file with its number, counting from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Lines grouped by neighbourhood; blank lines and bare signs are no finding. */
export function groupLines(lines: readonly NumberedLine[]): readonly UnrecognisedText[] {
  const groups: { fromLine: number; toLine: number; text: string }[] = [];
  for (const line of lines.toSorted((a, b) => a.number - b.number)) {
    if (isSignsOnly(line.text)) continue;
    const last = groups.at(-1);
    if (last !== undefined && line.number <= last.toLine + 2) {
      last.text += `\n${line.text}`;
      last.toLine = line.number;
    } else groups.push({ fromLine: line.number, toLine: line.number, text: line.text });
  }
  return groups.map(({ fromLine, text }) => ({ fromLine, text }));
}
