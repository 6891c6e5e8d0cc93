// Finding a passage by its text where its characters are gone: splitting a paragraph or making it a list item deletes text and writes it again,
// since that is how ProseMirror bindings keep blocks.
import type { Span } from './text-run.ts';

/** The words of a passage and what stood on both sides of it. */
export interface FollowedText {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The words and surroundings that agree must make up at least so many characters: fewer may stand elsewhere by chance. */
const minAgreement = 12;

/** At least so many characters of the surroundings must agree: the same word in another sentence is another passage. */
const minSurroundings = 8;

/** Beyond so many occurrences nobody can tell which of them is the passage. */
const maxOccurrences = 200;

/** What is between the ends of a passage. Not `isWhole` where the block of one end is gone, so that the other end's block had to stand for it. */
export interface Rest extends Span {
  readonly isWhole: boolean;
}

/** The span of a passage: what is left of it, or where its words went, or null. A text that was edited in place is not looked for elsewhere. */
export function follow(text: string, left: Rest | null, words: FollowedText): Span | null {
  if (left === null) return bestOccurrence(text, words);
  const rest = text.slice(left.start, left.end);
  const isPart = words.quote.includes(rest);
  // Nothing is typed between an end and the passage, so where the words stand whole among others, an end has strayed.
  const isBeyond = rest.includes(words.quote);
  if (rest === words.quote || (left.isWhole && !isPart && !isBeyond)) return left;
  const found = bestOccurrence(text, words);
  const isAround = found !== null && found.start <= left.start && left.end <= found.end;
  if (found !== null && (isAround || isBeyond || !left.isWhole)) return found;
  return isScrap(rest, words.quote) || (!isPart && !left.isWhole) ? null : left;
}

/** True for blanks, or a letter or two of a longer passage: comparing texts leaves those by chance when the passage was deleted. */
function isScrap(rest: string, quote: string): boolean {
  const length = rest.trim().length;
  return length === 0 || (length <= 2 && quote.length >= 8);
}

function bestOccurrence(text: string, words: FollowedText): Span | null {
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
function surroundingsAt(text: string, start: number, { before, quote, after }: FollowedText): number {
  const end = start + quote.length;
  let agreeing = 0;
  for (let back = 1; back <= before.length && text[start - back] === before[before.length - back]; back += 1) agreeing += 1;
  for (let on = 0; on < after.length && text[end + on] === after[on]; on += 1) agreeing += 1;
  return agreeing;
}
