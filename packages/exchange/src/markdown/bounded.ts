// The bounds of Markdown that is parsed: some nesting costs the parser the square of its length, and a hostile file may nest without end.

/** No official's text comes near these; an export that would writes HTML instead. */
const maxMarkers = 8;
const maxIndent = 120;
const maxBrackets = 1_000;
const maxStars = 2_000;
const maxCells = 200;

const markerRun = new RegExp(`^((?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${maxMarkers}}[ \\t]*)`);

/** The same text, in which signs beyond the bounds are escaped: they stay as text. Indentation beyond its bound is cut. */
export function bounded(markdown: string): string {
  const lines = markdown.split('\n').map(boundedLine).join('\n');
  return lines
    .split(/(\n\s*\n)/)
    .map(boundedParagraph)
    .join('');
}

function boundedLine(line: string): string {
  if (line.length < maxMarkers) return line;
  const outdented = line.replace(/^[ \t]+/, (indent) => indent.slice(0, maxIndent)).replace(markerRun, '$1\\');
  return countOf(outdented, '|') > maxCells ? outdented.replace(/(?<!\\)\|/g, '\\|') : outdented;
}

function boundedParagraph(paragraph: string): string {
  const unbracketed = countOf(paragraph, '[') > maxBrackets ? paragraph.replace(/(?<!\\)[[\]]/g, '\\$&') : paragraph;
  const hasManyStars = countOf(unbracketed, '*') + countOf(unbracketed, '_') > maxStars;
  return hasManyStars ? unbracketed.replace(/(?<!\\)[*_]/g, '\\$&') : unbracketed;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let index = text.indexOf(sign); index !== -1; index = text.indexOf(sign, index + 1)) count += 1;
  return count;
}
