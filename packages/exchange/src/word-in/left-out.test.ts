// What of a Word file is no text of an answer: named with how many and where, and tracked changes with their final text.
import { expect, test } from 'vitest';
import { p, run, table } from './testing/built-word.ts';
import { around, printed, readBody, textUnder } from './testing/read-body.ts';

const by = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"';
const ins = (inside: string) => `<w:ins ${by}>${inside}</w:ins>`;
const del = (text: string) => `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;

test.each([
  ['words put in and taken out', p(`${run('Our ')}${del('old ')}${ins(run('new '))}${run('law.')}`), 'Our new law.', 2],
  [
    'words that were moved',
    `${p(`${run('A')}<w:moveFrom ${by}>${run(' gone')}</w:moveFrom>`)}${p(`<w:moveTo ${by}>${run('moved ')}</w:moveTo>${run('B')}`)}`,
    'A\nmoved B',
    2,
  ],
  ['a paragraph that was joined to the next', `${p(run('First '), `<w:rPr><w:del ${by}/></w:rPr>`)}${p('second.')}`, 'First second.', 1],
  ['a paragraph that was taken out', `${p(del('All of it'), `<w:rPr><w:del ${by}/></w:rPr>`)}${p('Stays.')}`, 'Stays.', 2],
  [
    'a row put in and one taken out',
    table(['a', 'b']).replace(
      '</w:tbl>',
      `<w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${p('gone')}</w:tc><w:tc>${p('gone')}</w:tc></w:tr><w:tr><w:trPr><w:ins ${by}/></w:trPr><w:tc>${p('c')}</w:tc><w:tc>${p('d')}</w:tc></w:tr></w:tbl>`,
    ),
    'a\tb\nc\td',
    2,
  ],
  [
    'a look that was changed',
    p(`<w:r><w:rPr><w:rPrChange ${by}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Same.</w:t></w:r>`),
    'Same.',
    0,
  ],
])('of %s the final text is read', async (_, inside, text, count) => {
  expect(await textUnder(inside)).toBe(text);
  const { leftOut } = await readBody(around(inside));
  expect(leftOut).toEqual(count === 0 ? [] : [{ what: 'tracked-change', count, questions: ['1'] }]);
});

const textBox = `<w:txbxContent>${p('in the box')}</w:txbxContent>`;
test.each([
  ['comment', p(`${run('A')}<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`)],
  ['footnote', p(`${run('A')}<w:r><w:footnoteReference w:id="2"/></w:r>`)],
  ['endnote', p(`${run('A')}<w:r><w:endnoteReference w:id="2"/></w:r>`)],
  [
    'text-box',
    p(
      `${run('A')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${textBox}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${textBox}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  ],
  ['picture', p(`${run('A')}<w:r><w:drawing><pic:pic/></w:drawing></w:r>`)],
  ['picture', p(`${run('A')}<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>`)],
  ['chart', p(`${run('A')}<w:r><w:drawing><c:chart/></w:drawing></w:r>`)],
  ['equation', p(`${run('A')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`)],
  ['embedded-object', p(`${run('A')}<w:r><w:object/></w:r>`)],
  ['inserted-file', `${p('A')}<w:altChunk r:id="x"/>`],
  ['hidden-text', p(`${run('A')}${run('secret', '<w:vanish/>')}`)],
  ['hidden-text', p(`${run('A')}${run('secret', '<w:rStyle w:val="Hidden"/>')}`)],
])('a %s is named and left out', async (what, inside) => {
  const parts = { styles: '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>' };
  expect(await textUnder(inside, parts)).toBe('A');
  const { leftOut } = await readBody(around(inside), parts);
  expect(leftOut).toEqual([{ what, count: 1, questions: ['1'] }]);
});

test('each is counted, at the questions where it stands', async () => {
  const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>';
  const body = `${p(picture)}${p(printed(12))}${p(picture)}${table([p(picture)])}${p(printed(13))}${p(printed(14))}${p(picture)}`;
  const { leftOut } = await readBody(body);
  expect(leftOut).toEqual([{ what: 'picture', count: 4, questions: ['12', '14'] }]);
});

test('heads and feet of the pages are named where they say something', async () => {
  const margin = (text: string) => `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(text)}</w:hdr>`;
  const relationships = ['header1', 'footer1']
    .map(
      (it) =>
        `<Relationship Id="${it}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${it.slice(0, -1)}" Target="${it}.xml"/>`,
    )
    .join('');
  const { leftOut } = await readBody(around(p('A')), {
    relationships,
    more: { 'word/header1.xml': margin('Ministry of Health'), 'word/footer1.xml': margin('12') },
  });
  expect(leftOut).toEqual([{ what: 'page-margin', count: 1, questions: [] }]);
});
