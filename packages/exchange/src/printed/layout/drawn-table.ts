// Tables as people draw them in plain text, with +---+ and | or with box signs, whose cells run over several lines; and their Markdown.
import type { NumberedLine } from '../../wording/unrecognised.ts';
import { isWrapped } from './wrapped.ts';

/** A line end inside a cell, which Markdown spells as a tag; no text that is read has this sign. */
export const lineEndInCell = '\u2028';

const ruler = /^\s*[+|├└┌╔╠╚┣┏┗╟╞][\s+:=|─━═┼┬┴╪╬╦╩╋┳┻╤╧╫-]*[-=─━═]{2,}[\s+:=|─━═┼┬┴┤┐┘╪╬╦╩╗╣╝╋┳┻┓┫┛╤╧╢╡╫-]*$/u;
const bar = /^\s*[|│┃║](.*)[|│┃║]\s*$/u;

interface DrawnRow {
  readonly number: number;
  readonly cells: readonly (readonly string[])[];
}

/** The lines with each drawn table as lines of a pipe table; other lines as they are. A Markdown table, whose rulers have no +, is none. */
export function withoutDrawing(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const out: NumberedLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const end = endOfTable(lines, index);
    const line = lines[index];
    if (end === index && line !== undefined) out.push(line);
    else out.push(...pipeTable(lines.slice(index, end)));
    index = Math.max(end, index + 1);
  }
  return out;
}

/** Where the drawn table ends that begins here; `from` when none does. */
function endOfTable(lines: readonly NumberedLine[], from: number): number {
  const first = lines[from]?.text ?? '';
  if (!ruler.test(first) || !/[+┌╔┏├]/u.test(first)) return from;
  let end = from + 1;
  while (ruler.test(lines[end]?.text ?? '') || bar.test(lines[end]?.text ?? '')) end += 1;
  return end - from >= 3 ? end : from;
}

function pipeTable(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const rows = rowsOf(lines);
  const width = Math.max(1, ...rows.map((it) => it.cells.length));
  const texts = rows.map((row) => ({
    number: row.number,
    text: `| ${row.cells.map((cell, column) => (column === 0 ? headText(cell) : cellText(cell))).join(' | ')} |`,
  }));
  const [head, ...more] = texts;
  return head === undefined ? [] : [head, { number: head.number, text: `|${' --- |'.repeat(width)}` }, ...more];
}

function rowsOf(lines: readonly NumberedLine[]): readonly DrawnRow[] {
  const rows: { number: number; cells: string[][] }[] = [];
  let isOpen = false;
  const areRuled = isRuledBetweenRows(lines);
  for (const { number, text } of lines) {
    const cells = bar.exec(text)?.[1]?.split(/[|│┃║]/u);
    if (ruler.test(text) || cells === undefined) {
      isOpen = false;
      continue;
    }
    // Without a ruler between its rows a table goes on with a row whose first cell is empty.
    const last = rows.at(-1);
    const goesOn = isOpen && last !== undefined && last.cells.length === cells.length && (areRuled || cells[0]?.trim() === '');
    if (goesOn) for (const [column, cell] of cells.entries()) last.cells[column]?.push(cell);
    else rows.push({ number, cells: cells.map((cell) => [cell]) });
    isOpen = true;
  }
  return rows;
}

/** A head is one line of words, however narrow its column. */
function headText(lines: readonly string[]): string {
  return lines
    .map((it) => it.trim())
    .filter((it) => it !== '')
    .join(' ');
}

/** False where the only ruler inside the table stands under a head of one line: the rows below have none between them. */
function isRuledBetweenRows(lines: readonly NumberedLine[]): boolean {
  const inner = lines.slice(1, -1).filter((it) => ruler.test(it.text)).length;
  return inner > 1 || (inner === 1 && !ruler.test(lines[2]?.text ?? ''));
}

/** The lines of a cell, joined where only the width of the cell parted them. */
function cellText(lines: readonly string[]): string {
  const width = Math.max(...lines.map((it) => it.length)) - 1;
  const texts = lines.map((it) => it.trimEnd()).filter((it) => it.trim() !== '');
  return texts.reduce((text, line, index) => {
    const before = texts[index - 1];
    if (before === undefined) return line.trim();
    const isJoined = isWrapped(before, line, width) && !/^\s*(?:https?:|www\.|[-•*]|\d{1,3}[.)])/i.test(line);
    return `${text}${isJoined ? ' ' : lineEndInCell}${line.trim()}`;
  }, '');
}
