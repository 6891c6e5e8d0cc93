// The reading of the little HTML that answers hold: blocks, lists, tables and marks. Anything else is not read but left as text by the caller.
import type { ProseMark, ProseNode } from '@chancery/domain';
import { type HtmlTag, type HtmlToken, htmlTokens } from '../html-tokens.ts';
import { hardBreak, node, textNode, tidy } from '../prose.ts';
import { htmlText } from './escape.ts';
import { linkedText, linkMark } from './hyperlink.ts';
import { blockTags, markTags } from './write-html.ts';

const blockOfTag = new Map(Object.entries(blockTags).map(([type, tag]) => [tag, type]));
/** The marks by their tags, `<a>` aside. */
export const markOfTag: ReadonlyMap<string, string> = new Map([
  ...Object.entries(markTags).map(([type, tag]) => [tag, type] as const),
  ['strong', 'bold'],
  ['em', 'italic'],
]);
const transparent = new Set(['thead', 'tbody', 'tfoot', 'span', 'div']);
const holdsBlocks = new Set(['listItem', 'blockquote', 'tableHeader', 'tableCell']);

/** Canonical prose nests less deep. */
const maxDepth = 200;

interface OpenMark {
  readonly tag: string;
  /** null: a hyperlink that is not kept. */
  readonly mark: ProseMark | null;
}

interface Open {
  readonly tag: string;
  readonly type: string | null;
  readonly attrs: Readonly<Record<string, number>>;
  readonly content: ProseNode[];
}

/** Blocks of well-formed HTML of the known elements; null when it is anything else. */
export function readHtml(html: string): readonly ProseNode[] | null {
  const open: Open[] = [{ tag: '', type: null, attrs: {}, content: [] }];
  const marks: OpenMark[] = [];
  for (const token of htmlTokens(html)) if (!takeToken(token, open, marks)) return null;
  const root = open[0];
  return open.length === 1 && marks.length === 0 && root !== undefined ? root.content.map(tidy) : null;
}

function takeToken(token: HtmlToken, open: Open[], marks: OpenMark[]): boolean {
  switch (token.kind) {
    case 'tag':
      return takeTag(token, open, marks);
    case 'comment':
      return token.source.startsWith('<!--');
    case 'text':
      return !token.source.includes('<') && takeText(token.source, open, marks);
  }
}

function takeText(source: string, open: readonly Open[], marks: readonly OpenMark[]): boolean {
  const target = inlineTarget(open, source.trim() === '');
  if (target === 'skip') return true;
  if (target === null) return false;
  const present = marks.flatMap((it) => it.mark ?? []);
  const isLinked = present.some((it) => it.type === 'link');
  target.push(...(isLinked ? [textNode(htmlText(source), present)] : linkedText(source, present, htmlText)));
  return true;
}

function takeTag({ name, isClosing, attributes }: HtmlTag, open: Open[], marks: OpenMark[]): boolean {
  if (name === 'br') return takeBreak(open);
  if (transparent.has(name)) return true;
  if (name === 'a' || markOfTag.has(name)) {
    if (isClosing) return marks.pop()?.tag === name;
    if (marks.length > maxDepth) return false;
    marks.push({ tag: name, mark: name === 'a' ? linkMark(attributes.get('href') ?? '') : { type: markOfTag.get(name) ?? '' } });
    return true;
  }
  const type = blockOfTag.get(name);
  if (type === undefined || open.length + marks.length > maxDepth) return false;
  if (isClosing) return close(name, open);
  open.push({ tag: name, type, attrs: numbersOf(attributes, type), content: [] });
  return true;
}

function takeBreak(open: readonly Open[]): boolean {
  const target = inlineTarget(open, false);
  if (target === null || target === 'skip') return false;
  target.push(hardBreak);
  return true;
}

/** Where text goes: into the open paragraph; straight into a cell or item it begins a paragraph of its own. */
function inlineTarget(open: readonly Open[], isSpace: boolean): ProseNode[] | 'skip' | null {
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

function numbersOf(attributes: ReadonlyMap<string, string>, type: string): Readonly<Record<string, number>> {
  const names = type === 'orderedList' ? ['start'] : ['colspan', 'rowspan'];
  const found = names.map((name) => [name, attributes.get(name) ?? ''] as const).filter((it) => /^-?\d+$/.test(it[1]));
  return Object.fromEntries(found.map(([name, value]) => [name, Number(value)]));
}
