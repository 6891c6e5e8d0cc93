// What stands among the words and is no text: pictures, charts, text boxes, objects of other programs.
import type { LeftOutKind } from '../../filled-form.ts';
import type { XmlElement } from '../package/xml.ts';
import { chosenOf } from './alternative.ts';

const kinds: readonly (readonly [string, LeftOutKind])[] = [
  ['w:txbxContent', 'text-box'],
  ['c:chart', 'chart'],
  ['dgm:relIds', 'diagram'],
  ['w:control', 'embedded-object'],
];

/** What a drawing, a picture or an object holds; null for a line across the page. */
export function objectIn(element: XmlElement): LeftOutKind | null {
  if (element.name === 'w:object') return 'embedded-object';
  const names = new Set<string>();
  let isRule = false;
  const waiting: XmlElement[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    names.add(next.name);
    if (next.attributes.get('o:hr') !== undefined) isRule = true;
    for (const it of next.name === 'mc:AlternateContent' ? chosenOf(next) : next.children) waiting.push(it);
  }
  if (isRule) return null;
  return kinds.find(([name]) => names.has(name))?.[1] ?? 'picture';
}
