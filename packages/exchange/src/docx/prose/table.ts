// The tables that people make in an answer and the look of every table.
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
import { type Stretch, tableGrid } from '../../form/table-grid.ts';
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

/** Writes what a cell holds; an absent cell holds nothing. */
type BlocksOf = (cell: ProseNode | undefined, inside: Layout) => readonly Block[];

/** A table in a table in a table runs over the margin before its columns become too narrow for a word. */
const narrowestColumn = 567;

/** A real Word table over the whole width it has; leading head rows repeat on every page. */
export function proseTable(table: ProseNode, layout: Layout, blocksOf: BlocksOf): Table {
  const { rows, columns, headRows } = tableGrid(table);
  const columnWidth = Math.max(narrowestColumn, Math.floor(layout.width / columns));
  return new Table({
    width: { size: columnWidth * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => columnWidth),
    indent: { size: layout.indent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: cellMargins,
    tableLook: { firstRow: headRows > 0, firstColumn: false, noVBand: true },
    rows: rows.map(
      (row, index) => new TableRow({ tableHeader: index < headRows, children: row.map((it) => cellOf(it, columnWidth, blocksOf)) }),
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
