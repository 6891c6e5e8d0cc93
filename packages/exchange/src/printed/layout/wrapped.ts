// Text whose lines a mail program or an editor has wrapped at a width: its paragraphs, as they were typed.
import type { NumberedLine } from '../../wording/unrecognised.ts';

const minWidth = 50;
const maxWidth = 100;
/** So many line ends of a file must be those of wrapping, and almost all of them. */
const minWrapped = 8;
const minShare = 0.9;

/** The width at which the file is wrapped, or null: lines in a row are full up to it, and no line that could be wrapped is longer. */
export function wrapWidth(lines: readonly string[]): number | null {
  const bare = lines.map((line) => line.replace(/^(?:[ \t]?>)+ ?/, '').trimEnd());
  const lengths = bare.filter((line) => /\S\s+\S/.test(line)).map((line) => line.length);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (width < minWidth || width > maxWidth) return null;
  const wrapped = bare.filter((line, index) => isWrapped(line, bare[index + 1] ?? '', width) && goesOn(bare[index + 1] ?? '')).length;
  const full = bare.filter((line, index) => line.length > width * 0.8 && goesOn(bare[index + 1] ?? '')).length;
  return wrapped >= minWrapped && wrapped >= full * minShare ? width : null;
}

/** The lines with those joined that were one before they were wrapped. */
export function unwrapped(lines: readonly NumberedLine[], width: number | null): readonly NumberedLine[] {
  if (width === null) return lines;
  const joined: { number: number; parts: string[] }[] = [];
  let before = '';
  for (const { number, text } of lines) {
    const last = joined.at(-1);
    if (last !== undefined && isWrapped(before, text, width) && goesOn(text)) last.parts.push(text.trim());
    else joined.push({ number, parts: [text] });
    before = text;
  }
  return joined.map(({ number, parts }) => ({
    number,
    text: parts.map((it, index) => (index < parts.length - 1 ? it.trimEnd() : it)).join(' '),
  }));
}

/** True when the first word of the next line had no room on this one. */
export function isWrapped(line: string, next: string, width: number): boolean {
  const [word = ''] = next.trimStart().split(/\s/, 1);
  return line.trim() !== '' && word !== '' && line.trimEnd().length + 1 + word.length > width;
}

/** False for a line that begins something of its own: an item, a cell, a heading, an option. */
function goesOn(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:[-*+•·■–—>|#]|\d{1,3}[.)]\s|\(?[a-z]{1,3}[.)]\s|[☒☑✓✔✅☐□▢[]|[+=_-]{3,})/iu.test(line);
}
