// Logs for the tests of compaction: several people who type, delete and choose at once, each in letters of their own.
import * as Y from 'yjs';
import type { LoggedUpdate } from '../compaction/index.ts';
import type { Author } from '../ports.ts';
import { Seeded } from './seeded.ts';

const minute = 60_000;

interface Typist {
  readonly doc: Y.Doc;
  readonly author: Author;
  readonly letter: string;
  /** How many updates of the log it has seen. */
  seen: number;
}

export interface Told {
  /** Of a document that begins with one paragraph. */
  readonly updates: readonly LoggedUpdate[];
  readonly authors: ReadonlyMap<string, Author>;
}

/** The prose of the document: paragraphs in a fragment. */
export function proseOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('prose');
}

/** A log of that many edits by `people`, each of whom is up to date only now and then: what a room emitted of them. One seed, one log. */
export function logOf(seed: number, edits: number, people = 4): Told {
  const random = new Seeded(seed);
  const updates: LoggedUpdate[] = [{ bytes: initialUpdate(), author: null, at: 1_700_000_000_000, sequence: 1 }];
  const typists = Array.from({ length: people }, (_, index) => typistOf(index));
  let at = 1_700_000_000_000;
  const room = documentOf(updates);
  let entered: Uint8Array[] = [];
  room.on('update', (bytes: Uint8Array) => entered.push(bytes));
  while (updates.length <= edits) {
    const typist = random.pick(typists);
    if (random.below(3) === 0) catchUp(typist, updates);
    at += random.below(10) === 0 ? random.below(30 * minute) : random.below(2_000);
    const before = Y.encodeStateVector(typist.doc);
    typist.doc.transact(() => edit(typist, random));
    entered = [];
    Y.applyUpdate(room, Y.encodeStateAsUpdate(typist.doc, before));
    if (entered.length > 0) updates.push({ bytes: Y.mergeUpdates(entered), author: typist.author, at, sequence: updates.length + 1 });
  }
  return { updates, authors: new Map(typists.map(({ letter, author }) => [letter, author])) };
}

/** The document that these updates make, without compaction. */
export function documentOf(updates: readonly LoggedUpdate[]): Y.Doc {
  const doc = new Y.Doc();
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  return doc;
}

function initialUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText()]);
  proseOf(doc).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

function typistOf(index: number): Typist {
  const doc = new Y.Doc();
  doc.clientID = 2 ** 31 + index;
  Y.applyUpdate(doc, initialUpdate());
  return { doc, letter: 'abcdefghij'.charAt(index), author: { person: `person ${index}`, agency: `agency ${index % 2}` }, seen: 1 };
}

function catchUp(typist: Typist, updates: readonly LoggedUpdate[]): void {
  for (const { bytes } of updates.slice(typist.seen)) Y.applyUpdate(typist.doc, bytes);
  typist.seen = updates.length;
}

function edit({ doc, letter }: Typist, random: Seeded): void {
  const prose = proseOf(doc);
  const paragraphs = prose.toArray();
  if (paragraphs.length === 0) return insertParagraph(prose, 0); // two deleted the last two at once
  const paragraph = random.pick(paragraphs);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds a text');
  const at = random.below(text.length + 1);
  const kind = random.below(20);
  if (kind === 0) insertParagraph(prose, random.below(paragraphs.length + 1));
  else if (kind === 1 && paragraphs.length > 1) prose.delete(random.below(paragraphs.length), 1);
  else if (kind === 2) doc.getMap('choices').set(random.pick(['q1', 'q2']), letter);
  else if (kind === 3 && text.length > 0) text.format(random.below(text.length), 1, { bold: true });
  else if (kind < 8 && text.length > 0)
    text.delete(Math.min(at, text.length - 1), 1 + random.below(Math.min(3, text.length - Math.min(at, text.length - 1))));
  else text.insert(at, letter.repeat(1 + random.below(4)));
}

function insertParagraph(prose: Y.XmlFragment, index: number): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText()]);
  prose.insert(index, [paragraph]);
}
