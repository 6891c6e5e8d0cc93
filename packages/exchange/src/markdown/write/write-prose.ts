// Prose as Markdown for people. Every block is read back as it is written; one that Markdown would change is written as HTML instead.
import type { ProseNode } from '@chancery/domain';
import { isSameProse, node } from '../../prose.ts';
import { isFragile } from '../escape.ts';
import { readProse } from '../read-prose.ts';
import { writeHtml } from '../write-html.ts';
import { writeInline } from './write-inline.ts';

/** Markdown of the whole document; `readProse` gives the same document back, whatever it holds. */
export function writeProse(prose: ProseNode): string {
  const blocks = prose.content ?? [];
  const markdown = joined(blocks, blocks.map(writeBlock));
  return isSameProse(readProse(markdown), prose) ? markdown : joined(blocks, blocks.map(writeHtml));
}

/** Markdown of the cell of a pipe table; null when one line of Markdown cannot hold it. */
export function writeCell(prose: ProseNode): string | null {
  const [only, ...more] = prose.content ?? [];
  if (only?.type !== 'paragraph' || more.length > 0) return null;
  const cell = writeInline(only.content ?? [], 'cell');
  return cell.includes('\n') ? null : cell;
}

function writeBlock(block: ProseNode): string {
  const markdown = plainMarkdown(block);
  if (markdown !== null && !isFragile(markdown) && isSameProse(readProse(markdown), node('doc', [block]))) return markdown;
  return writeHtml(block);
}

function plainMarkdown(block: ProseNode): string | null {
  const content = block.content ?? [];
  switch (block.type) {
    case 'paragraph':
      return writeInline(content, 'paragraph');
    case 'bulletList':
      return writeList(content, () => '- ');
    case 'orderedList': {
      const start = Number(block.attrs?.['start'] ?? 1);
      return writeList(content, (index) => `${start + index}. `);
    }
    case 'blockquote':
      return joined(content, content.map(writeBlock))
        .replace(/^(?=.)/gm, '> ')
        .replace(/^$/gm, '>');
    case 'table':
      return writeTable(content);
    default:
      return null;
  }
}

function writeList(items: readonly ProseNode[], marker: (index: number) => string): string {
  const isTight = items.every((item) => (item.content ?? []).slice(1).every(isTightList));
  const written = items.map((item, index) => {
    const content = item.content ?? [];
    if (content.length === 1 && content[0]?.content === undefined) return marker(index).trimEnd();
    const indent = ' '.repeat(marker(index).length);
    const body = joined(content, content.map(writeBlock), isTight ? '\n' : '\n\n').replace(/\n(?=[^\n])/g, `\n${indent}`);
    return `${marker(index)}${body}`;
  });
  return written.join(isTight ? '\n' : '\n\n');
}

/** Only a bulleted list and one that counts from 1 may follow a line of text at once. */
function isTightList(block: ProseNode): boolean {
  return block.type === 'bulletList' || (block.type === 'orderedList' && (block.attrs?.['start'] ?? 1) === 1);
}

function writeTable(rows: readonly ProseNode[]): string | null {
  const lines = rows.map((row, index) => {
    const cells = row.content ?? [];
    const type = index === 0 ? 'tableHeader' : 'tableCell';
    const texts = cells.map((cell) => (cell.type === type && cell.attrs === undefined ? writeCell(cell) : null));
    return texts.includes(null) ? null : `| ${texts.join(' | ')} |`;
  });
  if (lines.length === 0 || lines.includes(null)) return null;
  const ruler = `|${' --- |'.repeat(rows[0]?.content?.length ?? 0)}`;
  return [lines[0], ruler, ...lines.slice(1)].join('\n');
}

/** Two lists in a row would become one: an empty comment keeps them apart. */
function joined(blocks: readonly ProseNode[], written: readonly string[], gap = '\n\n'): string {
  return written.reduce((text, block, index) => {
    if (index === 0) return block;
    const isAfterList = isList(blocks[index - 1]) && isList(blocks[index]);
    return `${text}${isAfterList ? '\n\n<!-- -->\n\n' : gap}${block}`;
  }, '');
}

function isList(block: ProseNode | undefined): boolean {
  return block?.type === 'bulletList' || block?.type === 'orderedList';
}
