// Plain text as Markdown that shows it as it was typed: signs stay signs; paragraphs, lists and tables are still found.
import { lineEndInCell } from './drawn-table.ts';

/** How the signs of a file are meant. */
export type TextDialect = 'markdown' | 'plain';

/** Signs that nobody types by chance: a link, an escape, a ruler of a table, a heading over a numbered question, words in bold, a tag. */
const signs: readonly RegExp[] = [
  /\]\((?:https?:|mailto:|#)/,
  /\\[*_[\]()#]/,
  /^[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*$/m,
  /^#{1,6} .*\d{1,3}[.)]/m,
  /(?<![\w*])\*\*(?=\S)[^*\n]{1,400}(?<=\S)\*\*(?![\w*])/,
  /<(?:br|p|b|i|u|ol|ul|li|td|tr|table)\s*\/?>/i,
];

/** Markdown, when the file has a sign that only Markdown or HTML has a meaning for. */
export function dialectOf(text: string): TextDialect {
  return signs.some((it) => it.test(text)) ? 'markdown' : 'plain';
}

/** The lines as Markdown. In a Markdown file they are that, but for "# of staff", which is no heading. */
export function asMarkdown(lines: readonly string[], dialect: TextDialect): readonly string[] {
  const escaped = dialect === 'plain' ? escapedLines(lines) : lines.map((it) => it.replace(/^(\s{0,3})(?=#\s+\p{Ll})/u, '$1\\'));
  return escaped.map((it) => it.replaceAll(lineEndInCell, '<br>'));
}

function escapedLines(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const [, indent = '', marker = '', rest = ''] = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?(.*)$/su.exec(line) ?? [];
    const isItem = marker !== '' && rest.trim() !== '' && (!/^[*+]/.test(marker) || hasNeighbour(lines, index, marker[0] ?? ''));
    const head = isItem ? marker : marker.replace(/^[*+-]/, '\\$&').replace(/^(\d+)(?=[.)])/, '$1\\');
    return `${indent}${head}${escapedText(rest, isPipeRow(line), marker === '' || !isItem)}`;
  });
}

/** A star or plus begins an item where another one does beside it; alone it is a sign ("* provisional figures"). */
function hasNeighbour(lines: readonly string[], index: number, sign: string): boolean {
  const isItem = (line: string | undefined) => line?.trimStart().startsWith(`${sign} `) === true;
  return [index - 2, index - 1, index + 1, index + 2].some((it) => isItem(lines[it]));
}

function isPipeRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

/** An address stays as it is: Markdown finds it by its own signs. */
function escapedText(text: string, isRow: boolean, isLineStart: boolean): string {
  const pieces = text.split(/(<https?:\/\/[^\s<>]+>|https?:\/\/[^\s<>|]+)/i);
  const sign = isRow ? /[\\`*_[\]<~]|&(?=#?\w+;)/g : /[\\`*_[\]<~|]|&(?=#?\w+;)/g;
  const escaped = pieces.map((it, index) => (index % 2 === 1 ? it : it.replace(sign, '\\$&'))).join('');
  return isLineStart ? escaped.replace(/^[>#=]|^\+(?=\s)/, '\\$&') : escaped;
}
