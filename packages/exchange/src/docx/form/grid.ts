// The form's own tables: the row's printed label in the first column, its answer in the second.
import type { ProseNode } from '@chancery/domain';
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { PrintedBlock } from '../../form/printed-block.ts';
import { bidirectional } from '../prose/direction.ts';
import { printedRuns } from '../prose/hyperlinks.ts';
import type { Block, Layout, Paper } from '../prose/paper.ts';
import { proseBlocks } from '../prose/prose.ts';
import { cellMargins, headShading, tableBorders } from '../prose/table.ts';

const labelShare = 0.28;
/** A row with fewer characters stays on one page; a longer one may run on, so that it leaves no hole in the page before. */
const maxUnsplitLength = 700;

/** The grid as a Word table; its hint, where printed, heads the answers and repeats on every page. */
export function gridBlocks(grid: Extract<PrintedBlock, { kind: 'grid' }>, layout: Layout, paper: Paper): readonly Block[] {
  const widths = { label: Math.round(layout.width * labelShare), answer: layout.width - Math.round(layout.width * labelShare) };
  const inside: Layout = { style: 'TableText', indent: 0, width: widths.answer - 2 * cellMargins.left, depth: 0 };
  const rows = grid.rows.map(
    ({ label, answer }) =>
      new TableRow({
        cantSplit: lengthOf(answer) < maxUnsplitLength,
        children: [headCell(label, widths.label, paper), cell(proseBlocks(answer, inside, paper), widths.answer)],
      }),
  );
  const table = new Table({
    width: { size: layout.width, type: WidthType.DXA },
    columnWidths: [widths.label, widths.answer],
    indent: { size: layout.indent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: cellMargins,
    tableLook: { firstRow: grid.hint !== null, firstColumn: true, noHBand: true, noVBand: true },
    rows: grid.hint === null ? rows : [headRow(grid.hint, widths, paper), ...rows],
  });
  return [table, new Paragraph({ style: 'TableEnd' })];
}

function headRow(hint: string, widths: { readonly label: number; readonly answer: number }, paper: Paper): TableRow {
  return new TableRow({ tableHeader: true, children: [headCell('', widths.label, paper), headCell(hint, widths.answer, paper)] });
}

function headCell(text: string, width: number, paper: Paper): TableCell {
  const label = new Paragraph({ style: 'TableHead', ...bidirectional(text), children: printedRuns(text, paper) });
  return new TableCell({ width: { size: width, type: WidthType.DXA }, shading: headShading, children: [label] });
}

function cell(children: readonly Block[], width: number): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, children });
}

function lengthOf(node: ProseNode | undefined): number {
  return (node?.text ?? '').length + (node?.content ?? []).reduce((sum, child) => sum + lengthOf(child), 0);
}
