// The tables that people make in an answer, and the form's own, whose rows are printed.
import type { ProseNode } from '@chancery/domain';
import type { PrintedBlock } from '../../form/printed-block.ts';
import { type Stretch, tableGrid } from '../../form/table-grid.ts';
import type { FlowPlace } from '../flow/paragraph.ts';
import type { Strip } from '../flow/strip.ts';
import { type Cell, insideFrom, insideOf, rowStrip } from '../flow/table.ts';
import type { Element } from '../line/run.ts';
import { begin } from '../pen.ts';
import type { Writing } from './writing.ts';

/** Writes what a cell holds. */
export type StripsOf = (cell: ProseNode | undefined, place: FlowPlace, parent: Element, isHead: boolean) => readonly Strip[];

const space: Strip = { height: 6, before: 0, keepNext: false, draw: () => {} };
const labelShare = 0.28;

/** A table over the whole width. */
export function proseTable(table: ProseNode, place: FlowPlace, parent: Element, writing: Writing, stripsOf: StripsOf): readonly Strip[] {
  const { rows, columns, headRows } = tableGrid(table);
  const width = place.width / columns;
  const element = begin(writing.doc, 'Table', parent);
  const strips = rows.map((row, index) => {
    const tr = begin(writing.doc, 'TR', element);
    const cells = row.map((stretch): Cell => {
      const x = place.x + stretch.column * width;
      const cellWidth = stretch.columns * width;
      const isHead = stretch.cell?.type === 'tableHeader';
      const isBelow = stretch.kind === 'below';
      const look = { x, width: cellWidth, isHead, isOpenAbove: isBelow, isOpenBelow: reachesOn(rows[index + 1], stretch) };
      if (isBelow) return { ...look, strips: [] };
      const td = begin(writing.doc, isHead ? 'TH' : 'TD', tr, {
        attributes: attributesOf(stretch, rowsOf(rows, index, stretch), index < headRows),
      });
      const inside = { x: insideFrom(x), width: Math.max(1, insideOf(cellWidth)), mirrored: 0 };
      return { ...look, strips: stripsOf(stretch.cell ?? undefined, inside, td, isHead) };
    });
    return rowStrip(cells, index < headRows);
  });
  return [...strips, space];
}

/** The form's own table: the row's printed label in the first column, its answer in the second; its hint heads the answers. */
export function gridTable(
  grid: Extract<PrintedBlock, { kind: 'grid' }>,
  place: FlowPlace,
  parent: Element,
  writing: Writing,
  stripsOf: { readonly answer: StripsOf; readonly label: (text: string, place: FlowPlace, parent: Element) => readonly Strip[] },
): readonly Strip[] {
  const element = begin(writing.doc, 'Table', parent);
  const width = place.width * labelShare;
  const sides = [
    { x: place.x, width },
    { x: place.x + width, width: place.width - width },
  ] as const;
  const [left, right] = sides.map((it) => ({ x: insideFrom(it.x), width: insideOf(it.width), mirrored: 0 })) as [FlowPlace, FlowPlace];
  const cell = (side: 0 | 1, isHead: boolean, strips: readonly Strip[]): Cell => ({
    ...sides[side],
    isHead,
    isOpenAbove: false,
    isOpenBelow: false,
    strips,
  });
  const heads = grid.hint === null ? [] : [headRow(grid.hint)];
  const rows = grid.rows.map(({ label, answer }) => {
    const tr = begin(writing.doc, 'TR', element);
    const th = begin(writing.doc, 'TH', tr, { attributes: { O: 'Table', Scope: 'Row' } });
    const labels = cell(0, true, stripsOf.label(label, left, th));
    return rowStrip([labels, cell(1, false, stripsOf.answer(answer, right, begin(writing.doc, 'TD', tr), false))], false);
  });
  return [...heads, ...rows, space];

  function headRow(hint: string): Strip {
    const tr = begin(writing.doc, 'TR', element);
    begin(writing.doc, 'TD', tr);
    const th = begin(writing.doc, 'TH', tr, { attributes: { O: 'Table', Scope: 'Column' } });
    return rowStrip([cell(0, true, []), cell(1, true, stripsOf.label(hint, right, th))], true);
  }
}

function reachesOn(below: readonly Stretch[] | undefined, stretch: Stretch): boolean {
  return below?.some((it) => it.kind === 'below' && it.column === stretch.column && it.cell === stretch.cell) ?? false;
}

function rowsOf(rows: readonly (readonly Stretch[])[], from: number, stretch: Stretch): number {
  let count = 1;
  while (reachesOn(rows[from + count], stretch)) count += 1;
  return count;
}

function attributesOf({ columns, cell }: Stretch, rows: number, isHeadRow: boolean): Readonly<Record<string, string | number>> {
  const spans = { ...(columns > 1 ? { ColSpan: columns } : {}), ...(rows > 1 ? { RowSpan: rows } : {}) };
  return { O: 'Table', ...(cell?.type === 'tableHeader' ? { Scope: isHeadRow ? 'Column' : 'Row' } : {}), ...spans };
}
