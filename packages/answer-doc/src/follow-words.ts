// Owns finding a passage by its words where its characters are gone: splitting a paragraph or making it a list item deletes text and writes it anew,
// since that is how ProseMirror bindings keep blocks.
import type { Span } from './text-run.ts';

/** The words of a passage and what stood on both sides of it. */
export interface Words {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** Words and surroundings that agree must come to so many characters; fewer stand elsewhere by chance. */
const minAgreement = 12;

/** Surroundings that were there must agree in so many characters: the same word in another sentence is another passage. */
const minSurroundings = 8;

/** More occurrences than this are no place to look for one. */
const maxOccurrences = 200;

/** The span that is left of a passage, or where its words went, or null. A text that was edited in place is not looked for elsewhere. */
export function follow(text: string, left: Span | null, words: Words): Span | null {
  const rest = left === null ? '' : text.slice(left.start, left.end);
  if (rest === words.quote || !words.quote.includes(rest)) return left;
  const found = bestOccurrence(text, words);
  if (found === null || left === null) return found ?? left;
  const isAround = found.start <= left.start && left.end <= found.end;
  return isAround ? found : left;
}

function bestOccurrence(text: string, words: Words): Span | null {
  const starts = occurrencesOf(text, words.quote);
  const needed = Math.max(Math.min(minSurroundings, words.before.length + words.after.length), minAgreement - words.quote.length);
  const rated = starts.map((start) => ({ start, agreement: surroundingsAt(text, start, words) })).filter((it) => it.agreement >= needed);
  const [best, second] = rated.sort((a, b) => b.agreement - a.agreement);
  if (best === undefined || best.agreement === second?.agreement) return null;
  return { start: best.start, end: best.start + words.quote.length };
}

function occurrencesOf(text: string, quote: string): readonly number[] {
  const starts: number[] = [];
  if (quote === '') return starts;
  for (let at = text.indexOf(quote); at >= 0 && starts.length < maxOccurrences; at = text.indexOf(quote, at + 1)) starts.push(at);
  return starts;
}

/** How many characters on both sides agree with what stood there. */
function surroundingsAt(text: string, start: number, { before, quote, after }: Words): number {
  const end = start + quote.length;
  let agreeing = 0;
  for (let back = 1; back <= before.length && text[start - back] === before[before.length - back]; back += 1) agreeing += 1;
  for (let on = 0; on < after.length && text[end + on] === after[on]; on += 1) agreeing += 1;
  return agreeing;
}
