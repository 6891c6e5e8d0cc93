// The text that every document begins with: some paragraphs, one for each editor to type in. The same bytes in every document.

import * as Y from 'yjs';

/** Nobody who types has this client id. */
const author = 1;
const words = ['the', 'ministry', 'of', 'health', 'publishes', 'its', 'open', 'data', 'every', 'year', 'for', 'all', 'citizens'];

/** A run of characters in the document, by which a place in it is named: character `index` has the clock `clock + index`. */
export interface Paragraph {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface FirstContent {
  readonly update: Uint8Array;
  readonly paragraphs: readonly Paragraph[];
  /** Characters in all paragraphs. */
  readonly length: number;
}

export function writeFirstContent({ paragraphs, wordsInAll }: { readonly paragraphs: number; readonly wordsInAll: number }): FirstContent {
  const doc = new Y.Doc();
  doc.clientID = author;
  const text = Array.from({ length: Math.ceil(wordsInAll / paragraphs) }, (_, index) => words[index % words.length]).join(' ');
  const texts = Array.from({ length: paragraphs }, () => new Y.XmlText(text));
  doc.transact(() => {
    for (const inner of texts) {
      const paragraph = new Y.XmlElement('paragraph');
      fragmentOf(doc).push([paragraph]);
      paragraph.push([inner]);
    }
  });
  return { update: Y.encodeStateAsUpdate(doc), paragraphs: texts.map(placeOf), length: text.length * paragraphs };
}

/** Characters in a document that began with the first content. */
export function lengthOf(doc: Y.Doc): number {
  const elements = fragmentOf(doc).toArray();
  return elements.reduce((sum, element) => sum + (element instanceof Y.XmlElement ? textIn(element).length : 0), 0);
}

/** The text of the paragraph with this number, for typing in it by Yjs itself. */
export function paragraphIn(doc: Y.Doc, index: number): Y.XmlText {
  const element = fragmentOf(doc).get(index);
  if (!(element instanceof Y.XmlElement)) throw new Error(`there is no paragraph ${index}`);
  return textIn(element);
}

function fragmentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('answer');
}

function textIn(paragraph: Y.XmlElement): Y.XmlText {
  const text = paragraph.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph without text');
  return text;
}

function placeOf(text: Y.XmlText): Paragraph {
  const item = text._start;
  if (item === null) throw new Error('a paragraph without characters');
  return { client: item.id.client, clock: item.id.clock, length: item.length };
}
