// The comparison of printed wording: words alone count; stars, punctuation, case, white space and Markdown's signs do not.
import { htmlTokens } from '../html-tokens.ts';

interface Word {
  readonly text: string;
  readonly end: number;
}

/** Words of a text in lower case, in order. */
export function wordsOf(text: string): readonly string[] {
  return wordsWithPlace(text).map((it) => it.text);
}

/** True when both texts have the same words in the same order. */
export function isSameWording(a: string, b: string): boolean {
  const words = wordsOf(a);
  return words.length > 0 && words.join(' ') === wordsOf(b).join(' ');
}

/** Where in `text` the printed words end, when the text begins with them; null when it does not. */
export function endOfWording(text: string, printed: readonly string[]): number | null {
  if (printed.length === 0 || firstWord(text) !== printed[0]) return null;
  const words = wordsWithPlace(text);
  if (words.length < printed.length) return null;
  if (printed.some((word, index) => words[index]?.text !== word)) return null;
  return words[printed.length - 1]?.end ?? null;
}

interface WordingMatch {
  /** Lines that hold the wording. */
  readonly lineCount: number;
  /** What follows the wording on its last line, as it stands there. */
  readonly rest: string;
}

const maxWordingLines = 6;

/** Matches wording that begins at line `from` and may run over several lines. */
export function matchLines(lines: readonly string[], from: number, printed: readonly string[]): WordingMatch | null {
  if (firstWord(lines[from] ?? '') !== printed[0]) return null;
  let joined = '';
  for (let count = 1; count <= maxWordingLines && from + count <= lines.length; count += 1) {
    const line = lines[from + count - 1] ?? '';
    if (count > 1 && line.trim() === '') return null;
    joined += `${line}\n`;
    const end = endOfWording(joined, printed);
    if (end !== null) return { lineCount: count, rest: joined.slice(end).replace(/\n$/, '') };
    if (!beginsWith(printed, wordsOf(joined))) return null;
  }
  return null;
}

/** True when nothing but signs is left: punctuation, stars, white space, Markdown's marks. */
export function isSignsOnly(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (!text.includes('<')) return false;
  return !htmlTokens(text).some((it) => it.kind !== 'tag' && /[\p{L}\p{N}]/u.test(it.source));
}

/** What a person wrote after printed wording: without the wording's own star, colon or closing mark. */
export function afterWording(rest: string): string {
  return rest.replace(/^(?:\s|\\?\*|[?.:;,)\]”"]|\\)+/, '').replace(/^_+$/, '');
}

function firstWord(text: string): string | undefined {
  return /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase();
}

function beginsWith(printed: readonly string[], words: readonly string[]): boolean {
  return words.length <= printed.length && words.every((word, index) => word === printed[index]);
}

function wordsWithPlace(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((it) => ({ text: it[0].toLowerCase(), end: it.index + it[0].length }));
}
