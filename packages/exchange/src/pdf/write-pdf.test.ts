import { readFileSync } from 'node:fs';
import { plainText } from '@chancery/answer-doc';
import { type AnswerContent, type OptionId, type ProseNode, questionsOf, type RowId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { bold, cell, filled, italic, item, link, node, numbered, paragraph, prose, text, underline } from '../docx/testing/filled.ts';
import { readFilledForm } from '../read-filled-form.ts';
import { writePdf } from './index.ts';
import { elementsOf, openPdf, type ReadElement } from './testing/opened-pdf.ts';

const round = { title: 'Survey <2022> & more: Malaysia', country: 'Malaysia' };
const seed = new Uint8Array(readFileSync(new URL('../../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url)));

async function written(answers: Parameters<typeof filled>[0] = {}) {
  return openPdf(await writePdf(msq2022, filled(answers), round));
}

/** Spaces and line ends are the paper's. */
function words(value: string): string {
  return value.replaceAll(/\s+/g, '');
}

function demo(): ReadonlyMap<AnswerContent['question'], AnswerContent> {
  const outcome = readFilledForm(seed, msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return new Map(outcome.form.answers.map((it) => [it.content.question, it.content]));
}

/** Every text of a content, in the order in which its question prints it. */
function textsOf(content: AnswerContent): readonly string[] {
  const question = questionsOf(msq2022).find((it) => it.id === content.question);
  return (question?.fields ?? []).flatMap((field) => {
    const value = content.fields[field.id];
    if (value === undefined) return [];
    if (value.kind === 'line') return [value.text];
    if (value.kind === 'text') return [plainText(value.prose)];
    if (value.kind === 'grid' && field.kind === 'grid')
      return field.rows.flatMap((row) => (value.rows[row.id] ? [plainText(value.rows[row.id]!)] : []));
    if (value.kind === 'choice' && (field.kind === 'choice' || field.kind === 'choices'))
      return field.options.flatMap((option) => value.remarks?.[option.id] ?? []);
    return [];
  });
}

test('the file says what it is: PDF/UA-1, tagged, its title, country and language', async () => {
  const pdf = await written();
  expect(pdf.raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(pdf.raw).toMatch(/\/Marked true/);
  expect(pdf.raw).toMatch(/\/DisplayDocTitle true/);
  expect(pdf.raw).toContain('<rdf:li xml:lang="x-default">Survey &lt;2022&gt; &amp; more: Malaysia</rdf:li>');
  expect({ title: pdf.title, language: pdf.language }).toEqual({ title: round.title, language: 'en' });
  // Every page is read in the order of its structure.
  expect(pdf.raw.match(/\/Tabs \/S/g)).toHaveLength(pdf.pages.length);
});

test('equal arguments give equal bytes', async () => {
  expect(await writePdf(msq2022, new Map(), round)).toEqual(await writePdf(msq2022, new Map(), round));
});

test('every word of every answer of the demo stands in the structure, in printed order; page heads and numbers stand beside it', async () => {
  const contents = demo();
  const pdf = await openPdf(await writePdf(msq2022, contents, round));
  const all = words(pdf.pages.map((it) => it.text).join(''));
  let at = 0;
  for (const question of questionsOf(msq2022)) {
    const asked = all.indexOf(words(question.text), at);
    expect(asked, `question ${question.id}`).toBeGreaterThanOrEqual(at);
    if (question.number !== null) at = asked;
    const content = contents.get(question.id);
    for (const printed of content === undefined ? [] : textsOf(content)) {
      // Marks of lists stand between the words of the answer: each line is looked for by itself.
      for (const line of printed.split('\n').map(words)) {
        const found = all.indexOf(line, at);
        expect(found, `${question.id}: ${line.slice(0, 60)}`).toBeGreaterThanOrEqual(at);
        at = found + line.length;
      }
    }
  }
  pdf.beside.forEach((it, index) => expect(words(it)).toBe(words(`${round.title}Page ${index + 1} of ${pdf.pages.length}`)));
}, 60_000);

test('headings begin with one of the first level and leave none out; sections and questions are bookmarks', async () => {
  const pdf = await written();
  const levels = elementsOf(pdf.pages, /^H\d$/).map((it) => Number(it.role.slice(1)));
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1));
  expect(levels.filter((it) => it === 1)).toHaveLength(1);
  const sections = msq2022.sections.filter((it) => it.heading !== null);
  const titles = pdf.bookmarks.map((it) => it.title);
  for (const { heading } of sections) expect(titles).toContain(heading);
  const under = pdf.bookmarks.flatMap((it) => it.under);
  for (const question of questionsOf(msq2022))
    if (question.number !== null) expect(under.some((it) => it.startsWith(`${question.number}. `))).toBe(true);
});

test('lists, quotes and tables are what they are, with heads and joined cells', async () => {
  const table = node(
    'table',
    node('tableRow', cell('tableHeader', 'Year'), cell('tableHeader', 'Users', { colspan: 2 })),
    node('tableRow', cell('tableCell', '2021', { rowspan: 2 }), cell('tableCell', 'men'), cell('tableCell', '12')),
    node('tableRow', cell('tableCell', 'women'), cell('tableCell', '13')),
  );
  const nested = node('listItem', paragraph('outer'), node('bulletList', item('inner')));
  const pdf = await written({
    '1': { text: prose(node('bulletList', nested), numbered(3, item('third')), node('blockquote', paragraph('said')), table) },
  });
  const [first, inner, ordered] = elementsOf(pdf.pages, /^L$/).filter((it) => /outer|inner|third/.test(it.text));
  expect(first?.children.map((it) => it.role)).toEqual(['LI']);
  expect(words(inner?.text ?? '')).toBe('–inner');
  expect(words(ordered?.text ?? '')).toBe('3.third');
  expect(elementsOf(pdf.pages, /^BlockQuote$/).map((it) => it.text.trim())).toEqual(['said']);
  const read = elementsOf(pdf.pages, /^Table$/).find((it) => it.text.includes('women'));
  const shape = (it: ReadElement | undefined) =>
    it?.children.map((row) => row.children.map((inside) => `${inside.role} ${inside.text.trim()}`));
  expect(shape(read)).toEqual([
    ['TH Year', 'TH Users'],
    ['TD 2021', 'TD men', 'TD 12'],
    ['TD women', 'TD 13'],
  ]);
  expect(pdf.raw).toMatch(/\/O \/Table\s*\/Scope \/Column\s*\/ColSpan 2/);
  expect(pdf.raw).toMatch(/\/O \/Table\s*\/RowSpan 2/);
});

test('links keep their words and say where they lead; other schemes are plain text', async () => {
  const pdf = await written({
    '1': {
      text: prose(
        paragraph(
          text('the portal', bold, link('https://a.my/?a=1&b=(2)#part')),
          text(' and '),
          text('a trap', link('javascript:alert(1)')),
        ),
      ),
    },
  });
  expect(pdf.links).toContain('https://a.my/?a=1&b=(2)#part');
  expect(pdf.links.filter((it) => it.includes('alert'))).toEqual([]);
  const [found] = elementsOf(pdf.pages, /^Link$/).filter((it) => it.text.includes('portal'));
  expect(found?.text.trim()).toBe('the portal');
});

test('a tick says in words what its box shows', async () => {
  const question = questionsOf(msq2022).find((it) => it.fields.some((field) => field.kind === 'choice' && field.options.length > 1))!;
  const field = question.fields.find((it) => it.kind === 'choice')!;
  if (field.kind !== 'choice') throw new Error('no choice');
  const chosen: OptionId[] = [field.options[1]!.id];
  const pdf = await written({ [question.id]: { [field.id]: { kind: 'choice', chosen } } });
  const ticked = elementsOf(pdf.pages, /^LI$/).filter((it) => it.children.some((inner) => inner.alt === 'Ticked'));
  expect(ticked.map((it) => it.text.trim())).toEqual([`☒ ${field.options[1]!.label}`]);
});

test.for([
  ['Cyrillic', 'Министерство цифрового развития'],
  ['Greek', 'Υπουργείο Ψηφιακής Διακυβέρνησης'],
  ['Vietnamese', 'Bộ Thông tin và Truyền thông'],
  ['Chinese', '中华人民共和国国家互联网信息办公室负责数字政府'],
])('%s letters are in the file and come out as they went in', async ([, words]) => {
  const pdf = await written({ '1': { text: prose(paragraph(text(words!), text(words!, bold), text(words!, italic, underline))) } });
  expect(
    pdf.pages
      .map((it) => it.text)
      .join('')
      .replaceAll(/\s/g, ''),
  ).toContain(words!.repeat(3).replaceAll(/\s/g, ''));
});

test('Arabic is drawn from the right, and the file says its words in the order of reading', async () => {
  const arabic = 'وزارة الاتصالات (2022) تقدم e-services للمواطنين';
  const pdf = await written({ '1': { text: prose(paragraph(arabic)) } });
  const [found] = elementsOf(pdf.pages, /^P$/).filter((it) => it.text.includes('e-services'));
  for (const word of ['2022', 'e-services']) expect(found?.text).toContain(word);
  // Noto draws a letter's dots apart from it: only these words say which letter it is.
  expect(pdf.actualTexts.map((it) => it.trim()).filter((it) => it !== '')).toEqual(['وزارة', 'الاتصالات', '(', ')', 'تقدم', 'للمواطنين']);
});

const hostile: readonly (readonly [string, ProseNode])[] = [
  ['control characters and halves of characters', paragraph('a\u0000b\u0007c\ud800d\udc00e\u001ff\ufffeg\u000bh\u2028i\tj')],
  ['marks of direction without end', paragraph(`${'\u202e\u2067\u200f'.repeat(200)}abc${'\u202c'.repeat(100)}`)],
  ['characters that no letter of ours has', paragraph('Fly 🛩️ and 👨‍👩‍👧‍👦 ᚠᛇᚻ 𓀀 \u{10ffff}\u{e000}')],
  ['marks upon marks', paragraph(`e${'\u0301'.repeat(500)}x`)],
  ['a word without end', paragraph('x'.repeat(20_000))],
  [
    'a list twelve deep',
    Array.from({ length: 12 }).reduce<ProseNode>(
      (inner) => node('bulletList', node('listItem', paragraph('in'), inner)),
      node('bulletList', item('last')),
    ),
  ],
  [
    'a table in a table in a table',
    node(
      'table',
      node('tableRow', {
        type: 'tableCell',
        content: [
          node('table', node('tableRow', { type: 'tableCell', content: [node('table', node('tableRow', cell('tableCell', 'deep')))] })),
        ],
      }),
    ),
  ],
  [
    'a table of sixty columns',
    node('table', node('tableRow', ...Array.from({ length: 60 }, (_, index) => cell('tableCell', `column ${index}`)))),
  ],
  [
    'empty tables and lists',
    node(
      'doc',
      node('table'),
      node('bulletList'),
      node('blockquote'),
      node('table', node('tableRow')),
      node('orderedList', node('listItem')),
    ),
  ],
  ['a list that begins far out', numbered(1e9, item('x'))],
];

test.for(hostile)('%s are written, and the words after them too', async ([, block]) => {
  const pdf = await written({ '1': { text: prose(block, paragraph('AFTERWARDS')) } });
  expect(pdf.pages.map((it) => it.text).join('')).toContain('AFTERWARDS');
});

test('a character that no letter has stands there by its number', async () => {
  const pdf = await written({ '1': { text: prose(paragraph('rune ᚠ.')) } });
  expect(pdf.pages.map((it) => it.text).join('')).toContain('rune [U+16A0].');
  expect(pdf.actualTexts).toEqual(['ᚠ']);
});

test('a long answer in a row of the grid goes on over pages, and none of it is lost', async () => {
  const question = questionsOf(msq2022).find((it) => it.fields.some((field) => field.kind === 'grid'))!;
  const grid = question.fields.find((it) => it.kind === 'grid')!;
  if (grid.kind !== 'grid') throw new Error('no grid');
  const lines = Array.from({ length: 200 }, (_, index) => `line-${index};`);
  const rows = { [grid.rows[0]!.id]: node('doc', ...lines.map((it) => paragraph(it))) } as Record<RowId, ProseNode>;
  const pdf = await written({ [question.id]: { [grid.id]: { kind: 'grid', rows } } });
  expect(words(pdf.pages.map((it) => it.text).join(''))).toContain(lines.join(''));
});

test('cancelling rejects with an AbortError', async () => {
  await expect(writePdf(msq2022, new Map(), round, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});
