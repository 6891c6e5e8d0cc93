import { type Anchor, asId, type FieldId } from '@chancery/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchorBetween, createAnchor, endsOfAnchor, isAnchor, resolveAnchor } from './anchor.ts';
import { fragmentOf } from '../place.ts';
import { exchange, line, newDocument, paragraph, prose, question, text } from '../testing/cast.ts';
import { writeContent } from '../write.ts';

const place = { field: text };
const before = 'The health clinics ';
const passage = 'record every visit';
const after = ' in one register.';

/** A document of one paragraph, the passage in the middle of it anchored. */
function anchored(): { readonly doc: Y.Doc; readonly anchor: Anchor; readonly run: Y.XmlText } {
  const doc = newDocument();
  writeContent(doc, question, { [text]: { kind: 'text', prose: prose(paragraph(before + passage + after)) } });
  const anchor = createAnchor(doc, place, before.length, before.length + passage.length);
  if (anchor === null) throw new Error('there is text');
  return { doc, anchor, run: runOf(doc) };
}

function paragraphOf(doc: Y.Doc, index = 0): Y.XmlElement {
  return fragmentOf(doc, place).get(index) as Y.XmlElement;
}

function runOf(doc: Y.Doc): Y.XmlText {
  return paragraphOf(doc).get(0) as Y.XmlText;
}

function wordsAt(doc: Y.Doc, anchor: Anchor): string | null {
  const found = resolveAnchor(doc, anchor);
  return found.state === 'present' ? found.text : null;
}

test('an anchor is plain JSON that says its words', () => {
  const { doc, anchor } = anchored();
  expect(anchor.quote).toBe(passage);
  expect(isAnchor(JSON.parse(JSON.stringify(anchor)))).toBe(true);
  expect(resolveAnchor(doc, JSON.parse(JSON.stringify(anchor)) as Anchor)).toEqual({
    state: 'present',
    from: before.length,
    to: before.length + passage.length,
    text: passage,
  });
});

test('what is typed at an edge stays outside, what is typed inside belongs to the passage', () => {
  const { doc, anchor, run } = anchored();
  run.insert(before.length, 'now ');
  run.insert(before.length + 4 + passage.length, ' made');
  expect(wordsAt(doc, anchor)).toBe(passage);
  run.insert(before.length + 4 + 'record'.length, ' nearly');
  expect(wordsAt(doc, anchor)).toBe('record nearly every visit');
});

test('a passage that loses its first and last words is what is left of it', () => {
  const { doc, anchor, run } = anchored();
  run.delete(before.length + 'record every'.length, ' visit'.length + 4);
  run.delete(before.length - 3, 'record '.length + 3);
  expect(wordsAt(doc, anchor)).toBe('every');
});

test('a passage that is deleted keeps its words', () => {
  const { doc, anchor, run } = anchored();
  run.delete(before.length, passage.length);
  run.insert(before.length, 'are open');
  expect(resolveAnchor(doc, anchor)).toEqual({ state: 'deleted', quote: passage });
  expect(endsOfAnchor(doc, anchor)).toBeNull();
  fragmentOf(doc, place).delete(0, 1);
  expect(resolveAnchor(doc, anchor)).toEqual({ state: 'deleted', quote: passage });
});

test('a passage over two paragraphs is what is left when one of them goes', () => {
  const doc = newDocument();
  writeContent(doc, question, {
    [text]: { kind: 'text', prose: prose(paragraph('first line'), paragraph('second line'), paragraph('third')) },
  });
  const anchor = createAnchor(doc, place, 'first '.length, 'first linesecond'.length);
  expect(anchor?.quote).toBe('line\nsecond');
  const copy = new Y.Doc();
  exchange(doc, copy);
  fragmentOf(doc, place).delete(0, 1);
  fragmentOf(copy, place).delete(1, 1);
  expect(wordsAt(doc, anchor!)).toBe('second');
  expect(wordsAt(copy, anchor!)).toBe('line');
});

test.each([
  ['before the passage', 4, passage],
  ['inside the passage', before.length + 'record '.length, 'record \nevery visit'],
])('when a paragraph is split %s, the editor writes its tail again, and the passage is found by its words', (_, at, words) => {
  const { doc, anchor, run } = anchored();
  const tail = run.toString().slice(at);
  run.delete(at, tail.length);
  const next = new Y.XmlElement('paragraph');
  fragmentOf(doc, place).insert(1, [next]);
  next.insert(0, [new Y.XmlText(tail)]);
  expect(wordsAt(doc, anchor)).toBe(words);
});

test('a short word is followed by its surroundings, and not to the same word elsewhere', () => {
  const sentences = 'In 2019 the register opened. Visits of 2019 are counted.';
  for (const isMoved of [true, false]) {
    const doc = newDocument();
    writeContent(doc, question, { [text]: { kind: 'text', prose: prose(paragraph(sentences)) } });
    const at = sentences.lastIndexOf('2019');
    const anchor = createAnchor(doc, place, at, at + 4);
    runOf(doc).delete(at - 3, sentences.length - at + 3);
    if (isMoved) {
      const next = new Y.XmlElement('paragraph');
      fragmentOf(doc, place).insert(1, [next]);
      next.insert(0, [new Y.XmlText(sentences.slice(at - 3))]);
    }
    const found = resolveAnchor(doc, anchor!);
    expect(found).toEqual(isMoved ? { state: 'present', from: at, to: at + 4, text: '2019' } : { state: 'deleted', quote: '2019' });
  }
});

