// The reading of what stands inside a paragraph: texts, marks, links and line ends.
import type { fromMarkdown } from 'mdast-util-from-markdown';
import type { ProseMark, ProseNode } from '@chancery/domain';
import { hardBreak, textNode } from '../prose.ts';
import { type HtmlToken, htmlTokens } from '../html-tokens.ts';
import { linkMark } from './hyperlink.ts';
import { markOfTag } from './read-html.ts';

type Block = ReturnType<typeof fromMarkdown>['children'][number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];
type DroppedLink = (text: string, href: string) => void;

interface OpenTag {
  readonly tag: string;
  readonly mark: ProseMark;
}

/** Texts and breaks of the children, each with `marks` and the marks that Markdown or a known tag gives it. A single line end is a break. */
export function readInline(children: readonly Inline[], marks: readonly ProseMark[], droppedLink: DroppedLink): readonly ProseNode[] {
  const nodes: ProseNode[] = [];
  const tags: OpenTag[] = [];
  const htmls = children.map((it) => (it.type === 'html' ? onlyToken(it.value) : undefined));
  const lastClosing = new Map(htmls.flatMap((it, index) => (it?.kind === 'tag' && it.isClosing ? [[it.name, index]] : [])));
  children.forEach((child, index) => {
    const present = [...marks, ...tags.map((it) => it.mark)];
    const html = htmls[index];
    const isClosedLater = html?.kind === 'tag' && (lastClosing.get(html.name) ?? -1) > index;
    const read = html === undefined ? readOne(child, present, droppedLink) : readToken(html, isClosedLater, tags, present);
    for (const it of read) nodes.push(it);
  });
  return nodes;
}

function readOne(child: Inline, marks: readonly ProseMark[], droppedLink: DroppedLink): readonly ProseNode[] {
  switch (child.type) {
    case 'text':
      return lines(child.value, marks);
    case 'break':
      return [hardBreak];
    case 'strong':
      return readInline(child.children, [...marks, { type: 'bold' }], droppedLink);
    case 'emphasis':
      return readInline(child.children, [...marks, { type: 'italic' }], droppedLink);
    case 'link': {
      const mark = linkMark(child.url);
      const texts = readInline(child.children, mark === null ? marks : [...marks, mark], droppedLink);
      if (mark === null) droppedLink(texts.map((it) => it.text ?? '').join(''), child.url);
      return texts;
    }
    default:
      return 'value' in child ? lines(child.value, marks) : [];
  }
}

/** Marks are few: deeper nesting of tags is somebody's text. */
const maxTags = 8;

/** A known tag opens or closes a mark; any other tag, and one that is never closed, stays as text. */
function readToken(html: HtmlToken, isClosedLater: boolean, tags: OpenTag[], marks: readonly ProseMark[]): readonly ProseNode[] {
  if (html.kind === 'comment' && html.source.startsWith('<!--')) return [];
  if (html.kind !== 'tag') return lines(html.source, marks);
  const { name, isClosing, source } = html;
  if (name === 'br' && !isClosing) return [hardBreak];
  const type = markOfTag.get(name);
  if (isClosing && tags.at(-1)?.tag === name) tags.pop();
  else if (!isClosing && type !== undefined && isClosedLater && tags.length < maxTags) tags.push({ tag: name, mark: { type } });
  else return lines(source, marks);
  return [];
}

/** The one token of the HTML; as text where it is several, such as a declaration. */
function onlyToken(html: string): HtmlToken {
  const [first, ...more] = htmlTokens(html);
  return first === undefined || more.length > 0 ? { kind: 'text', source: html } : first;
}

function lines(text: string, marks: readonly ProseMark[]): readonly ProseNode[] {
  return text.split('\n').flatMap((line, index) => [...(index > 0 ? [hardBreak] : []), ...(line === '' ? [] : [textNode(line, marks)])]);
}
