// Reading prose out of a Y.XmlFragment as the editor's binding (@tiptap/y-tiptap) keeps it: elements by node name, texts with marks as formatting.
import * as Y from 'yjs';
import { type LooseNode, type LooseText, looseText, maxLooseDepth } from './loose-node.ts';

/** What a fragment holds. Needs no DOM and never throws, whatever a client wrote. */
export function readFragment(fragment: Y.XmlFragment): readonly LooseNode[] {
  return childrenOf(fragment, 0);
}

function childrenOf(parent: Y.XmlFragment, depth: number): readonly LooseNode[] {
  return (parent.toArray() as readonly unknown[]).flatMap((child) => nodesOf(child, depth));
}

function nodesOf(child: unknown, depth: number): readonly LooseNode[] {
  if (child instanceof Y.Text) return textsOf(child);
  if (typeof child === 'string') return [looseText(child)];
  if (!(child instanceof Y.XmlFragment)) return [];
  if (depth >= maxLooseDepth) return [looseText(deepText(child))];
  const children = childrenOf(child, depth + 1);
  if (!(child instanceof Y.XmlElement)) return children;
  return [{ kind: 'element', name: child.nodeName, attrs: child.getAttributes(), children }];
}

function textsOf(text: Y.Text): readonly LooseText[] {
  const pieces = text.toDelta() as readonly { readonly insert: unknown; readonly attributes?: Readonly<Record<string, unknown>> }[];
  return pieces.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ kind: 'text', text: insert, marks: marksOf(attributes) }] : [],
  );
}

function marksOf(attributes: Readonly<Record<string, unknown>> | undefined): LooseText['marks'] {
  return Object.entries(attributes ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [markName(name), value]);
}

/** The binding keeps marks that may overlap under `name--hash`. */
function markName(attribute: string): string {
  return /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(attribute)?.[1] ?? attribute;
}

/** The text of a subtree in order, walked without recursion. */
function deepText(root: Y.XmlFragment): string {
  const texts: string[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Y.Text) texts.push(...textsOf(next).map((it) => it.text));
    else if (next instanceof Y.XmlFragment) {
      for (const child of next.toArray().reverse()) waiting.push(child);
    }
  }
  return texts.join('');
}
