// Where people write their answers in Word, and what of their text arrives.
import { asId, type FieldId, type ProseNode } from '@chancery/domain';
import { plainText } from '@chancery/answer-doc';
import { expect, test } from 'vitest';
import { li, linkTo, p, run, table } from './testing/built-word.ts';
import { around, printed, proseOf, readBody, textUnder, twelve } from './testing/read-body.ts';

const answerOf = async (body: string, question = '12') => {
  const { form } = await readBody(body);
  const value = form.answers.find((it) => it.content.question === question)?.content.fields[asId<FieldId>('text')];
  return value?.kind === 'text' ? plainText(value.prose) : '';
};
const rest = `${p(printed(13))}${p(printed(14))}`;

test.each([
  ['under its question', `${p(printed(12))}${p('It is being drafted.')}${rest}`],
  ['behind its question', `${p(`${printed(12)} It is being drafted.`)}${rest}`],
  ['behind a line end', `${p(`${run(printed(12))}<w:r><w:br/><w:t>It is being drafted.</w:t></w:r>`)}${rest}`],
  ['in the cell beside its question', table([printed(12), 'It is being drafted.'], [printed(13), ''], [printed(14), ''])],
  ['in the cell under its question', table([printed(12)], ['It is being drafted.'], [printed(13)], [''], [printed(14)], [''])],
  ['in the cell of its question', table([`${p(printed(12))}${p('It is being drafted.')}`], [printed(13)], [printed(14)])],
  [
    'in a third column, with the number in the first',
    table(...[12, 13, 14].map((it) => [`${it}.`, printed(it).replace(/^\d+\. /, ''), it === 12 ? 'It is being drafted.' : ''])),
  ],
  [
    'in a table of a table',
    table([table([printed(12), 'It is being drafted.'])], [table([printed(13), '']) + p('')], [table([printed(14), '']) + p('')]),
  ],
  ['in a content control', `${p(printed(12))}<w:sdt><w:sdtPr/><w:sdtContent>${p('It is being drafted.')}</w:sdtContent></w:sdt>${rest}`],
  [
    'in a content control of a cell',
    table(
      [printed(12), `<w:sdt><w:sdtPr/><w:sdtContent>${p('It is being drafted.')}</w:sdtContent></w:sdt>`],
      [printed(13), ''],
      [printed(14), ''],
    ),
  ],
  ['in a blank of a form', `${p(printed(12))}${p(blank('It is being drafted.'))}${rest}`],
  ['under a question with a number of Word', `${li(printed(12).replace(/^\d+\. /, ''), 3)}${p('It is being drafted.')}${rest}`],
  [
    'under a bold question in another style',
    `${p(run(printed(12), '<w:b/>'), '<w:pStyle w:val="Heading3"/>')}${p('It is being drafted.')}${rest}`,
  ],
])('an answer %s is found', async (_, body) => {
  expect(await answerOf(body)).toBe('It is being drafted.');
});

