// The comparison of printed wording word for word: stars, punctuation, case, white space and Markdown's signs do not count.
import { htmlTokens } from '../html-tokens.ts';
import { firstWordOf, wordsOf, wordsWithPlace } from './words.ts';

/** True when both texts have the same words in the same order. */
export function isSameWording(a: string, b: string): boolean {
  // Signs between words are few: a text of another length has other words.
  if (Math.max(a.length, b.length) > 4 * Math.min(a.length, b.length) + 200) return false;
  const words = wordsOf(a);
  return words.length > 0 && words.join(' ') === wordsOf(b).join(' ');
}

/** Where in `text` the printed words end, when the text begins with them; null when it does not. */
export function endOfWording(text: string, printed: readonly string[]): number | null {
  if (printed.length === 0 || firstWordOf(text) !== printed[0]) return null;
  const words = wordsWithPlace(beginning(text, printed.length));
  if (words.length < printed.length) return null;
  if (printed.some((word, index) => words[index]?.text !== word)) return null;
  return words[printed.length - 1]?.end ?? null;
}

export interface WordingMatch {
  /** Lines that hold the wording. */
  readonly lineCount: number;
  /** What follows the wording on its last line, as it stands there. */
  readonly rest: string;
}

export const maxWordingLines = 6;

/** Matches wording that begins at line `from` and may run over several lines. */
export function matchLines(lines: readonly string[], from: number, printed: readonly string[]): WordingMatch | null {
  if (firstWordOf(lines[from] ?? '') !== printed[0]) return null;
  let joined = '';
  for (let count = 1; count <= maxWordingLines && from + count <= lines.length; count += 1) {
    const line = lines[from + count - 1] ?? '';
    if (count > 1 && line.trim() === '') return null;
    joined += `${line}\n`;
    const end = endOfWording(joined, printed);
    if (end !== null) return { lineCount: count, rest: joined.slice(end).replace(/\n$/, '') };
    if (!beginsWith(printed, wordsOf(beginning(joined, printed.length)))) return null;
  }
  return null;
}

/** True when nothing but signs is left: punctuation, stars, white space, Markdown's marks. */
export function isSignsOnly(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (!text.includes('<')) return false;
  if (text.length > 4_000 && !isSignsOnly(text.slice(0, 2_000))) return false;
  return !htmlTokens(text).some((it) => it.kind !== 'tag' && /[\p{L}\p{N}]/u.test(it.source));
}

/** What a person wrote after printed wording: without the wording's own star, colon or closing mark. */
export function afterWording(rest: string): string {
  return rest.replace(/^(?:\s|\\?\*|[?.:;,)\]”"]|\\|<\/[a-z]{1,6}>)+/i, '').replace(/^_+$/, '');
}

/** More of a text than printed wording of so many words needs, so that a line of a million characters costs no more than another. */
function beginning(text: string, wordCount: number): string {
  return text.slice(0, 200 + wordCount * 40);
}

function beginsWith(printed: readonly string[], words: readonly string[]): boolean {
  return words.length <= printed.length && words.every((word, index) => word === printed[index]);
}
