import { isEmptyContent, type AnswerContent, type ProseNode } from '@chancery/domain';
import { canonicalJson } from '@chancery/record';
import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setChoice } from './choice.ts';
import { canonicalContent, contentDigest, contentOf } from './content.ts';
import { fragmentOf } from './place.ts';
import { proseSchema } from './schema.ts';
import {
  anyProse,
  choice,
  choiceField,
  exchange,
  grid,
  health,
  line,
  newDocument,
  no,
  other,
  paragraph,
  prose,
  question,
  text,
  yes,
} from './testing/cast.ts';
import { writeContent } from './write.ts';

function proseOf(given: unknown): ProseNode | null {
  const value = canonicalContent(question, { [text]: { kind: 'text', prose: given } }).fields[text];
  return value?.kind === 'text' ? value.prose : null;
}

function written(fields: AnswerContent['fields']): AnswerContent {
  const doc = newDocument();
  writeContent(doc, question, fields);
  return contentOf(doc, question);
}

/** All characters in order, however they are nested. */
function charactersOf(node: ProseNode): string {
  return `${node.text ?? ''}${(node.content ?? []).map(charactersOf).join('')}`;
}

test('a new document holds nothing', () => {
  expect(contentOf(newDocument(), question)).toEqual({ question: '35', fields: {} });
  expect(isEmptyContent(contentOf(new Y.Doc(), question))).toBe(true);
});

test('every kind of field comes back as it was written', () => {
  const fields: AnswerContent['fields'] = {
    [line]: { kind: 'line', text: 'Datuk  Dr. é' },
    [text]: { kind: 'text', prose: prose(paragraph('one'), paragraph(), paragraph('two')) },
    [choice]: { kind: 'choice', chosen: [no], remarks: { [no]: 'not yet', [other]: 'a plan' } },
    [grid]: { kind: 'grid', rows: { [health]: prose(paragraph('clinics')) } },
  };
  expect(written(fields)).toEqual({ question: '35', fields });
});

describe('whatever prose is given', () => {
  test('its canonical form conforms to the schema, has all its text, and is its own canonical form', () => {
    fc.assert(
      fc.property(anyProse, (given) => {
        const canonical = proseOf(given);
        if (canonical === null) return;
        Node.fromJSON(proseSchema, canonical).check();
        expect(charactersOf(canonical)).toBe(cleaned(charactersOf(given)));
        expect(canonicalJson(proseOf(canonical))).toBe(canonicalJson(canonical));
      }),
      { numRuns: 1000 },
    );
  });

  test('written into a document and read again it is the same, and from JSON as well', () => {
    fc.assert(
      fc.property(anyProse, (given) => {
        const content = canonicalContent(question, { [text]: { kind: 'text', prose: given } });
        expect(written(content.fields)).toEqual(content);
        expect(canonicalContent(question, JSON.parse(canonicalJson(content)).fields)).toEqual(content);
      }),
      { numRuns: 500 },
    );
  });
});

/** Without the control characters and non-characters that XML cannot carry. */
function cleaned(all: string): string {
  const isKept = (it: string): boolean => it === '\t' || it === '\n' || (it >= ' ' && it !== '\ufffe' && it !== '\uffff');
  return Array.from(all).filter(isKept).join('').toWellFormed();
}

test('a link that is not allowed loses the mark and keeps its words; an allowed address is kept character for character', () => {
  const link = (href: unknown): ProseNode => ({ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } as never }] });
  for (const href of ['javascript:alert(1)', 'java\tscript:x', 'data:text/html,x', '/relative', 'https://a\u0000b', 7, null]) {
    expect(proseOf(prose(paragraph(link(href))))).toEqual(prose(paragraph('here')));
  }
  for (const href of ['https://www.malaysia.gov.my/%7Ea/?q=a b&c=#ü', 'HTTP://X.my', 'mailto:a@b.my?subject=x']) {
    expect(proseOf(prose(paragraph(link(href))))).toEqual(prose(paragraph(link(href))));
  }
});

test('empty paragraphs at the end change nothing, those inside are kept, and nothing but blanks is nothing', () => {
  const list: ProseNode = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('item')] }] };
  expect(proseOf(prose(list, paragraph(), paragraph()))).toEqual(prose(list));
  expect(proseOf(prose(paragraph(), paragraph('a'), paragraph(), list))).toEqual(prose(paragraph(), paragraph('a'), paragraph(), list));
  expect(
    proseOf(prose(paragraph(), paragraph(' '), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] })),
  ).toBeNull();
});

test('text of unknown nodes is kept where it stood', () => {
  const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Title' }] };
  const mention = { type: 'mention', content: [{ type: 'text', text: '@moh' }] };
  expect(proseOf({ type: 'doc', content: [heading, paragraph('by ', mention, ' now')] })).toEqual(
    prose(paragraph('Title'), paragraph('by @moh now')),
  );
});

test('default attributes and widths of columns are left out, spans and starts kept', () => {
  const cell = { type: 'tableCell', attrs: { colspan: 2, rowspan: 1, colwidth: [80, 90] }, content: [paragraph('x')] };
  const given = {
    type: 'doc',
    content: [
      { type: 'orderedList', attrs: { start: 1, type: 'a' }, content: [{ type: 'listItem', content: [paragraph('i')] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    ],
  };
  expect(proseOf(given)?.content?.[0]).toEqual({ type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('i')] }] });
  expect(proseOf(given)?.content?.[1]?.content?.[0]?.content?.[0]?.attrs).toEqual({ colspan: 2 });
});

