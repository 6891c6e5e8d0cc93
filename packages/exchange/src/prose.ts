// The making of prose nodes outside an editor, and their one tidy form: neighbouring texts with the same marks are one.
import { plainText } from '@chancery/answer-doc';
import type { ProseMark, ProseNode } from '@chancery/domain';

const markOrder = ['bold', 'italic', 'underline', 'link'];

/** A text with marks in their one order, each kind once. */
export function textNode(text: string, marks: readonly ProseMark[]): ProseNode {
  return { type: 'text', text, ...marked(marks) };
}

/** A line end inside a block. It carries no marks. */
export const hardBreak: ProseNode = { type: 'hardBreak' };

function marked(marks: readonly ProseMark[]): Pick<ProseNode, 'marks'> {
  const kinds = markOrder.map((kind) => marks.findLast((it) => it.type === kind)).filter((it) => it !== undefined);
  return kinds.length === 0 ? {} : { marks: kinds };
}

/** A node of that type; without content or attributes where there are none. */
export function node(type: string, content: readonly ProseNode[], attrs: Readonly<Record<string, number>> = {}): ProseNode {
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

/** The same prose with neighbouring texts of the same marks joined and empty texts left out. */
export function tidy(prose: ProseNode): ProseNode {
  if (prose.type === 'text') return textNode(prose.text ?? '', prose.marks ?? []);
  if (prose.type === 'hardBreak') return hardBreak;
  const content: ProseNode[] = [];
  for (const child of (prose.content ?? []).map(tidy)) {
    if (child.type === 'text' && child.text === '') continue;
    const before = content.at(-1);
    if (before?.type === 'text' && child.type === 'text' && hasSameMarks(before, child)) {
      content[content.length - 1] = textNode(`${before.text}${child.text}`, child.marks ?? []);
    } else content.push(child);
  }
  const attrs = Object.entries(prose.attrs ?? {}).filter((it): it is [string, number] => typeof it[1] === 'number' && it[1] !== 1);
  return node(prose.type, content, Object.fromEntries(attrs));
}

/** True when both are the same content. */
export function isSameProse(a: ProseNode, b: ProseNode): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

/** True when no text is in it, whatever its blocks. */
export function isBlank(prose: ProseNode): boolean {
  return plainText(prose).trim() === '';
}

function hasSameMarks(a: ProseNode, b: ProseNode): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
