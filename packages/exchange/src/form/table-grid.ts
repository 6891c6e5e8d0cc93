// The rows of a table that people made in an answer: joined cells, head rows, rows of unequal length made even.
import type { ProseNode } from '@chancery/domain';

/** One stretch of a row. `start`: a cell begins here; `below`: a cell of an earlier row goes on; `blank`: the row is too short. */
export interface Stretch {
  readonly kind: 'start' | 'below' | 'blank';
  readonly column: number;
  readonly columns: number;
  readonly isJoinedDown: boolean;
  readonly cell: ProseNode | null;
}

/** Every row as wide as the table. */
export interface TableGrid {
  readonly rows: readonly (readonly Stretch[])[];
  readonly columns: number;
  /** How many rows at the top are heads; never all. */
  readonly headRows: number;
}

const maxColumns = 63; // Word's own limit.

/** The grid of a table, at least one row and one column. */
export function tableGrid(table: ProseNode): TableGrid {
  const rows = layOut((table.content ?? []).filter((row) => row.type === 'tableRow'));
  const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, it) => sum + it.columns, 0)));
  const heads = rows.findIndex((row) => !isHead(row));
  const headRows = heads === -1 ? rows.length - 1 : heads;
  return { rows: (rows.length === 0 ? [[]] : rows).map((row) => padded(row, columns)), columns, headRows };
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
