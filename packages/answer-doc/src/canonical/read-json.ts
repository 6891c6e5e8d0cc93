// Reading prose out of ProseMirror JSON that came from outside.
import { type LooseNode, looseText, maxLooseDepth, memberOf } from './loose-node.ts';

/** What a ProseMirror JSON document holds. Never throws. */
export function readJson(prose: unknown): readonly LooseNode[] {
  return memberOf(prose, 'type') === 'doc' ? childrenOf(prose, 0) : nodesOf(prose, 0);
}

function childrenOf(node: unknown, depth: number): readonly LooseNode[] {
  const content = memberOf(node, 'content');
  return Array.isArray(content) ? (content as readonly unknown[]).flatMap((child) => nodesOf(child, depth)) : [];
}

function nodesOf(node: unknown, depth: number): readonly LooseNode[] {
  const text = memberOf(node, 'text');
  if (typeof text === 'string') return [{ kind: 'text', text, marks: marksOf(memberOf(node, 'marks')) }];
  if (depth >= maxLooseDepth) return [looseText(deepText(node))];
  const name = memberOf(node, 'type');
  if (typeof name !== 'string') return [];
  const attrs = memberOf(node, 'attrs');
  const isObject = typeof attrs === 'object' && attrs !== null;
  return [
    { kind: 'element', name, attrs: isObject ? (attrs as Readonly<Record<string, unknown>>) : {}, children: childrenOf(node, depth + 1) },
  ];
}

function marksOf(marks: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(marks)) return [];
  return (marks as readonly unknown[]).flatMap((mark) => {
    const name = memberOf(mark, 'type');
    return typeof name === 'string' ? [[name, memberOf(mark, 'attrs')] as const] : [];
  });
}

/** The text of a subtree in order, walked without recursion. */
function deepText(root: unknown): string {
  const texts: string[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const text = memberOf(next, 'text');
    const content = memberOf(next, 'content');
    if (typeof text === 'string') texts.push(text);
    else if (Array.isArray(content)) for (const child of (content as readonly unknown[]).toReversed()) waiting.push(child);
  }
  return texts.join('');
}
