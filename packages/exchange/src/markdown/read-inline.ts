// The reading of what stands inside a paragraph: texts, marks, links and line ends.
import type { fromMarkdown } from 'mdast-util-from-markdown';
import type { ProseMark, ProseNode } from '@chancery/domain';
import { hardBreak, textNode } from '../prose.ts';
import { linkMark } from './hyperlink.ts';

type Block = ReturnType<typeof fromMarkdown>['children'][number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];
type DroppedLink = (text: string, href: string) => void;

const markOfTag: Readonly<Record<string, string>> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline' };

interface OpenTag {
  readonly tag: string;
  readonly mark: ProseMark;
}

/** Texts and breaks of the children, each with `marks` and the marks that Markdown or a known tag gives it. A single line end is a break. */
export function readInline(children: readonly Inline[], marks: readonly ProseMark[], droppedLink: DroppedLink): readonly ProseNode[] {
  const nodes: ProseNode[] = [];
  const tags: OpenTag[] = [];
  const lastClosing = new Map(
    children.flatMap((it, place) => (it.type === 'html' && it.value.startsWith('</') ? [[tagOf(it.value), place]] : [])),
  );
  children.forEach((child, place) => {
    const present = [...marks, ...tags.map((it) => it.mark)];
    const isClosedLater = child.type === 'html' && (lastClosing.get(tagOf(child.value)) ?? -1) > place;
    if (child.type === 'html') nodes.push(...readTag(child.value, isClosedLater, tags, present));
    else nodes.push(...readOne(child, present, droppedLink));
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
function readTag(html: string, isClosedLater: boolean, tags: OpenTag[], marks: readonly ProseMark[]): readonly ProseNode[] {
  if (/^<br\s*\/?>$/i.test(html)) return [hardBreak];
  if (html.startsWith('<!--')) return [];
  const tag = tagOf(html);
  const type = markOfTag[tag];
  if (html.startsWith('</') && tags.at(-1)?.tag === tag) tags.pop();
  else if (!html.startsWith('</') && type !== undefined && isClosedLater && tags.length < maxTags) tags.push({ tag, mark: { type } });
  else return lines(html, marks);
  return [];
}

function tagOf(html: string): string {
  return /^<\/?([a-z]+)(?:\s[^>]*)?>$/i.exec(html)?.[1]?.toLowerCase() ?? '';
}

function lines(text: string, marks: readonly ProseMark[]): readonly ProseNode[] {
  return text.split('\n').flatMap((line, place) => [...(place > 0 ? [hardBreak] : []), ...(line === '' ? [] : [textNode(line, marks)])]);
}
