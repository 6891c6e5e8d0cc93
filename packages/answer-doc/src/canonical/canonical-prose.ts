// The canonical form of prose: whatever is found becomes a document of the schema, with one form for one content and no text lost.
import type { ProseNode } from '@chancery/domain';
import { cellOf, rowsOf } from './canonical-table.ts';
import { pushText } from './canonical-text.ts';
import type { LooseElement, LooseNode } from './loose-node.ts';
import { plainText } from '../plain-text.ts';

/** Canonical prose nests no deeper, so that its digest can always be taken; what would is unwrapped into paragraphs. */
const maxProseDepth = 60;

/**
 * The canonical document, or null where there is no text in it. Unknown nodes are unwrapped, misplaced ones put where the schema allows them.
 * Empty paragraphs at the end are left out: an editor adds one behind a list or table just by showing it, and that must not make a clearance stale.
 */
export function canonicalProse(nodes: readonly LooseNode[]): ProseNode | null {
  const content = blocksOf(nodes, 1);
  while (isEmptyParagraph(content.at(-1))) content.pop();
  const prose: ProseNode = { type: 'doc', content };
  return plainText(prose).trim() === '' ? null : prose;
}

/** The blocks that nodes make at that depth of the document; none where they hold nothing. */
export function blocksOf(nodes: readonly LooseNode[], depth: number): ProseNode[] {
  const flow: Flow = { blocks: [], run: [], depth };
  for (const node of nodes) add(flow, node, false);
  endRun(flow);
  return flow.blocks;
}

/** As `blocksOf`, with an empty paragraph where the schema wants one block at least. */
function filledBlocks(nodes: readonly LooseNode[], depth: number): ProseNode[] {
  const blocks = blocksOf(nodes, depth);
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks;
}

/** Blocks so far, and the inline nodes of the paragraph that is being filled. */
interface Flow {
  readonly blocks: ProseNode[];
  run: ProseNode[];
  readonly depth: number;
}

function add(flow: Flow, node: LooseNode, isInParagraph: boolean): void {
  if (node.kind === 'text') return pushText(flow.run, node);
  if (node.name === 'hardBreak') {
    flow.run.push({ type: 'hardBreak' });
    return;
  }
  const block = blockOf(node, flow.depth);
  if (block !== null) {
    endRun(flow);
    flow.blocks.push(block);
  } else if (isInParagraph && node.name !== 'paragraph') {
    for (const child of node.children) add(flow, child, true);
  } else addParagraph(flow, node);
}

/** A paragraph, or an unknown block read as one. Blocks inside it split it. */
function addParagraph(flow: Flow, node: LooseElement): void {
  endRun(flow);
  const before = flow.blocks.length;
  const isParagraph = node.name === 'paragraph';
  for (const child of node.children) add(flow, child, isParagraph);
  endRun(flow);
  if (isParagraph && flow.blocks.length === before) flow.blocks.push({ type: 'paragraph' });
}

function endRun(flow: Flow): void {
  if (flow.run.length > 0) flow.blocks.push({ type: 'paragraph', content: flow.run });
  flow.run = [];
}

/** The list, quote or table that an element makes, or null where it makes none: it is another, holds nothing, or stands too deep. */
function blockOf(node: LooseElement, depth: number): ProseNode | null {
  // A table needs four levels more: row, cell, paragraph, text.
  if (depth + 4 > maxProseDepth) return null;
  switch (node.name) {
    case 'bulletList':
      return withContent({ type: 'bulletList' }, itemsOf(node.children, depth + 1));
    case 'orderedList':
      return withContent({ type: 'orderedList', ...startOf(node) }, itemsOf(node.children, depth + 1));
    case 'blockquote':
      return { type: 'blockquote', content: filledBlocks(node.children, depth + 1) };
    case 'table':
      return withContent(
        { type: 'table' },
        rowsOf(node.children, (cell) => cellOf(cell, filledBlocks(cell.children, depth + 3))),
      );
    default:
      return null;
  }
}

function withContent(node: ProseNode, content: readonly ProseNode[]): ProseNode | null {
  return content.length === 0 ? null : { ...node, content };
}

function startOf(list: LooseElement): Pick<ProseNode, 'attrs'> {
  const start = list.attrs['start'];
  const isKept = typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= 1_000_000 && start !== 1;
  return isKept ? { attrs: { start: start + 0 } } : {};
}

/** Items of a list at that depth; what is no item becomes one. */
function itemsOf(nodes: readonly LooseNode[], depth: number): ProseNode[] {
  return nodes.flatMap((node) => {
    const isItem = node.kind === 'element' && node.name === 'listItem';
    const blocks = isItem ? filledBlocks(node.children, depth + 1) : blocksOf([node], depth + 1);
    if (blocks.length === 0) return [];
    // An item begins with a paragraph.
    const content = blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
    return [{ type: 'listItem', content }];
  });
}

function isEmptyParagraph(node: ProseNode | undefined): boolean {
  return node?.type === 'paragraph' && node.content === undefined;
}
