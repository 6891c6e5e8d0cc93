// The rows of a printed grid: their heads in pipe tables, torn tables and plain lines, and the text of a cell.
import type { GridField, RowId } from '@chancery/domain';
import { type HtmlToken, htmlTokens } from '../html-tokens.ts';
import { wordsOf, endOfWording } from '../wording/wording.ts';

interface RowHead {
  readonly row: RowId;
  /** What stands in the row on the line of its head. */
  readonly content: string;
}

/** The row that a line begins, or null. A head stands before `|`, a tab or a colon, or alone; the field's hint may follow it. */
export function rowHead(line: string, field: GridField): RowHead | null {
  for (const row of field.rows.toSorted((a, b) => b.label.length - a.label.length)) {
    const end = endOfWording(line, wordsOf(row.label));
    if (end === null) continue;
    const content = afterHead(line.slice(end).replace(/^[ )*_.\]]+/, ''), field.hint);
    if (content !== null) return { row: row.id, content };
  }
  return null;
}

function afterHead(rest: string, hint: string | null): string | null {
  if (rest === '' || /^[|\t]/.test(rest)) return rest.slice(1).trimStart();
  const colon = rest.indexOf(':');
  if (colon === -1) return null;
  const isHint = hint !== null && singular(rest.slice(0, colon)) === singular(hint);
  return colon === 0 || isHint ? rest.slice(colon + 1).replace(/^[*_ ]+/, '') : null;
}

function singular(text: string): string {
  return wordsOf(text)
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}

/** True for a line of a pipe table that holds no text: its ruler, or empty cells. */
export function isTableRuler(line: string): boolean {
  return line.includes('|') && /^[\s|:-]+$/.test(line);
}

/** Text of a cell as Markdown: without the table's own signs and tags, one line for each item that was run together. */
export function cellMarkdown(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .trim()
    .replace(/(?<!\\)\|\s*$/, '');
  const tokens = htmlTokens(text);
  const isTorn = tokens.some(isBlockTag) || /^\d+\. .*\s\d+\. /.test(text);
  const untagged = tokens
    .map(withoutTag)
    .join('')
    .replace(/^[ \t]+(?=\d+\. )/gm, '');
  return (isTorn ? untagged.split('\n').map(splitItems).join('\n') : untagged).trim();
}

const blockTags = new Set(['p', 'ol', 'ul', 'li']);

function isBlockTag(token: HtmlToken): boolean {
  return token.kind === 'tag' && blockTags.has(token.name);
}

/** A block's tag becomes the line ends that part blocks in Markdown; any other tag stays, for Markdown to read. */
function withoutTag(token: HtmlToken): string {
  if (token.kind === 'tag' && token.name === 'br') return '\n';
  if (token.kind === 'tag' && token.name === 'li' && !token.isClosing) return '\n- ';
  return isBlockTag(token) ? '\n\n' : token.source;
}

/** "1. a 2. b" on one line is two items; only numbers that go on counting are taken for items. */
function splitItems(line: string): string {
  const first = /^(\d+)\. /.exec(line);
  if (first === null) return line;
  let out = line;
  let from = first[0].length;
  for (let next = Number(first[1]) + 1; ; next += 1) {
    const index = out.indexOf(` ${next}. `, from);
    if (index === -1) return out;
    out = `${out.slice(0, index)}\n${out.slice(index + 1)}`;
    from = index + 1;
  }
}
