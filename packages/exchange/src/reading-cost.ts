// The cost of reading a text, estimated before it is read: what people write costs a fraction of a second, a hostile file is refused.

/** The file takes more reading than any that people wrote. */
export class TooComplexError extends Error {
  override readonly name = 'TooComplexError';
}

/** The published form has 880 lines, of which 600 hold something. */
const maxLines = 100_000;
const maxFilledLines = 40_000;
/** In microseconds as measured: a letter, a line, a line that begins an item or a row, any other sign that Markdown knows. */
const costs = { letter: 1, line: 15, item: 150, sign: 15 };
const maxCost = 2_500_000;

/** Throws TooComplexError for a file of more lines than people write. */
export function checkLineCount(lines: readonly string[]): void {
  if (lines.length > maxLines || lines.filter((it) => it !== '').length > maxFilledLines) throw new TooComplexError('too many lines');
}

/** Throws TooComplexError when reading these texts as Markdown would take more than some seconds. */
export function checkReadingCost(texts: Iterable<string>): void {
  let cost = 0;
  for (const text of texts) {
    cost += text.length * costs.letter;
    if (cost > maxCost) throw new TooComplexError('too much to read');
    const items = countOf(text, /(?:^|\n|[>*+-])[ \t]*(?:[-+*=|>]|\d{1,9}[.)])/g) + countOf(text, /<\/?[a-z]/gi);
    const signs = countOf(text, /[\\`*_[\]<>~&|@]|https?:/g);
    cost += (countOf(text, /\n/g) + 1) * costs.line + items * costs.item + signs * costs.sign;
    if (cost > maxCost) throw new TooComplexError('too much to read');
  }
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