test('the words alone are not followed where they stand twice', () => {
  const { doc, anchor, run } = anchored();
  run.delete(before.length, passage.length);
  run.insert(0, `${passage}, ${passage}. `);
  expect(resolveAnchor(doc, anchor).state).toBe('deleted');
});

test('the selection of an editor, which holds to what is left of each end, becomes an anchor whose edges hold', () => {
  const { doc, run } = anchored();
  const [from, to] = [before.length, before.length + passage.length];
  const ends = { start: Y.createRelativePositionFromTypeIndex(run, from, -1), end: Y.createRelativePositionFromTypeIndex(run, to, 0) };
  const anchor = anchorBetween(doc, place, ends);
  run.insert(to, '!');
  run.insert(from, '¡');
  expect(wordsAt(doc, anchor!)).toBe(passage);
  const found = endsOfAnchor(doc, anchor!);
  expect(Y.createAbsolutePositionFromRelativePosition(found!.start, doc)).toMatchObject({ index: from + 1 });
  const whole = {
    start: Y.createRelativePositionFromTypeIndex(paragraphOf(doc), 0, -1),
    end: Y.createRelativePositionFromTypeIndex(fragmentOf(doc, place), 1),
  };
  expect(anchorBetween(doc, place, whole)?.quote).toBe(`${before}¡${passage}!${after}`);
});

test('there is no anchor without text', () => {
  const { doc } = anchored();
  expect(createAnchor(doc, place, 3, 3)).toBeNull();
  expect(createAnchor(doc, place, 5, 3)).toBeNull();
  expect(createAnchor(doc, place, 0, 10_000)).toBeNull();
  expect(createAnchor(doc, { field: line }, 0, 1)).toBeNull();
});

test('an anchor of another place or document, or one made up, is a deleted passage and never an error', () => {
  const { doc, anchor } = anchored();
  const foreign = anchored().anchor;
  expect(resolveAnchor(doc, { ...foreign, quote: 'words that stand nowhere' }).state).toBe('deleted');
  expect(resolveAnchor(doc, { ...anchor, place: { field: line } }).state).toBe('deleted');
  expect(resolveAnchor(doc, { ...anchor, place: { field: asId<FieldId>('nowhere') } }).state).toBe('deleted');
  const madeUp = fc
    .tuple(fc.uint8Array({ maxLength: 40 }), fc.base64String({ maxLength: 20 }))
    .map(([bytes, context]) => `${btoa(String.fromCharCode(...bytes))}.${context}`);
  fc.assert(
    fc.property(madeUp, madeUp, (start, end) => {
      expect(['present', 'deleted']).toContain(resolveAnchor(doc, { ...anchor, start, end }).state);
    }),
  );
});

test('what is no anchor is told apart', () => {
  const { anchor } = anchored();
  const rootPosition = btoa(String.fromCharCode(...Y.encodeRelativePosition(new Y.RelativePosition(null, 'any-root', null))));
  const wrong = [
    null,
    'x',
    {},
    { ...anchor, quote: '' },
    { ...anchor, quote: 'x'.repeat(2001) },
    { ...anchor, start: '***' },
    { ...anchor, end: rootPosition },
    { ...anchor, start: 'A'.repeat(4000) },
    { ...anchor, place: {} },
    { ...anchor, place: { field: 'a', row: 'b', option: 'c' } },
  ];
  for (const value of wrong) expect(isAnchor(value)).toBe(false);
});

test('through any edits of two people at once both see the same passage, made of its own characters and what was typed inside', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ isA: fc.boolean(), at: fc.nat(), remove: fc.nat(6), isSynced: fc.boolean() }), { maxLength: 25 }),
      (edits) => {
        const { doc: a, anchor } = anchored();
        const b = new Y.Doc();
        exchange(a, b);
        const inside = new Set<string>(passage);
        for (const { isA, at, remove, isSynced } of edits) {
          const run = runOf(isA ? a : b);
          const index = at % (run.length + 1);
          if (remove > 0) run.delete(index, Math.min(remove, run.length - index));
          else run.insert(index, '#');
          if (isSynced) exchange(a, b);
        }
        exchange(a, b);
        expect(resolveAnchor(a, anchor)).toEqual(resolveAnchor(b, anchor));
        const words = wordsAt(a, anchor);
        if (words === null) return;
        expect(Array.from(words).every((it) => it === '#' || inside.has(it))).toBe(true);
        expect(words.startsWith('#') && words.endsWith('#') && words.replaceAll('#', '') === passage).toBe(false);
        expect(isSubsequence(words.replaceAll('#', ''), passage)).toBe(true);
      },
    ),
    { seed: 20220301, numRuns: 500 },
  );
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at += 1;
  return at === part.length;
}