test('any JSON makes a content, and one whose digest can be taken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(line, text, choice, grid), fc.anything()), async (fields) => {
      expect(await contentDigest(canonicalContent(question, fields))).toMatch(/^[0-9a-f]{64}$/);
    }),
  );
  let deep: unknown = { type: 'text', text: 'far below' };
  for (let level = 0; level < 100_000; level += 1) deep = { type: level % 2 === 0 ? 'listItem' : 'bulletList', content: [deep] };
  const content = canonicalContent(question, { [text]: { kind: 'text', prose: deep } });
  expect(await contentDigest(content)).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(content)).toContain('far below');
  const value = content.fields[text];
  Node.fromJSON(proseSchema, value?.kind === 'text' ? value.prose : null).check();
  expect(written(content.fields)).toEqual(content);
});

describe('one content has one digest', () => {
  test('typed at once or letter by letter, bold before or after, with or without a detour', async () => {
    const wanted = prose(paragraph('All ', { type: 'text', text: 'ministries', marks: [{ type: 'bold' }, { type: 'italic' }] }));
    const atOnce = newDocument();
    writeContent(atOnce, question, { [text]: { kind: 'text', prose: wanted } });
    const typed = newDocument();
    const run = new Y.XmlText();
    paragraphOf(typed).insert(0, [run]);
    for (const [index, letter] of Array.from('All ministries').entries()) run.insert(index, letter);
    run.insert(4, 'few ');
    run.format(8, 10, { italic: {} });
    run.delete(4, 4);
    run.format(4, 5, { bold: {} });
    run.format(9, 5, { 'bold--aGFzaGhh': {} });
    run.format(0, 3, { underline: {} });
    run.format(0, 3, { underline: null });
    expect(contentOf(typed, question)).toEqual(contentOf(atOnce, question));
    expect(await contentDigest(contentOf(typed, question))).toBe(await contentDigest(contentOf(atOnce, question)));
  });

  test('two people who edit at the same time end with the same content, no matter who receives first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.string({ maxLength: 4 }), fc.boolean()), { maxLength: 20 }),
        async (edits) => {
          const a = newDocument();
          writeContent(a, question, { [text]: { kind: 'text', prose: prose(paragraph('Every ministry answers')) } });
          const b = new Y.Doc();
          exchange(a, b);
          for (const [isA, at, letters, isSynced] of edits) {
            const run = paragraphOf(isA ? a : b).get(0) as Y.XmlText;
            const index = at % (run.length + 1);
            if (letters === '') run.delete(index, Math.min(3, run.length - index));
            else run.insert(index, letters, at % 2 === 0 ? { bold: {} } : {});
            if (isSynced) exchange(a, b);
          }
          exchange(a, b);
          expect(await contentDigest(contentOf(a, question))).toBe(await contentDigest(contentOf(b, question)));
        },
      ),
    );
  });
});

test('two texts side by side in one paragraph are one text', () => {
  const doc = newDocument();
  paragraphOf(doc).insert(0, [new Y.XmlText('to'), new Y.XmlText('gether')]);
  expect(contentOf(doc, question).fields[text]).toEqual({ kind: 'text', prose: prose(paragraph('together')) });
});

test('writing fields leaves the others as they are', () => {
  const doc = newDocument();
  writeContent(doc, question, { [line]: { kind: 'line', text: 'kept' }, [text]: { kind: 'text', prose: prose(paragraph('old')) } });
  setChoice(doc, choiceField, yes, true);
  writeContent(doc, question, { [text]: { kind: 'text', prose: prose(paragraph('new')) } });
  expect(contentOf(doc, question).fields).toEqual({
    [line]: { kind: 'line', text: 'kept' },
    [text]: { kind: 'text', prose: prose(paragraph('new')) },
    [choice]: { kind: 'choice', chosen: [yes] },
  });
});

test('a hostile document is read: deep, of wrong types, with values where text should be', async () => {
  const doc = newDocument();
  const fragment = fragmentOf(doc, { field: text });
  let inner = new Y.XmlElement('blockquote');
  fragment.insert(0, [inner]);
  for (let level = 0; level < 3000; level += 1) {
    const next = new Y.XmlElement('blockquote');
    inner.insert(0, [next]);
    inner = next;
  }
  inner.insert(0, [new Y.XmlText('deep\ud800')]);
  const odd = new Y.XmlText();
  fragment.insert(0, [new Y.XmlHook('hook') as never, odd, new Y.XmlElement('__proto__')]);
  odd.insertEmbed(0, { image: 'x' });
  odd.insert(1, 'odd', { link: 'javascript:x', __proto__: { a: 1 }, bold: false });
  doc.getMap('choices').set(choice, { nested: true });
  doc.getMap('choices').set(`${choice}/${yes}`, 'true');
  const content = contentOf(doc, question);
  expect(Object.keys(content.fields)).toEqual([text]);
  expect(JSON.stringify(content)).toContain('deep');
  expect(await contentDigest(content)).toMatch(/^[0-9a-f]{64}$/);
});

function paragraphOf(doc: Y.Doc): Y.XmlElement {
  return fragmentOf(doc, { field: text }).get(0) as Y.XmlElement;
}
