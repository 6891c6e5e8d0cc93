// The order in which a form is read that is laid out in tables: cell by cell, row by row. A table that somebody made inside an answer stays one.
import {
  paragraphsIn,
  textOf,
  type WordBlock,
  type WordCell,
  type WordParagraph,
  type WordRow,
  type WordTable,
} from '../document/block.ts';
import type { FormWording } from './form-wording.ts';

/** The blocks without the tables that only lay the form out. */
export function laidOut(blocks: readonly WordBlock[], wording: FormWording): readonly WordBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || !isLayout(block, wording)) return [block];
    const columns = optionColumns(block, wording);
    return block.rows.flatMap((row) => rowInOrder(row, columns, wording));
  });
}

/** A table is the form's own where it holds a question, options with boxes, or the labels of two fields, rows or options. */
function isLayout(table: WordTable, wording: FormWording): boolean {
  const texts = paragraphsIn([table]).map(textOf);
  if (texts.some((it) => wording.isQuestion(it) || wording.isOptions(it))) return true;
  const few = Math.min(2, table.rows.length);
  if (table.rows.filter((row) => optionRow(row, wording) !== null).length >= few) return true;
  return table.rows.filter((row) => wording.isLabel(plainOf(row.cells[0]))).length >= few;
}

function rowInOrder(row: WordRow, columns: ReadonlyMap<number, string>, wording: FormWording): readonly WordBlock[] {
  const cells = [...row.cells];
  const options = optionRow(row, wording);
  if (options !== null) return [options];
  const ticks = columns.size >= 2 && cells.some((it) => wording.isQuestion(plainOf(it))) ? ticksIn(row, columns) : null;
  return cells.flatMap((cell, index): readonly WordBlock[] => {
    if (ticks !== null && columns.has(index)) return index === Math.min(...columns.keys()) ? [ticks] : [];
    const next = cells[index + 1];
    // A number in a cell of its own belongs to the question beside it.
    if (wording.isNumber(plainOf(cell)) && next !== undefined && wording.isQuestion(plainOf(next))) return [];
    return laidOut(cell.blocks, wording);
  });
}

/** Options and their boxes in cells of their own as one line: "☒ | Yes", "Yes | x", "Yes | (nothing)"; null for any other row. */
function optionRow({ cells }: WordRow, wording: FormWording): WordParagraph | null {
  const [first] = paragraphsIn(cells.flatMap((it) => it.blocks));
  const texts = cells.map((it) => plainOf(it).trim());
  const [one = '', other = ''] = texts;
  const hasOption = texts.some((it) => wording.isOption(it));
  if (first === undefined || texts.length < 2 || !hasOption || !texts.every((it) => wording.isOption(it) || isMark(it))) return null;
  if (texts.length > 2 && texts.every((it) => wording.isOption(it))) return null;
  const isPair = texts.length === 2 && isMark(one) !== isMark(other);
  const text = isPair ? `${boxOf(isMark(one) ? one : other)} ${isMark(one) ? other : one}` : texts.join(' ');
  return lineOf(first, text);
}

/** Columns headed by an option each, "Yes | No", by their place. */
function optionColumns(table: WordTable, wording: FormWording): ReadonlyMap<number, string> {
  const heads = table.rows
    .slice(0, 2)
    .map((row) => row.cells.flatMap((cell, index) => (wording.isOption(plainOf(cell)) ? [[index, plainOf(cell).trim()] as const] : [])));
  return new Map(heads.find((it) => it.length >= 2) ?? []);
}

/** The marks under the heads as one line of options: every other sign in such a cell is a tick. */
function ticksIn(row: WordRow, columns: ReadonlyMap<number, string>): WordParagraph | null {
  const marks = [...columns].map(([index, label]) => ({ label, mark: plainOf(row.cells[index]).trim() }));
  const first = [...columns.keys()].flatMap((index) => paragraphsIn(row.cells[index]?.blocks ?? []))[0];
  if (first === undefined || marks.some(({ mark }) => mark.length > 3)) return null;
  return lineOf(first, marks.map(({ label, mark }) => `${boxOf(mark)} ${label}`).join('  '));
}

function lineOf(paragraph: WordParagraph, text: string): WordParagraph {
  return { ...paragraph, list: null, pieces: [{ kind: 'text', text, marks: [], isPicked: false }] };
}

/** True for what may stand in a cell for a tick, and for nothing. */
function isMark(text: string): boolean {
  return /^(?:[☒☑✓✔✅✗✘☐□▢xX]|\[[xX✓✔ ]?\]|\([xX✓✔ ]\))?$/u.test(text);
}

function boxOf(mark: string): '☐' | '☒' {
  return /^(?:|[☐□▢–-]|\[ ?\]|\( \))$/u.test(mark) ? '☐' : '☒';
}

function plainOf(cell: WordCell | undefined): string {
  return paragraphsIn(cell?.blocks ?? [])
    .map(textOf)
    .join('\n');
}
