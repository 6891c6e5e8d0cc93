// The fields of Word: hyperlinks, and the boxes, lists and blanks of forms.
import { child, childrenOf, numberIn, valueOf, type XmlElement } from '../package/xml.ts';
import { isOn } from './styles.ts';

/** The address of a HYPERLINK field, or null where the field is another or leads to a place of the document. */
export function addressIn(instruction: string): string | null {
  const words = wordsIn(instruction);
  if (words[0]?.toUpperCase() !== 'HYPERLINK') return null;
  let address = '';
  let fragment = '';
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (/^\\l$/i.test(word)) fragment = words[(index += 1)] ?? '';
    else if (/^\\[otm]$/i.test(word)) index += 1;
    else if (!word.startsWith('\\') && address === '') address = word;
  }
  return address === '' ? null : joined(address, fragment);
}

/** An address with a fragment, where it has none yet. */
export function joined(address: string, fragment: string): string {
  return fragment === '' || address.includes('#') ? address : `${address}#${fragment}`;
}

/** True for a field whose result Word makes of the document itself. */
export function isContents(instruction: string): boolean {
  return /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction);
}

/** Words of an instruction; what stands in quotes is one, with `\"` and `\\` in it. */
function wordsIn(instruction: string): readonly string[] {
  const found = instruction.matchAll(/"((?:[^"\\]|\\.)*)"?|(\S+)/g);
  return [...found].map(([, quoted, bare]) => quoted?.replaceAll(/\\(["\\])/g, '$1') ?? bare ?? '');
}

/** ☒ or ☐ of a form's check box; null where the field is none. */
export function boxOf(form: XmlElement | undefined): string | null {
  const box = child(form, 'w:checkBox');
  if (box === undefined) return null;
  const checked = child(box, 'w:checked') ?? child(box, 'w:default');
  return checked !== undefined && isOn(checked.attributes.get('w:val')) ? '☒' : '☐';
}

/** The entry that somebody picked of a form's list; null where nobody did, although a first entry shows. */
export function pickedOf(form: XmlElement | undefined): string | null {
  const list = child(form, 'w:ddList');
  const picked = numberIn(valueOf(list, 'w:result'));
  if (picked === undefined) return null;
  return childrenOf(list, 'w:listEntry')[picked]?.attributes.get('w:val') ?? null;
}

/** True for what a blank of a form shows before somebody writes into it. */
export function isUntouched(form: XmlElement | undefined, text: string): boolean {
  const blank = child(form, 'w:textInput');
  if (blank === undefined) return false;
  return text.replaceAll(/[\u2002\u00a0\s]/g, '') === '' || text === valueOf(blank, 'w:default');
}
