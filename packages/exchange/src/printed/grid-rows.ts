// The rows of a printed grid: their heads in pipe tables, torn tables and plain lines, and the text of a cell.
import type { GridField, RowId } from '@chancery/domain';
import { type HtmlToken, htmlTokens } from '../html-tokens.ts';
import { endOfWording } from '../wording/wording.ts';
import { isSlip } from '../wording/likeness.ts';
import { wordsOf } from '../wording/words.ts';
import { lineEndInCell } from './layout/drawn-table.ts';

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
  return cellHead(line, field);
}

/** A row whose head fills a cell and is spelled a little otherwise, or without what the form says in brackets. */
function cellHead(line: string, field: GridField): RowHead | null {
  const [head, content] = firstCell(line) ?? [];
  if (head === undefined || content === undefined) return null;
  const words = wordsOf(head);
  const isLike = (label: string) => {
    const printed = wordsOf(label);
    return printed.length === words.length && printed.every((word, index) => word === words[index] || isSlip(word, words[index] ?? ''));
  };
  const row = words.length === 0 ? undefined : field.rows.find(({ label }) => isLike(label) || isLike(label.replace(/\s*\(.*\)\s*/, ' ')));
  return row === undefined ? null : { row: row.id, content };
}

/** The first cell of a line of a table, and what stands behind it; null for a line of no table. */
export function firstCell(line: string): readonly [head: string, content: string] | null {
  const found = /^\s*\|((?:[^|\\]|\\.)*)\|(.*)$/s.exec(line) ?? /^([^\t|]{1,120})\t(.*)$/s.exec(line);
  return found === null ? null : [found[1] ?? '', (found[2] ?? '').trimStart()];
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
    .replaceAll(lineEndInCell, '\n')
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
