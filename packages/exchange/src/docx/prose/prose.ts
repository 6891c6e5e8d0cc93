// The blocks of rich text: paragraphs, lists, quotes. Tables are table.ts's, the inside of a paragraph is inline.ts's.
import { type IParagraphOptions, Paragraph } from 'docx';
import { plainText } from '@chancery/answer-doc';
import type { ProseNode } from '@chancery/domain';
import { directionOf } from '../../direction.ts';
import { bidirectional } from './direction.ts';
import { inlineRuns } from './inline.ts';
import { beginList, maxLevel, listStep } from './numbering.ts';
import type { Block, Layout, Paper } from './paper.ts';
import { proseTable } from './table.ts';

const emSpace = '\u2003';
const quoteStep = 340;

/** The blocks of a document, a cell or a list item; one line with an em space where it holds nothing. */
export function proseBlocks(node: ProseNode | undefined, layout: Layout, paper: Paper): readonly Block[] {
  const blocks = blocksOf(node?.content ?? [], layout, paper);
  return blocks.length === 0 ? [blankLine(layout)] : blocks;
}

/** The line that stands where nothing was answered. */
function blankLine(layout: Layout): Paragraph {
  return new Paragraph({ ...placed(layout), text: emSpace });
}

function blocksOf(nodes: readonly ProseNode[], layout: Layout, paper: Paper): readonly Block[] {
  return nodes.flatMap((node, index) => {
    const isSecondQuote = node.type === 'blockquote' && nodes[index - 1]?.type === 'blockquote';
    // A line of nothing keeps two quotes apart, as it does tables.
    return [...(isSecondQuote ? [new Paragraph({ ...placed(layout), style: 'TableEnd' })] : []), ...blockOf(node, layout, paper)];
  });
}

function blockOf(node: ProseNode, layout: Layout, paper: Paper): readonly Block[] {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return listBlocks(node, layout, paper);
    case 'blockquote':
      return proseBlocks(node, { ...layout, style: 'Quote', indent: layout.indent + quoteStep, width: layout.width - quoteStep }, paper);
    case 'table':
      // Word joins tables that touch, and a cell must end with a paragraph: one line always follows.
      return [proseTable(node, layout, (cell, inside) => proseBlocks(cell, inside, paper)), new Paragraph({ style: 'TableEnd' })];
    default:
      return [paragraphOf(node, placed(layout), paper)];
  }
}

function paragraphOf(node: ProseNode, options: IParagraphOptions, paper: Paper): Paragraph {
  const text = plainText(node);
  const children = inlineRuns(node.type === 'text' ? [node] : (node.content ?? []), paper, directionOf(text));
  return new Paragraph({ ...options, ...bidirectional(text), children });
}

function placed({ style, indent }: Layout): IParagraphOptions {
  return indent > 0 ? { style, indent: { left: indent } } : { style };
}

function listBlocks(list: ProseNode, layout: Layout, paper: Paper): readonly Block[] {
  const reference = beginList(list, paper);
  const inside = { ...layout, indent: layout.indent + listStep, width: layout.width - listStep, depth: layout.depth + 1 };
  const marked: IParagraphOptions = {
    style: layout.style,
    contextualSpacing: false,
    spacing: { after: 60 },
    indent: { left: inside.indent, hanging: listStep },
    numbering: { ...reference, level: Math.min(layout.depth, maxLevel) },
  };
  return (list.content ?? []).flatMap((item) => {
    const [first, ...rest] = item.content ?? [];
    const opens = first?.type === 'paragraph';
    // An item that opens with a list, a quote or a table still shows its own marker, on a line of its own.
    const head = opens ? paragraphOf(first, marked, paper) : new Paragraph(marked);
    const blocks = opens ? rest : (item.content ?? []);
    return [head, ...blocksOf(blocks, inside, paper)];
  });
}
