// The reading of Markdown as prose of the schema. Markdown for which the schema has no node stays the text it was.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ProseMark, ProseNode } from '@chancery/domain';
import { hardBreak, node, textNode, tidy } from '../prose.ts';
import { bounded } from './bounded.ts';
import { piecesOf, plainLines } from './pieces.ts';
import { readHtml } from './read-html.ts';
import { readInline } from './read-inline.ts';

type Block = ReturnType<typeof fromMarkdown>['children'][number];

/** What Markdown would remove from an official's text: code, rules, underlined heads, images, footnotes, strike-through, e-mail links. */
const leftAsText = [
  'codeIndented',
  'codeFenced',
  'codeText',
  'setextUnderline',
  'thematicBreak',
  'definition',
  'labelStartImage',
  'strikethrough',
  'tasklistCheck',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'gfmFootnoteDefinition',
  'emailAutolink',
  'wwwAutolink',
];
const extensions = [gfm(), { disable: { null: leftAsText } }];
const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** The document that this Markdown says; without content when it says nothing. `droppedLink` hears of targets that are not allowed. */
export function readProse(markdown: string, droppedLink: (text: string, href: string) => void = () => {}): ProseNode {
  return tidy(
    node(
      'doc',
      piecesOf(markdown).flatMap((it) => readPiece(it, droppedLink)),
    ),
  );
}

function readPiece(piece: string, droppedLink: (text: string, href: string) => void): readonly ProseNode[] {
  const lines = plainLines(piece);
  if (lines !== null)
    return [
      node(
        'paragraph',
        lines.flatMap((line, index) => [...(index > 0 ? [hardBreak] : []), textNode(line, [])]),
      ),
    ];
  const source = bounded(piece);
  return readBlocks(fromMarkdown(source, { extensions, mdastExtensions }).children, { source, droppedLink });
}

interface ReadOf {
  /** What the blocks' places count in. */
  readonly source: string;
  readonly droppedLink: (text: string, href: string) => void;
}

function readBlocks(blocks: readonly Block[], of: ReadOf): readonly ProseNode[] {
  return blocks.flatMap((block) => readBlock(block, of));
}

function readBlock(block: Block, of: ReadOf): readonly ProseNode[] {
  const { droppedLink } = of;
  const inline = (children: Parameters<typeof readInline>[0], marks: readonly ProseMark[] = []) => readInline(children, marks, droppedLink);
  switch (block.type) {
    case 'paragraph':
      return [node('paragraph', inline(block.children))];
    case 'heading':
      return [node('paragraph', inline(block.children, [{ type: 'bold' }]))];
    case 'blockquote':
      return [node('blockquote', orParagraph(readBlocks(block.children, of)))];
    case 'list': {
      const items = block.children.map((item) => node('listItem', ledByParagraph(readBlocks(item.children, of))));
      if (block.ordered !== true) return [node('bulletList', items)];
      return asNumbered(
        items,
        block.children.map((item) => numberAt(of.source, item.position?.start.offset ?? 0)),
      );
    }
    case 'table':
      return [
        node(
          'table',
          block.children.map((row, index) => tableRow(row.children, index === 0, inline)),
        ),
      ];
    case 'html':
      return /^(?:<!--[\s\S]*?-->\s*)+$/.test(block.value) ? [] : (readHtml(block.value) ?? literal(block.value));
    default:
      return 'value' in block ? literal(block.value) : [];
  }
}

function numberAt(source: string, place: number): number {
  return Number(/^\d{1,9}/.exec(source.slice(place, place + 9))?.[0] ?? 1);
}

/** Items with the numbers that were typed: where they do not count on, a list of its own begins. Markdown's 1. 1. 1. counts. */
function asNumbered(items: readonly ProseNode[], numbers: readonly number[]): readonly ProseNode[] {
  const first = numbers[0] ?? 1;
  if (numbers.every((it) => it === first)) return [node('orderedList', items, { start: first })];
  const lists: { start: number; items: ProseNode[] }[] = [];
  for (const [index, item] of items.entries()) {
    const number = numbers[index] ?? 1;
    const last = lists.at(-1);
    if (last !== undefined && number === (numbers[index - 1] ?? 0) + 1) last.items.push(item);
    else lists.push({ start: number, items: [item] });
  }
  return lists.map((it) => node('orderedList', it.items, { start: it.start }));
}

type Cells = Extract<Block, { type: 'table' }>['children'][number]['children'];

function tableRow(cells: Cells, isHead: boolean, inline: (children: Parameters<typeof readInline>[0]) => readonly ProseNode[]): ProseNode {
  const type = isHead ? 'tableHeader' : 'tableCell';
  return node(
    'tableRow',
    cells.map((cell) => node(type, [node('paragraph', inline(cell.children))])),
  );
}

function literal(text: string): readonly ProseNode[] {
  return [
    node(
      'paragraph',
      readInline([{ type: 'text', value: text }], [], () => {}),
    ),
  ];
}

function orParagraph(blocks: readonly ProseNode[]): readonly ProseNode[] {
  return blocks.length > 0 ? blocks : [node('paragraph', [])];
}

/** The schema begins every list item with a paragraph. */
function ledByParagraph(blocks: readonly ProseNode[]): readonly ProseNode[] {
  return blocks[0]?.type === 'paragraph' ? blocks : [node('paragraph', []), ...blocks];
}

/** One line of Markdown as plain text. */
export function readPlainLine(markdown: string): string {
  const plain = plainLines(markdown);
  if (plain !== null) return plain.join(' ').trim();
  const texts = (prose: ProseNode): string =>
    prose.type === 'hardBreak' ? ' ' : `${prose.text ?? ''}${(prose.content ?? []).map(texts).join('')}`;
  return texts(readProse(markdown)).trim();
}
