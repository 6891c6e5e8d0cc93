// The reading of a table: rows as they stand after tracked changes, cells with how far they reach. The text of a merged cell always arrives.
import { child, numberIn, valueOf, type XmlElement } from '../package/xml.ts';
import { chosenOf } from './alternative.ts';
import type { WordBlock, WordCell, WordRow, WordTable } from './block.ts';
import type { DocumentContext } from './context.ts';
import { isOn } from './styles.ts';

interface GrowingCell extends WordCell {
  rowspan: number;
  blocks: WordBlock[];
}

/** The ground of a head cell in our own export. */
const headFill = 'E8EEF4';
const maxSpan = 1_000;

export function tableOf(table: XmlElement, context: DocumentContext, blocksOf: (cell: XmlElement) => readonly WordBlock[]): WordTable {
  const at = context.leftOut.at + 1;
  const indent = numberIn(child(child(table, 'w:tblPr'), 'w:tblInd')?.attributes.get('w:w')) ?? 0;
  // By column: the cell that still reaches down.
  const reaching = new Map<number, GrowingCell>();
  const rows = partsOf(table, 'w:tr').flatMap((row): readonly WordRow[] => {
    if (isDeleted(row, context)) return [];
    return [{ cells: cellsOf(row, reaching, context, blocksOf) }];
  });
  return { kind: 'table', at, indent, rows: rows.some((row) => row.cells.length > 0) ? rows : [] };
}

/** Rows of a table or cells of a row, through what is wrapped around them. */
function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((it): readonly XmlElement[] => {
    if (it.name === name) return [it];
    if (it.name === 'mc:AlternateContent') return chosenOf(it).filter((part) => part.name === name);
    return /^w:(?:sdt|sdtContent|customXml|ins|smartTag)$/.test(it.name) ? partsOf(it, name) : [];
  });
}

function isDeleted(row: XmlElement, { leftOut }: DocumentContext): boolean {
  const properties = child(row, 'w:trPr');
  const isGone = child(properties, 'w:del') !== undefined;
  if (isGone || child(properties, 'w:ins') !== undefined) leftOut.note('tracked-change');
  return isGone;
}

function cellsOf(
  row: XmlElement,
  reaching: Map<number, GrowingCell>,
  context: DocumentContext,
  blocksOf: (cell: XmlElement) => readonly WordBlock[],
): readonly WordCell[] {
  const properties = child(row, 'w:trPr');
  const isHeadRow = child(properties, 'w:tblHeader') !== undefined && isOn(valueOf(properties, 'w:tblHeader'));
  const cells: GrowingCell[] = [];
  let column = Math.min(numberIn(valueOf(properties, 'w:gridBefore')) ?? 0, maxSpan);
  for (const cell of partsOf(row, 'w:tc')) {
    const own = child(cell, 'w:tcPr');
    if (child(own, 'w:cellDel') !== undefined) {
      context.leftOut.note('tracked-change');
      continue;
    }
    const colspan = Math.min(Math.max(numberIn(valueOf(own, 'w:gridSpan')) ?? 1, 1), maxSpan);
    const below = child(own, 'w:vMerge');
    const blocks = [...blocksOf(cell)];
    const above = reaching.get(column);
    const beside = valueOf(own, 'w:hMerge') === 'continue' || isContinued(child(own, 'w:hMerge')) ? cells.at(-1) : undefined;
    if (isContinued(below) && above !== undefined) {
      above.rowspan += 1;
      above.blocks.push(...blocks.filter(holdsText));
    } else if (beside !== undefined) beside.blocks.push(...blocks.filter(holdsText));
    else {
      const isHead = context.isOwnForm ? child(own, 'w:shd')?.attributes.get('w:fill') === headFill : isHeadRow;
      const begun: GrowingCell = { isHead, colspan, rowspan: 1, blocks };
      if (below === undefined) reaching.delete(column);
      else reaching.set(column, begun);
      cells.push(begun);
    }
    column += colspan;
  }
  return cells;
}

function isContinued(merge: XmlElement | undefined): boolean {
  return merge !== undefined && (merge.attributes.get('w:val') ?? 'continue') === 'continue';
}

function holdsText(block: WordBlock): boolean {
  if (block.kind === 'table') return true;
  return block.pieces.some((it) => it.kind === 'text' && it.text.trim() !== '');
}
