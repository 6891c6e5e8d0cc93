// The reading of the little HTML that answers hold: blocks, lists, tables and marks. Anything else is not read but left as text by the caller.
import type { ProseMark, ProseNode } from '@chancery/domain';
import { hardBreak, node, textNode, tidy } from '../prose.ts';
import { htmlText } from './escape.ts';
import { linkedText, linkMark } from './hyperlink.ts';
import { blockTags, markTags } from './write-html.ts';

const blockOfTag = new Map(Object.entries(blockTags).map(([type, tag]) => [tag, type]));
const markOfTag = new Map(Object.entries({ ...markTags }).map(([type, tag]) => [tag, type]));
for (const [tag, type] of [
  ['strong', 'bold'],
  ['em', 'italic'],
] as const)
  markOfTag.set(tag, type);
const transparent = new Set(['thead', 'tbody', 'tfoot', 'span', 'div']);
const holdsBlocks = new Set(['listItem', 'blockquote', 'tableHeader', 'tableCell']);

/** Canonical prose nests less deep. */
const maxDepth = 200;

interface Open {
  readonly tag: string;
  readonly type: string | null;
  readonly attrs: Readonly<Record<string, number>>;
  readonly content: ProseNode[];
}

/** Blocks of well-formed HTML of the known elements; null when it is anything else. */
export function readHtml(html: string): readonly ProseNode[] | null {
  const tokens = html.match(/<!--[\s\S]*?-->|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|[^<]+|</gi) ?? [];
  const open: Open[] = [{ tag: '', type: null, attrs: {}, content: [] }];
  const marks: { tag: string; mark: ProseMark | null }[] = [];
  for (const token of tokens) {
    if (token === '<') return null;
    if (token.startsWith('<!--')) continue;
    if (!(token.startsWith('<') ? takeTag(token, open, marks) : takeText(token, open, marks))) return null;
  }
  const root = open[0];
  return open.length === 1 && marks.length === 0 && root !== undefined ? root.content.map(tidy) : null;
}

function takeText(token: string, open: Open[], marks: readonly { mark: ProseMark | null }[]): boolean {
  const place = inlinePlace(open, token.trim() === '');
  if (place === 'skip') return true;
  if (place === null) return false;
  const present = marks.flatMap((it) => it.mark ?? []);
  const isLinked = present.some((it) => it.type === 'link');
  place.push(...(isLinked ? [textNode(htmlText(token), present)] : linkedText(token, present, htmlText)));
  return true;
}

function takeTag(token: string, open: Open[], marks: { tag: string; mark: ProseMark | null }[]): boolean {
  const tag = /[a-z][a-z0-9]*/i.exec(token)?.[0].toLowerCase() ?? '';
  const isClosing = token.startsWith('</');
  if (tag === 'br') return takeBreak(open);
  if (transparent.has(tag)) return true;
  if (tag === 'a' || markOfTag.has(tag)) {
    if (isClosing) return marks.pop()?.tag === tag;
    if (marks.length > maxDepth) return false;
    marks.push({ tag, mark: tag === 'a' ? linkMark(htmlText(attribute(token, 'href') ?? '')) : { type: markOfTag.get(tag) ?? '' } });
    return true;
  }
  const type = blockOfTag.get(tag);
  if (type === undefined || open.length + marks.length > maxDepth) return false;
  if (isClosing) return close(tag, open);
  open.push({ tag, type, attrs: numbersOf(token, type), content: [] });
  return true;
}

function takeBreak(open: readonly Open[]): boolean {
  const place = inlinePlace(open, false);
  if (place === null || place === 'skip') return false;
  place.push(hardBreak);
  return true;
}

/** Where text goes: into the open paragraph; straight into a cell or item it begins a paragraph of its own. */
function inlinePlace(open: readonly Open[], isSpace: boolean): ProseNode[] | 'skip' | null {
  const inner = open.at(-1);
  if (inner?.type === 'paragraph') return inner.content;
  const last = inner?.content.at(-1);
  if (isLoose(last)) return last.content;
  if (isSpace) return 'skip';
  if (inner === undefined || inner.type === null || !holdsBlocks.has(inner.type)) return null;
  const paragraph: LooseParagraph = { type: 'paragraph', content: [], isLoose: true };
  inner.content.push(paragraph);
  return paragraph.content;
}

interface LooseParagraph extends ProseNode {
  readonly content: ProseNode[];
  readonly isLoose: true;
}

function isLoose(prose: ProseNode | undefined): prose is LooseParagraph {
  return prose !== undefined && 'isLoose' in prose;
}

function close(tag: string, open: Open[]): boolean {
  const closed = open.pop();
  const outer = open.at(-1);
  if (closed === undefined || closed.tag !== tag || closed.type === null || outer === undefined) return false;
  outer.content.push(node(closed.type, closed.content, closed.attrs));
  return true;
}

function numbersOf(token: string, type: string): Readonly<Record<string, number>> {
  const names = type === 'orderedList' ? ['start'] : ['colspan', 'rowspan'];
  const found = names.map((name) => [name, attribute(token, name)] as const).filter((it) => /^-?\d+$/.test(it[1] ?? ''));
  return Object.fromEntries(found.map(([name, value]) => [name, Number(value)]));
}

function attribute(token: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(token)?.[1];
}
