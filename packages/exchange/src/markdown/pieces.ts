// Pieces of Markdown that can be parsed each by itself: the parser's cost grows faster than a text, and most pieces need no parser.

/** What spans blank lines once it is begun. */
const spanning = /<(?:!|\?|\/?(?:pre|script|style|textarea)\b)/i;
/** A line that may go on with what stands above a blank line, or that is no paragraph. */
const dependent = /^(?:\s|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>)/;
/** Signs that Markdown, or the finding of addresses, has a meaning for. */
const meaningful = /[\\`*_[\]<>~&|@]|https?:/i;
const blockSign = /^[ \t]*(?:[-+*=#>|]|\d{1,9}[.)](?:\s|$))|^\s|[ \t]$/m;

/** The Markdown cut at blank lines before which everything has ended. */
export function piecesOf(markdown: string): readonly string[] {
  if (spanning.test(markdown)) return [markdown];
  const pieces: string[][] = [[]];
  let isAfterBlank = false;
  for (const line of markdown.split('\n')) {
    const isBlank = line.trim() === '';
    if (isAfterBlank && !isBlank && !dependent.test(line)) pieces.push([]);
    pieces.at(-1)?.push(line);
    isAfterBlank = isBlank;
  }
  return pieces.map((it) => it.slice(0, it.findLastIndex((line) => line.trim() !== '') + 1).join('\n')).filter((it) => it !== '');
}

/** The lines of a paragraph without any sign of Markdown; null for anything else. */
export function plainLines(piece: string): readonly string[] | null {
  return piece === '' || meaningful.test(piece) || blockSign.test(piece) || /\n[ \t]*\n/.test(piece) ? null : piece.split('\n');
}
