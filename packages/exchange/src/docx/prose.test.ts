import type { ProseNode } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWord } from './index.ts';
import { bold, cell, filled, italic, item, link, node, numbered, paragraph, prose, text, underline } from './testing/filled.ts';
import { type OpenedParagraph, openWord, textOf } from './testing/opened-word.ts';

const round = { title: 'E-Government Survey 2022', country: 'Malaysia' };

/** The file with these blocks as the answer to question 1, and the part of its XML that holds them. */
async function answered(...blocks: ProseNode[]) {
  const word = openWord(await writeWord(msq2022, filled({ '1': { text: prose(...blocks) } }), round));
  const from = word.paragraphs.findIndex((it) => it.text.startsWith('1.\t'));
  const to = word.paragraphs.findIndex((it) => it.text.startsWith('2.\t'));
  const start = word.document.indexOf('1.</w:t>');
  return { ...word, answer: word.paragraphs.slice(from + 1, to), xml: word.document.slice(start, word.document.indexOf('>2.</w:t>')) };
}
function listOf({ xml }: OpenedParagraph) {
  const found = /<w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/.exec(xml);
  return found === null ? null : { level: Number(found[1]), list: Number(found[2]) };
}
function liveLinks(xml: string, targets: ReadonlyMap<string, string>) {
  return [...xml.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/gs)].map(([, id = '', runs = '']) => [
    targets.get(id),
    textOf(runs),
  ]);
}

test('bold, italic and underline stay, alone and together', async () => {
  const { xml } = await answered(paragraph('plain', text('all', bold, italic, underline), text('one', italic)));
  expect(xml).toMatch(/<w:r><w:t xml:space="preserve">plain<\/w:t><\/w:r>/);
  expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:rPr>).)*<w:i\/>(?:(?!<\/w:rPr>).)*<w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">all</);
  expect(xml).toMatch(/<w:rPr><w:i\/><w:iCs\/><\/w:rPr><w:t xml:space="preserve">one</);
});

test('a hard break and a line end in a text both break the line; a tab stays', async () => {
  const { answer } = await answered(paragraph('a', { type: 'hardBreak' }, 'b\nc\td'));
  expect(answer[0]?.text).toBe('a\nb\nc\td');
});