function blank(text: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

test.each([
  [
    'a content control that shows what to do',
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here to enter text.')}</w:sdtContent></w:sdt>`,
  ],
  [
    'one inside a paragraph',
    p(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here to enter text.')}</w:sdtContent></w:sdt>`),
  ],
  ['a blank of a form', p(blank('\u2002\u2002\u2002\u2002\u2002'))],
  [
    'a table of contents',
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('A. Framework 3')}</w:sdtContent></w:sdt>`,
  ],
])('%s is no answer', async (_, inside) => {
  expect(await answerOf(`${p(printed(12))}${inside}${rest}`)).toBe('');
});

test('the columns of a table headed by the options hold the ticks', async () => {
  const { form } = await readBody(table(['', 'Yes', 'No'], [printed(12), '', 'x'], [printed(13), 'x', ''], [printed(14), '', '']));
  const chosen = form.answers.map((it) => it.content.fields[asId<FieldId>('choice')]);
  expect(chosen).toEqual([{ kind: 'choice', chosen: ['no'] }, { kind: 'choice', chosen: ['yes'] }, undefined]);
});

test('the rows of a grid are read from their table, whatever stands in a cell', async () => {
  const { form } = await readBody(
    `${p(printed(2))}${table(['Service', 'Link'], ['E-services or similar', `${p('First.')}${li('one', 1)}${li('two', 1)}`], ['Public procurement', p(run('Second', '<w:b/>'))])}${rest}`,
  );
  const grid = form.answers[0]?.content.fields[asId<FieldId>('grid')];
  expect(grid).toEqual({
    kind: 'grid',
    rows: {
      'e-services-or-similar': doc(para('First.'), bullets(item('one'), item('two'))),
      'public-procurement': doc(para(text('Second', 'bold'))),
    },
  });
});

test('lines of the contact are read from a table', async () => {
  const { form } = await readBody(
    `${table(['COUNTRY NAME', 'Utopia'])}${p('Contact information')}${table(['Your name', 'Ada Lovelace'], ['Title', 'CIO'], ['Organization', 'Agency'], ['Email', 'ada@example.org'])}${p(printed(12))}${rest}`,
  );
  expect(form.answers[0]?.content.fields).toMatchObject({ name: { text: 'Ada Lovelace' }, email: { text: 'ada@example.org' } });
});

const text = (value: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const para = (...content: (string | ProseNode)[]): ProseNode => ({
  type: 'paragraph',
  content: content.map((it) => (typeof it === 'string' ? text(it) : it)),
});
const item = (first: string, ...more: ProseNode[]): ProseNode => ({ type: 'listItem', content: [para(first), ...more] });
const bullets = (...content: ProseNode[]): ProseNode => ({ type: 'bulletList', content });
const numbers = (start: number, ...content: ProseNode[]): ProseNode => ({
  type: 'orderedList',
  ...(start === 1 ? {} : { attrs: { start } }),
  content,
});
const doc = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content });
const link = (value: string, href: string): ProseNode => ({ type: 'text', text: value, marks: [{ type: 'link', attrs: { href } }] });

test('bold, italics and underline survive, from the run, its style and the style of the paragraph', async () => {
  const styles =
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Lead2"><w:name w:val="Lead2"/><w:basedOn w:val="Lead"/></w:style>';
  const inside =
    p(
      `${run('a')}${run('b', '<w:b/>')}${run('c', '<w:i w:val="1"/><w:u w:val="single"/>')}${run('d', '<w:rStyle w:val="Strong"/>')}${run('e', '<w:b w:val="0"/>')}`,
    ) + p(`${run('f')}${run('g', '<w:b w:val="false"/>')}${run('h', '<w:rStyle w:val="Strong"/>')}`, '<w:pStyle w:val="Lead2"/>');
  expect(await proseOf(inside, { styles })).toEqual([
    para('a', text('b', 'bold'), text('c', 'italic', 'underline'), text('d', 'bold'), 'e'),
    para(text('f', 'bold'), 'gh'),
  ]);
});

test('lists nest, and number from where they start', async () => {
  const inside = `${li('one', 2)}${li('a', 1, 1)}${li('b', 1, 1)}${li('two', 2)}${p('Between.')}${li('three', 2)}${li('seven', 3)}${li('letter', 4)}`;
  expect(await proseOf(inside)).toEqual([
    numbers(1, item('one', bullets(item('a'), item('b'))), item('two')),
    para('Between.'),
    numbers(3, item('three')),
    numbers(7, item('seven')),
    numbers(1, item('letter')),
  ]);
});

test('a paragraph that stands as far in as an item belongs to it', async () => {
  const inside = `${li('one', 2)}${p('More of one.', '<w:ind w:left="720"/>')}${li('two', 2)}${p('After.')}`;
  expect(await proseOf(inside)).toEqual([numbers(1, item('one', para('More of one.')), item('two')), para('After.')]);
});

test('hyperlinks survive by relationship and by field, with & and fragments; others keep their words', async () => {
  const odd = 'https://example.org/a?x=1&y=2%20z#part';
  const field = (instruction: string, shown: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK </w:instrText></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const inside =
    p(`<w:hyperlink r:id="L1">${run('one', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`) +
    p(`<w:hyperlink r:id="L2" w:anchor="there">${run('two')}</w:hyperlink>`) +
    p(field('"https://example.org/f?a=1&amp;b=2" \\l "top" \\o "tip"', 'three')) +
    p(`<w:fldSimple w:instr=' HYPERLINK "https://example.org/s" '>${run('four')}</w:fldSimple>`) +
    p(`<w:hyperlink r:id="L3">${run('five')}</w:hyperlink> <w:hyperlink w:anchor="here">${run('six')}</w:hyperlink>`) +
    p('See https://example.org/bare?q=1.');
  const relationships = linkTo('L1', odd) + linkTo('L2', 'https://example.org/p') + linkTo('L3', 'file:///etc/passwd');
  expect(await proseOf(inside, { relationships })).toEqual([
    para(link('one', odd)),
    para(link('two', 'https://example.org/p#there')),
    para(link('three', 'https://example.org/f?a=1&b=2#top')),
    para(link('four', 'https://example.org/s')),
    para('fivesix'),
    para('See ', link('https://example.org/bare?q=1', 'https://example.org/bare?q=1'), '.'),
  ]);
  const { leftOut } = await readBody(around(inside), { relationships });
  expect(leftOut).toEqual([{ what: 'link', count: 1, questions: ['1'] }]);
});

test("the look of a link is no underline: Word's style, Google's blue line", async () => {
  const styles =
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>';
  const inside = p(
    `<w:hyperlink r:id="L1">${run('a', '<w:rStyle w:val="Hyperlink"/>')}${run('b', '<w:color w:val="1155cc"/><w:u w:val="single"/>')}</w:hyperlink>`,
  );
  expect(await proseOf(inside, { styles, relationships: linkTo('L1', 'https://example.org') })).toEqual([
    para(link('ab', 'https://example.org')),
  ]);
});

test('raised and lowered figures never become other numbers', async () => {
  const raised = '<w:vertAlign w:val="superscript"/>';
  const inside = p(
    `${run('10')}${run('6', raised)}${run(' m')}${run('2', raised)}${run(', 10')}${run('-3', raised)}${run(', H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O, 2')}${run('nd', raised)}`,
  );
  expect(await textUnder(inside)).toBe('10⁶ m², 10⁻³, H₂O, 2nd');
});

test('figures that LibreOffice raises by a distance are raised', async () => {
  expect(await textUnder(p(`${run('10')}${run('6', '<w:position w:val="8"/><w:sz w:val="13"/>')}`))).toBe('10⁶');
});

test('breaks, blanks and hyphens survive', async () => {
  const inside = p(
    `<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r>${run('\u00a0four ')}<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t><w:tab/><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>`,
  );
  expect(await textUnder(inside)).toBe('one\ntwo\nthree\u00a0four co\u00adoperate\te\u2011mail');
});

test('signs of symbol fonts are the characters that they show', async () => {
  const inside = p(
    `<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run(' 5 ')}${run('\uf061', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}${run(' \uf0b7 ')}`,
  );
  expect(await textUnder(inside)).toBe('≥ 5 α • ');
});

test('the text of merged cells arrives once, with how far they reach', async () => {
  const merged = (properties: string, content: string) => `<w:tcPr>${properties}</w:tcPr>${p(content)}`;
  const inside = table(
    [merged('<w:gridSpan w:val="2"/>', 'wide'), 'end'],
    [merged('<w:vMerge w:val="restart"/>', 'tall'), 'b', 'c'],
    [merged('<w:vMerge/>', 'under'), 'e', 'f'],
  );
  const [made] = await proseOf(inside);
  expect(
    made?.content?.map((row) => row.content?.map((cell) => [plainText({ type: 'doc', content: cell.content ?? [] }), cell.attrs])),
  ).toEqual([
    [
      ['wide', { colspan: 2 }],
      ['end', undefined],
    ],
    [
      ['tall\nunder', { rowspan: 2 }],
      ['b', undefined],
      ['c', undefined],
    ],
    [
      ['e', undefined],
      ['f', undefined],
    ],
  ]);
});

test('a table in an answer stays a table, with its head', async () => {
  const inside = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${p('Year')}</w:tc><w:tc>${p('Users')}</w:tc></w:tr><w:tr><w:tc>${p('2021')}</w:tc><w:tc>${p('5 million')}</w:tc></w:tr></w:tbl>`;
  const cell = (type: string, value: string) => ({ type, content: [para(value)] });
  expect(await proseOf(inside)).toEqual([
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Year'), cell('tableHeader', 'Users')] },
        { type: 'tableRow', content: [cell('tableCell', '2021'), cell('tableCell', '5 million')] },
      ],
    },
  ]);
});

test('one alternative is read, never both', async () => {
  const alternatives = (requires: string) =>
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="${requires}"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    );
  expect(await textUnder(alternatives('w14'))).toBe('new');
  expect(await textUnder(alternatives('wps w14'))).toBe('new');
  expect(await textUnder(alternatives('z'), { namespaces: 'xmlns:z="urn:unheard-of"' })).toBe('old');
});

test('what wraps text is passed through', async () => {
  const inside = p(
    `<w:smartTag>${run('a')}</w:smartTag><w:customXml>${run('b')}</w:customXml><w:bdo w:val="rtl">${run('c')}</w:bdo><w:fldSimple w:instr=" REF x ">${run('d')}</w:fldSimple><w:sdt><w:sdtContent>${run('e')}</w:sdtContent></w:sdt><w:r><w:ruby><w:rt>${run('no')}</w:rt><w:rubyBase>${run('f')}</w:rubyBase></w:ruby></w:r>`,
  );
  expect(await textUnder(inside)).toBe('abcdef');
});

test('a question that is not of this form ends the answer before it', async () => {
  expect((await twelve(p('Ours.'))).text).toBe('Ours.');
});
