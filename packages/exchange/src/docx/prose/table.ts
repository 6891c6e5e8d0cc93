// The tables that people make in an answer (joined cells, head rows, rows of unequal length made even) and the look of every table.
import {
  BorderStyle,
  type ITableBordersOptions,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { ProseNode } from '@chancery/domain';
import type { Block, Layout } from './paper.ts';

// Every table: thin grey lines, room around the text, a pale ground under heads.
const line = { style: BorderStyle.SINGLE, size: 4, color: '8C9BAB' } as const;

export const tableBorders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

/** In twentieths of a point. */
export const cellMargins = { top: 50, bottom: 50, left: 100, right: 100 } as const;

export const headShading = { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EEF4' } as const;

/** One stretch of a row. `start`: a cell begins here; `below`: a cell of an earlier row goes on; `blank`: the row is too short. */
interface Stretch {
  readonly kind: 'start' | 'below' | 'blank';
  readonly column: number;
  readonly columns: number;
  readonly isJoinedDown: boolean;
  readonly cell: ProseNode | null;
}

/** Writes what a cell holds; an absent cell holds nothing. */
type BlocksOf = (cell: ProseNode | undefined, inside: Layout) => readonly Block[];

const maxColumns = 63; // Word's own limit.
/** A table in a table in a table runs over the margin before its columns become too narrow for a word. */
const narrowestColumn = 567;

/** A real Word table over the whole width it has; leading head rows repeat on every page. */
export function proseTable(table: ProseNode, layout: Layout, blocksOf: BlocksOf): Table {
  const rows = layOut((table.content ?? []).filter((row) => row.type === 'tableRow'));
  const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, it) => sum + it.columns, 0)));
  const columnWidth = Math.max(narrowestColumn, Math.floor(layout.width / columns));
  const headRows = rows.findIndex((row) => !isHead(row));
  const heads = headRows === -1 ? rows.length - 1 : headRows;
  const even = (rows.length === 0 ? [[]] : rows).map((row) => padded(row, columns));
  return new Table({
    width: { size: columnWidth * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => columnWidth),
    indent: { size: layout.indent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: cellMargins,
    tableLook: { firstRow: heads > 0, firstColumn: false, noVBand: true },
    rows: even.map(
      (row, index) => new TableRow({ tableHeader: index < heads, children: row.map((it) => cellOf(it, columnWidth, blocksOf)) }),
    ),
  });
}

function cellOf(stretch: Stretch, columnWidth: number, blocksOf: BlocksOf): TableCell {
  const { cell, columns, kind } = stretch;
  const isHeadCell = cell?.type === 'tableHeader';
  const width = columnWidth * columns;
  const inside = { style: isHeadCell ? 'TableHead' : 'TableText', indent: 0, width: width - 2 * cellMargins.left, depth: 0 } as const;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(stretch.isJoinedDown ? { verticalMerge: kind === 'below' ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
    ...(isHeadCell ? { shading: headShading } : {}),
    children: blocksOf(kind === 'start' && cell !== null ? cell : undefined, inside),
  });
}

function isHead(row: readonly Stretch[]): boolean {
  return row.length > 0 && row.every((it) => it.cell?.type === 'tableHeader');
}

function layOut(rows: readonly ProseNode[]): readonly (readonly Stretch[])[] {
  // By column: the cell that still reaches down, and for how many more rows.
  let reaching = new Map<number, { readonly stretch: Stretch; readonly rows: number }>();
  return rows.map((row, index) => {
    const stretches: Stretch[] = [];
    const next: typeof reaching = new Map();
    const waiting = (row.content ?? []).slice();
    for (let column = 0; waiting.length > 0 || reaching.size > 0; ) {
      const above = reaching.get(column);
      reaching.delete(column);
      const cell = above === undefined ? waiting.shift() : undefined;
      const stretch: Stretch =
        above === undefined ? begin(cell, column, rows.length - index, roomAt(column, reaching)) : { ...above.stretch, kind: 'below' };
      const rowsLeft = above === undefined ? Math.min(spanOf(cell, 'rowspan'), rows.length - index) - 1 : above.rows - 1;
      if (rowsLeft > 0) next.set(column, { stretch, rows: rowsLeft });
      stretches.push(stretch);
      column += stretch.columns;
    }
    reaching = next;
    return stretches;
  });
}

/** Columns up to the next cell that reaches down into this row: a wider cell would never end. */
function roomAt(column: number, reaching: ReadonlyMap<number, unknown>): number {
  return Math.min(maxColumns, ...[...reaching.keys()].map((other) => other - column));
}

function begin(cell: ProseNode | undefined, column: number, rowsLeft: number, room: number): Stretch {
  if (cell === undefined) return { kind: 'blank', column, columns: 1, isJoinedDown: false, cell: null };
  const columns = Math.min(spanOf(cell, 'colspan'), room);
  return { kind: 'start', column, columns, isJoinedDown: Math.min(spanOf(cell, 'rowspan'), rowsLeft) > 1, cell };
}

function spanOf(cell: ProseNode | undefined, side: 'colspan' | 'rowspan'): number {
  const span = Number(cell?.attrs?.[side] ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

function padded(row: readonly Stretch[], columns: number): readonly Stretch[] {
  const used = row.reduce((sum, it) => sum + it.columns, 0);
  if (used >= columns) return row;
  return [...row, { kind: 'blank', column: used, columns: columns - used, isJoinedDown: false, cell: null }];
}
