// Prose as HTML on one line: the form that holds whatever Markdown cannot say (blocks in cells, empty paragraphs, blanks at an edge).
import type { ProseMark, ProseNode } from '@chancery/domain';
import { escapeHtml } from './escape.ts';

/** HTML element of each block. */
export const blockTags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};

/** HTML element of each mark but the link. */
export const markTags: Readonly<Record<string, string>> = { bold: 'b', italic: 'i', underline: 'u' };

/** The block as HTML without a line end, so that Markdown takes it as one block; `readHtml` gives the same block back. */
export function writeHtml(prose: ProseNode): string {
  if (prose.type === 'text') return wrap(escapeHtml(prose.text ?? ''), prose.marks ?? []);
  if (prose.type === 'hardBreak') return '<br>';
  const content = (prose.content ?? []).map(writeHtml).join('');
  const tag = blockTags[prose.type];
  if (tag === undefined) throw new Error(`a block of this kind has no HTML: ${prose.type}`);
  const attrs = Object.entries(prose.attrs ?? {}).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  return `<${tag}${attrs.join('')}>${content}</${tag}>`;
}

function wrap(html: string, marks: readonly ProseMark[]): string {
  return marks.reduceRight((inner, mark) => {
    if (mark.type === 'link') return `<a href="${escapeHtml(String(mark.attrs?.['href'] ?? ''))}">${inner}</a>`;
    const tag = markTags[mark.type];
    if (tag === undefined) throw new Error(`a mark of this kind has no HTML: ${mark.type}`);
    return `<${tag}>${inner}</${tag}>`;
  }, html);
}
