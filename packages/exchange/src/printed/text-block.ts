// The text block at a line: the lines up to the next blank one, as far as printed wording reaches, with the place of each word.
import { maxWordingLines } from '../wording/wording.ts';
import { type Word, wordsWithPlace } from '../wording/words.ts';

export interface TextBlock {
  /** The lines, a line end behind each. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly lines: readonly string[];
}

/** What is looked at of one line. */
const maxLineLength = 1_200;

export function blockAt(lines: readonly string[], from: number, maxWords: number): TextBlock {
  const taken: string[] = [];
  const words: Word[] = [];
  let length = 0;
  for (let index = from; index < Math.min(lines.length, from + maxWordingLines) && words.length < maxWords; index += 1) {
    const line = lines[index] ?? '';
    if (index > from && line.replaceAll('>', '').trim() === '') break;
    const start = length;
    const seen = line.slice(0, maxLineLength);
    words.push(...wordsWithPlace(seen).map((it) => ({ text: it.text, start: it.start + start, end: it.end + start })));
    taken.push(line);
    length += seen.length + 1;
  }
  return { text: taken.map((it) => `${it.slice(0, maxLineLength)}\n`).join(''), words: words.slice(0, maxWords), lines: taken };
}

/** Lines up to that place, and what stands behind it on the last of them. */
export function cutAt({ text, lines }: TextBlock, place: number): { readonly lineCount: number; readonly rest: string } {
  const before = text.slice(0, place);
  const lineCount = before.split('\n').length;
  return { lineCount, rest: (lines[lineCount - 1] ?? '').slice(place - (before.lastIndexOf('\n') + 1)) };
}
