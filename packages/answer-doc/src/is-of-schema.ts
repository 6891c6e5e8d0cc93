// The check that an answer document holds only what an editor can write into it. Reading never needs it: canonical content repairs.
import type { Question } from '@chancery/domain';
import type * as Y from 'yjs';
import { areTicksSound } from './choice.ts';
import { isAllowedHyperlink } from './hyperlink.ts';
import { type LooseElement, type LooseNode, memberOf } from './canonical/loose-node.ts';
import { fragmentName, fragmentOf, isProsePlace, placesOf } from './place.ts';
import { readFragment } from './canonical/read-fragment.ts';
import { lineSchema, proseSchema } from './schema.ts';

type AnySchema = typeof proseSchema | typeof lineSchema;

/** True when every part of the document is one of the question, and every prose is as the schema has it. Never throws. */
export function isOfSchema(doc: Y.Doc, question: Question): boolean {
  const places = placesOf(question);
  const names = new Set([...places.map(fragmentName), 'choices']);
  if (![...doc.share.keys()].every((name) => names.has(name))) return false;
  if (!areTicksSound(doc, question)) return false;
  return places.every((place) => isProse(readFragment(fragmentOf(doc, place)), isProsePlace(question, place) ? proseSchema : lineSchema));
}

function isProse(nodes: readonly LooseNode[], schema: AnySchema): boolean {
  if (nodes.length === 0) return true; // an editor that shows it puts a paragraph there
  if (!nodes.every((node) => isKnown(node, schema))) return false;
  try {
    schema.nodeFromJSON({ type: 'doc', content: nodes.flatMap(jsonOf) }).check();
    return true;
  } catch {
    return false;
  }
}

/** Unknown names make the schema throw; unknown attributes it would pass over in silence. */
function isKnown(node: LooseNode, schema: AnySchema): boolean {
  if (node.kind === 'text') return node.marks.every(([name, attrs]) => name !== 'link' || isLink(attrs));
  const known = Object.keys(memberOf(schema.spec.nodes.get(node.name), 'attrs') ?? {});
  return Object.keys(node.attrs).every((name) => known.includes(name)) && node.children.every((child) => isKnown(child, schema));
}

function isLink(attrs: unknown): boolean {
  const href = memberOf(attrs, 'href');
  return typeof href === 'string' && isAllowedHyperlink(href);
}

function jsonOf(node: LooseNode): readonly object[] {
  if (node.kind === 'element') return [elementJson(node)];
  if (node.text === '') return [];
  return [{ type: 'text', text: node.text, marks: node.marks.map(([type, attrs]) => ({ type, attrs })) }];
}

function elementJson({ name, attrs, children }: LooseElement): object {
  return { type: name, attrs, content: children.flatMap(jsonOf) };
}
