// Blocks of a Word document as prose of the schema.
import type { ProseNode } from '@chancery/domain';
import { node, tidy } from '../../prose.ts';
import { textOf, type WordBlock, type WordCell, type WordRow, type WordTable } from '../document/block.ts';
import { Flow } from './flow.ts';

/** What our own export prints where nothing stands. */
export const blankLine = '\u2003';

export interface ProseOptions {
  /** Left edge of the blocks. */
  readonly base: number;
  readonly isOwnForm: boolean;
}

/** The blocks as a document, without content where there are none. */
export function proseOf(blocks: readonly WordBlock[], options: ProseOptions): ProseNode {
  return tidy(node('doc', contentOf(blocks, options)));
}

function contentOf(blocks: readonly WordBlock[], options: ProseOptions): readonly ProseNode[] {
  const flow = new Flow(options);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') flow.table(tableOf(block, options), block.indent);
    else if (!options.isOwnForm || block.style !== 'tableend') flow.paragraph(block);
    // Such a paragraph closes a table; between two quotes it keeps them apart.
    else if (blocks[index - 1]?.kind !== 'table') flow.part(block.indent);
  }
  return flow.content;
}

function tableOf(table: WordTable, options: ProseOptions): ProseNode {
  return node(
    'table',
    table.rows.map((row) => rowOf(row, options)),
  );
}

function rowOf({ cells }: WordRow, options: ProseOptions): ProseNode {
  const made = options.isOwnForm ? cells.filter((it) => !isFiller(it)) : cells;
  return node(
    'tableRow',
    made.map(({ isHead, colspan, rowspan, blocks }) => {
      const spans = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
      const content = contentOf(blocks, { ...options, base: 0 });
      return node(isHead ? 'tableHeader' : 'tableCell', content.length > 0 ? content : [node('paragraph', [])], spans);
    }),
  );
}

/** A cell that our own export puts in to make rows of unequal length even. */
function isFiller({ blocks }: WordCell): boolean {
  const [only, ...more] = blocks;
  return only?.kind === 'paragraph' && more.length === 0 && textOf(only) === blankLine;
}
