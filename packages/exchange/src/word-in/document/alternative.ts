// One of several: the alternatives of newer and older Word for one thing, of which exactly one is read.
import type { XmlElement } from '../package/xml.ts';

/** What stands for an `mc:AlternateContent`: the first choice that is understood, else the fallback, never both. */
export function chosenOf(alternatives: XmlElement): readonly XmlElement[] {
  const choice = alternatives.children.find((it) => it.name === 'mc:Choice' && it.attributes.get('Requires') === 'understood');
  return (choice ?? alternatives.children.find((it) => it.name === 'mc:Fallback'))?.children ?? [];
}