test('http, https and mailto links are live with their target character for character', async () => {
  const odd = 'https://utm.my/download/policies , codes/%2520a\\_b[1]|x;?a=1&b="2"#!/tab#two';
  const { xml, targets } = await answered(
    paragraph(text('odd', link(odd)), text(' ', link(odd)), text('bold', link(odd), bold), ' ', text('m', link('mailto:a@b.my'))),
  );
  expect(liveLinks(xml, targets)).toEqual([
    [odd, 'odd bold'],
    ['mailto:a@b.my', 'm'],
  ]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://a.my',
  '//a.my',
  'not an address',
  `https://a.my/${'x'.repeat(2100)}`,
])('the target %s is never live, its text stays', async (href) => {
  const { xml, targets, answer } = await answered(paragraph(text('shown', link(href))));
  expect(answer[0]?.text).toBe('shown');
  expect(liveLinks(xml, targets)).toEqual([]);
  expect([...targets.values()]).not.toContain(href);
});

test('each numbered list is an instance of its own with its start', async () => {
  const { answer, part } = await answered(
    numbered(1, item('one'), item('two')),
    paragraph('between'),
    numbered(1, item('again')),
    numbered(5, item('five')),
  );
  const lists = answer.map(listOf);
  expect(lists[0]).toEqual(lists[1]);
  expect(new Set([lists[0]?.list, lists[3]?.list, lists[4]?.list]).size).toBe(3);
  const numbering = part('word/numbering.xml');
  const startOf = (list: number | undefined) =>
    new RegExp(`<w:num w:numId="${list}"[^>]*>.*?<w:lvlOverride w:ilvl="0"><w:startOverride w:val="(\\d+)"`, 's').exec(numbering)?.[1];
  expect([startOf(lists[0]?.list), startOf(lists[3]?.list), startOf(lists[4]?.list)]).toEqual(['1', '1', '5']);
});

test('nested lists step in, and a paragraph of an item stands under its text', async () => {
  const inner = node('bulletList', item('dot'));
  const { answer } = await answered(numbered(1, item('one', paragraph('more'), inner)));
  expect(answer.map((it) => [it.text, listOf(it)?.level ?? null])).toEqual([
    ['one', 0],
    ['more', null],
    ['dot', 1],
  ]);
  const left = answer.map((it) => Number(/<w:ind [^>]*w:left="(\d+)"/.exec(it.xml)?.[1]));
  expect(left[1]).toBe(left[0]);
  expect(left[2]).toBeGreaterThan(left[1] ?? Number.NaN);
});

test('lists deeper than Word knows keep their text', async () => {
  const deep = Array.from({ length: 12 }).reduce<ProseNode>(
    (inside, _, level) => node('bulletList', item(`level ${level}`, inside)),
    paragraph('end'),
  );
  const { answer } = await answered(deep);
  expect(answer).toHaveLength(13);
  expect(Math.max(...answer.map((it) => listOf(it)?.level ?? 0))).toBe(8);
});

test('an item that opens with a table keeps its number', async () => {
  const table = node('table', node('tableRow', cell('tableCell', 'inside')));
  const { answer } = await answered(numbered(1, item(table)));
  expect(answer.map((it) => [it.text, listOf(it) !== null])).toEqual([
    ['', true],
    ['inside', false],
    ['', false],
  ]);
});

test('a quotation has the style Quote', async () => {
  const { answer } = await answered(node('blockquote', paragraph('Kerajaan'), paragraph('p. 36')), paragraph('after'));
  expect(answer.map((it) => it.style)).toEqual(['Quote', 'Quote', 'Answer']);
});

test('a table keeps joined cells, and its leading head rows repeat', async () => {
  const head = node('tableRow', cell('tableHeader', 'Package'), cell('tableHeader', 'Date'), cell('tableHeader', 'Value'));
  const first = node('tableRow', cell('tableCell', 'PRIHATIN', { rowspan: 2 }), cell('tableCell', 'March'), cell('tableCell', '250'));
  const second = node('tableRow', cell('tableCell', 'wide', { colspan: 2 }));
  const { xml } = await answered(node('table', head, first, second), node('table', second));
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
  expect(rows.slice(0, 3).map((it) => it.includes('<w:tblHeader/>'))).toEqual([true, false, false]);
  expect(rows[1]).toContain('<w:vMerge w:val="restart"/>');
  expect(rows[2]).toMatch(/<w:vMerge w:val="continue"\/>.*<w:gridSpan w:val="2"\/>/s);
  expect(xml).not.toMatch(/<\/w:tbl><w:tbl>|<\/w:tbl><\/w:tc>/);
});

test('rows of any shape come out as wide as the table, with every text in place', async () => {
  const span = fc.integer({ min: -1, max: 4 });
  const row = fc.array(fc.record({ colspan: span, rowspan: span }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (shape) => {
      const rows = shape.map((cells, y) => node('tableRow', ...cells.map((attrs, x) => cell('tableCell', `r${y}c${x}`, attrs))));
      const { xml } = await answered(node('table', ...rows));
      const widths = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([it]) =>
        [...it.matchAll(/<w:tc>.*?<\/w:tc>/gs)].reduce((sum, [tc]) => sum + Number(/<w:gridSpan w:val="(\d+)"/.exec(tc)?.[1] ?? 1), 0),
      );
      expect(new Set(widths)).toEqual(new Set([xml.match(/<w:gridCol /g)?.length]));
      for (const [y, cells] of shape.entries()) for (const x of cells.keys()) expect(xml).toContain(`>r${y}c${x}<`);
    }),
    { numRuns: 40 },
  );
});

test('characters that XML does not allow are dropped, all others stay', async () => {
  const { answer, document } = await answered(paragraph('a\u0000b\u0008c\uFFFEd\uD800e <&> "’" 中 😀'));
  expect(answer[0]?.text).toBe('abcde <&> "’" 中 😀');
  expect(document).toContain('&lt;&amp;&gt;');
});

test('a document without blocks prints one em space', async () => {
  const { answer } = await answered();
  expect(answer.map((it) => it.text)).toEqual(['\u2003']);
});
