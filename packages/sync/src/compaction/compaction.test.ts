// Proves the rules of SPEC.md's History that need no database.
import { describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import { documentOf, logOf, proseOf } from '../testing/typists.ts';
import { Attribution, type Compacted, compact, decodeAttribution, type LoggedUpdate } from './index.ts';
import { attribute, linesOf } from './passages.ts';
import { Spells } from './spells.ts';

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

function compactAt(cuts: readonly number[], updates: readonly LoggedUpdate[]): Compacted | null {
  let before: Compacted | null = null;
  let from = 0;
  for (const cut of [...cuts, updates.length]) {
    if (cut > from) before = compact({ before, updates: updates.slice(from, cut) });
    from = Math.max(from, cut);
  }
  return before;
}

function attributionOf(updates: readonly LoggedUpdate[]): Attribution {
  const attribution = new Attribution();
  for (const update of updates) attribution.add(update);
  return attribution;
}

function textOf(fragment: Y.XmlFragment): string {
  return fragment
    .toArray()
    .map((child) =>
      child instanceof Y.XmlElement
        ? child
            .toArray()
            .map((text) => (text instanceof Y.XmlText ? lettersOf(text) : ''))
            .join('')
        : '',
    )
    .filter((text) => text !== '')
    .join('\n');
}

function lettersOf(text: Y.XmlText): string {
  const parts: readonly { insert: unknown }[] = text.toDelta();
  return parts.map(({ insert }) => String(insert)).join('');
}

describe.each(seeds)('a log of several people who edit at once, seed %i,', (seed) => {
  const { updates, authors } = logOf(seed, 400);
  const whole = compact({ before: null, updates });

  test('L1: makes the same document from its snapshot as from its updates', () => {
    const [compacted, plain] = [new Y.Doc(), documentOf(updates)];
    Y.applyUpdate(compacted, whole.snapshot);
    expect(proseOf(compacted).toJSON()).toBe(proseOf(plain).toJSON());
    expect(compacted.getMap('choices').toJSON()).toEqual(plain.getMap('choices').toJSON());
    expect(Y.equalSnapshots(Y.snapshot(compacted), Y.snapshot(plain))).toBe(true);
  });

  test('L2: has one attribution wherever it is cut', () => {
    for (const cuts of [[1], [57], [200], [399], [1, 2, 3, 100, 250], [40, 80, 120, 160, 200, 240, 280, 320, 360]]) {
      const cut = compactAt(cuts, updates);
      expect(cut?.attribution).toEqual(whole.attribution);
      expect(cut?.snapshot.length).toBe(whole.snapshot.length);
    }
  });

  test('L2: tells after compaction who wrote each passage, as before it', () => {
    const [compacted, plain] = [new Y.Doc(), documentOf(updates)];
    Y.applyUpdate(compacted, whole.snapshot);
    const before = attribute(linesOf(proseOf(plain)), attributionOf(updates));
    const half = compact({ before: null, updates: updates.slice(0, 150) });
    const attribution = decodeAttribution(half.attribution);
    for (const update of updates.slice(150)) attribution.add(update);
    expect(attribute(linesOf(proseOf(compacted)), decodeAttribution(whole.attribution))).toEqual(before);
    expect(attribute(linesOf(proseOf(compacted)), attribution)).toEqual(before);
    expect(before.map(({ text }) => text).join('')).toBe(textOf(proseOf(plain)));
    for (const { text, author } of before) {
      for (const letter of text.replaceAll('\n', '')) expect(author).toEqual(authors.get(letter));
    }
  });

  test('L3: knows of every deleted item who deleted it', () => {
    const { deleted } = decodeAttribution(whole.attribution);
    for (const [client, ranges] of Y.snapshot(documentOf(updates)).ds.clients) {
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; at += 1) expect(deleted.find(client, at), `${client} ${at}`).not.toBeNull();
      }
    }
  });

  test('L3: has the same spells of editing before and after', () => {
    const spells = new Spells();
    for (const { author, at } of updates.slice(1)) spells.add(author, at);
    expect(decodeAttribution(whole.attribution).spells.all).toEqual(spells.all);
    expect(spells.all.reduce((sum, { edits }) => sum + edits, 0)).toBe(updates.length - 1);
  });
});

describe('what cannot be read', () => {
  const { updates } = logOf(99, 50);

  it('L4: is not compacted: bytes that make no document', () => {
    const damaged = updates.map((update, index) => (index === 20 ? { ...update, bytes: new Uint8Array([1, 2, 3, 4, 5]) } : update));
    expect(() => compact({ before: null, updates: damaged })).toThrow(/./);
  });

  it('L4: is not compacted: a log with a gap', () => {
    expect(() => compact({ before: null, updates: updates.toSpliced(0, 1) })).toThrow('not there');
  });

  it('is told of an attribution that a later program wrote', () => {
    expect(() => decodeAttribution(new Uint8Array([2, 0]))).toThrow('version 2');
  });
});

test('L2: an update that comes twice, or out of order in its batch, leaves what it brought with who brought it first', () => {
  const { updates } = logOf(7, 60);
  const again = updates.map((update, index) => ({ ...update, author: { person: 'echo', agency: 'echo' }, sequence: 100 + index }));
  const { attribution, snapshot } = compact({ before: null, updates: [...updates, ...again] });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot);
  expect(attribute(linesOf(proseOf(doc)), decodeAttribution(attribution))).toEqual(
    attribute(linesOf(proseOf(doc)), attributionOf(updates)),
  );
  const [first, second, ...rest] = updates.slice(1);
  if (first === undefined || second === undefined) throw new Error('a log of two edits at least');
  const mixed = attributionOf([...updates.slice(0, 1), second, first, ...rest]);
  const who = (from: Attribution) => attribute(linesOf(proseOf(doc)), from).map(({ author, text }) => ({ author, text }));
  expect(who(mixed)).toEqual(who(attributionOf(updates)));
});
