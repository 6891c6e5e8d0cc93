// The writing of texts with marks as Markdown. Signs are used where Markdown takes them for sure, tags (`<b>`) elsewhere.
import type { ProseMark, ProseNode } from '@chancery/domain';
import { markTags } from '../write-html.ts';

const signs: Readonly<Record<string, string>> = { bold: '**', italic: '*' };

/** What a text stands in: in a table cell a line end is `<br>` and `|` is escaped. */
export type Container = 'paragraph' | 'cell';

/** The nodes of one paragraph as Markdown. */
export function writeInline(nodes: readonly ProseNode[], container: Container): string {
  return writeRun(nodes, { container, written: '', following: '' }, []);
}

interface Around {
  readonly container: Container;
  /** What stands before and after on the same line, for the rules of emphasis. */
  readonly written: string;
  readonly following: string;
}

function writeRun(nodes: readonly ProseNode[], around: Around, inside: readonly ProseMark[]): string {
  let out = '';
  for (let from = 0; from < nodes.length; ) {
    const first = nodes[from];
    if (first === undefined) break;
    const { mark, length } = longestMark(nodes.slice(from), inside);
    const rest = nodes.slice(from + length);
    const here: Around = {
      container: around.container,
      written: around.written + out,
      following: rest.length > 0 ? plainStart(rest) : around.following,
    };
    out +=
      mark === null
        ? writeBare(first, nodes[from - 1], rest[0], here)
        : writeMark(nodes.slice(from, from + length), mark, here, [...inside, mark]);
    from += length;
  }
  return out;
}

/** The mark that spans most of the nodes from the first one on. */
function longestMark(
  nodes: readonly ProseNode[],
  inside: readonly ProseMark[],
): { readonly mark: ProseMark | null; readonly length: number } {
  let best: { mark: ProseMark | null; length: number } = { mark: null, length: 1 };
  for (const mark of nodes[0]?.marks ?? []) {
    if (inside.some((it) => isSame(it, mark))) continue;
    const end = nodes.findIndex((it) => !(it.marks ?? []).some((other) => isSame(other, mark)));
    const length = end === -1 ? nodes.length : end;
    if (best.mark === null || length > best.length) best = { mark, length };
  }
  return best;
}

function writeMark(nodes: readonly ProseNode[], mark: ProseMark, around: Around, inside: readonly ProseMark[]): string {
  if (mark.type === 'link') return writeLink(nodes, String(mark.attrs?.['href'] ?? ''), around, inside);
  const inner = (sign: string, following: string) => writeRun(nodes, { ...around, written: around.written + sign, following }, inside);
  const sign = signs[mark.type];
  const signed = sign === undefined ? '' : inner(sign, sign);
  if (sign !== undefined && isSafeEmphasis(signed, around)) return `${sign}${signed}${sign}`;
  const tag = markTags[mark.type] ?? '';
  return `<${tag}>${inner('>', '<')}</${tag}>`;
}

/** Both flanks are open to Markdown's rules of emphasis, and no other sign touches them. */
function isSafeEmphasis(inner: string, { written, following }: Around): boolean {
  const before = written.at(-1) ?? ' ';
  const after = following.at(0) ?? ' ';
  const [first, last] = [inner.at(0) ?? ' ', inner.at(-1) ?? ' '];
  if ([before, after, first, last].includes('*') || isSpace(first) || isSpace(last) || inner.endsWith('<br>')) return false;
  return (isWordSign(first) || isSpace(before)) && (isWordSign(last) || isSpace(after));
}

function writeLink(nodes: readonly ProseNode[], href: string, around: Around, inside: readonly ProseMark[]): string {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const isBare = only?.type === 'text' && only.text === href && (only.marks?.length ?? 0) === inside.length;
  if (isBare && /^https?:\/\/[^\s<>|\p{Cc}]+$/u.test(href)) return `<${href}>`;
  const target = /^[\w\-.~:/?#@!$',;=%+]+$/.test(href) ? href : `<${href.replace(/[\\<>|]|&(?=#?\w+;)/g, '\\$&')}>`;
  return `[${writeRun(nodes, { ...around, written: '[', following: ']' }, inside)}](${target})`;
}

function writeBare(item: ProseNode, before: ProseNode | undefined, next: ProseNode | undefined, around: Around): string {
  const isLineStart = around.written === '' || around.written.endsWith('\n');
  if (item.type !== 'hardBreak')
    return escapeText(item.text ?? '', around.container, isLineStart, around.following === '' || next?.type === 'hardBreak');
  const isAlone = around.container === 'cell' || isLineStart || next === undefined || before === undefined || next.type === 'hardBreak';
  return isAlone ? '<br>' : '  \n';
}

function escapeText(text: string, container: Container, isLineStart: boolean, isLineEnd: boolean): string {
  let out = text
    .replace(/[\\`*[\]<]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/(https?):(?=\/\/)/gi, '$1\\:');
  if (container === 'cell') out = out.replaceAll('|', '\\|');
  if (isLineStart) out = out.replace(/^[>#+=|-]/, '\\$&').replace(/^(\d+)(?=[.)])/, (digits) => `${digits}\\`);
  if (isLineStart) out = out.replace(/^[ \t]+/, spelled);
  if (isLineEnd) out = out.replace(/[ \t]+$/, spelled);
  return out;
}

function spelled(blanks: string): string {
  return Array.from(blanks)
    .map((it) => `&#${it.charCodeAt(0)};`)
    .join('');
}

function plainStart(nodes: readonly ProseNode[]): string {
  const first = nodes[0];
  return first?.type === 'text' ? (first.text ?? '').slice(0, 1) : ' ';
}

function isSame(a: ProseMark, b: ProseMark): boolean {
  return a.type === b.type && a.attrs?.['href'] === b.attrs?.['href'];
}

function isSpace(sign: string): boolean {
  return /\s/.test(sign);
}

function isWordSign(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}
