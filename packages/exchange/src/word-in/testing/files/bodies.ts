// Bodies that are large, deep, or say what no program says.
import { around, printed } from '../read-body.ts';
import { buildWord, li, lists, p, run, table } from '../built-word.ts';
import { type Expected, type Sample, sample } from './sample.ts';

const form = (inside: string, styles = '', numbering = lists) => buildWord({ body: around(inside), styles, numbering });
const nestedTables = (depth: number): string => (depth === 0 ? p('deep') : `${table([nestedTables(depth - 1)])}${p('')}`);
const cell = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${p('x')}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const by = 'w:id="1" w:author="A"';
const style = (id: string, more: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
const many = (count: number, made: (index: number) => string) => Array.from({ length: count }, (_, index) => made(index)).join('');

const bodies: readonly (readonly [string, Expected, () => Uint8Array])[] = [
  [
    'a table of 200 rows and 60 columns',
    'read',
    () => form(table(...Array.from({ length: 200 }, () => Array.from({ length: 60 }, () => 'x')))),
  ],
  ['a table of 8,000 rows', 'read', () => form(table(...Array.from({ length: 8_000 }, (_, index) => [`${index}`, 'x'])))],
  ['a table of 2,000 columns', 'read', () => form(table(Array.from({ length: 2_000 }, () => 'x')))],
  ['tables in tables, 12 deep', 'read', () => form(nestedTables(12))],
  ['tables in tables, 60 deep', 'read', () => form(nestedTables(60))],
  ['tables in tables, 500 deep', 'too-complex', () => form(nestedTables(500))],
  ['a table without cells', 'read', () => form('<w:tbl><w:tr/></w:tbl>')],
  ['a table without rows', 'read', () => form('<w:tbl/>')],
  ['a cell without a paragraph', 'read', () => form('<w:tbl><w:tr><w:tc/></w:tr></w:tbl>')],
  ['a cell over a billion columns', 'read', () => form(`<w:tbl>${row(cell('<w:gridSpan w:val="1000000000"/>'))}</w:tbl>`)],
  [
    'a cell over no column',
    'read',
    () => form(`<w:tbl>${row(cell('<w:gridSpan w:val="-3"/>'), cell('<w:gridSpan w:val="abc"/>'))}</w:tbl>`),
  ],
  ['a merged cell that goes on from nothing', 'read', () => form(`<w:tbl>${row(cell('<w:vMerge/>'))}</w:tbl>`)],
  [
    'merged cells of unequal width',
    'read',
    () => form(`<w:tbl>${row(cell('<w:vMerge w:val="restart"/>'))}${row(cell('<w:gridSpan w:val="2"/><w:vMerge/>'))}</w:tbl>`),
  ],
  [
    'a merged cell of 5,000 rows',
    'read',
    () => form(`<w:tbl>${row(cell('<w:vMerge w:val="restart"/>'))}${many(5_000, () => row(cell('<w:vMerge/>')))}</w:tbl>`),
  ],
  [
    'rows that begin after a billion columns',
    'read',
    () => form(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>${cell('')}</w:tr></w:tbl>`),
  ],
  ['a list 200 levels deep', 'read', () => form(many(200, (index) => li('x', 1, index)))],
  ['a list that is not there', 'read', () => form(li('x', 999))],
  ['a list at a level that is none', 'read', () => form(li('x', 1, -5))],
  ['a list of 10,000 items', 'read', () => form(many(10_000, () => li('x', 2)))],
  ['2,000 lists of one item', 'read', () => form(many(2_000, (index) => li('x', (index % 3) + 1)))],
  [
    'a list that begins at two billion',
    'read',
    () => form(li('x', 1), '', lists.replaceAll('w:start w:val="1"', 'w:start w:val="2147483647"')),
  ],
  [
    'a list counted in Roman from a million',
    'read',
    () => form(li('x', 2), '', lists.replaceAll('decimal', 'upperRoman').replaceAll('w:start w:val="1"', 'w:start w:val="1000000"')),
  ],
  [
    'a list in letters from a million',
    'read',
    () => form(li('x', 4), '', lists.replaceAll('w:start w:val="1"', 'w:start w:val="1000000"')),
  ],
  ['a style that stands on itself', 'read', () => form(p('x', '<w:pStyle w:val="A"/>'), style('A', '<w:basedOn w:val="A"/>'))],
  [
    'styles that stand on each other',
    'read',
    () => form(p('x', '<w:pStyle w:val="A"/>'), style('A', '<w:basedOn w:val="B"/>') + style('B', '<w:basedOn w:val="A"/>')),
  ],
  [
    '20,000 styles',
    'read',
    () =>
      form(
        p('x', '<w:pStyle w:val="S9"/>'),
        many(20_000, (index) => style(`S${index}`, `<w:basedOn w:val="S${index + 1}"/>`)),
      ),
  ],
  [
    'a style called constructor',
    'read',
    () => form(p('x', '<w:pStyle w:val="__proto__"/>'), style('__proto__', '') + style('constructor', '')),
  ],
  [
    'content controls in each other',
    'read',
    () => form(`${'<w:sdt><w:sdtContent>'.repeat(100)}${p('x')}${'</w:sdtContent></w:sdt>'.repeat(100)}`),
  ],
  [
    'alternatives in each other',
    'read',
    () => form(`${'<mc:AlternateContent><mc:Fallback>'.repeat(100)}${p('x')}${'</mc:Fallback></mc:AlternateContent>'.repeat(100)}`),
  ],
  ['an alternative without any', 'read', () => form('<mc:AlternateContent/>')],
  ['a field that never ends', 'read', () => form(p(field('begin')) + p('x'))],
  ['a field that ends before it begins', 'read', () => form(p(field('end') + field('separate') + run('x')))],
  ['2,000 fields in each other', 'read', () => form(p(`${field('begin').repeat(2_000)}${run('x')}${field('end').repeat(2_000)}`))],
  ['5,000 hyperlinks', 'read', () => form(p(many(5_000, (index) => `<w:hyperlink r:id="no${index}">${run('x')}</w:hyperlink>`)))],
  [
    'a hyperlink field of 1 MB',
    'read',
    () =>
      form(
        p(
          `${field('begin')}<w:r><w:instrText> HYPERLINK "${'\\'.repeat(1_000_000)}</w:instrText></w:r>${field('separate')}${run('x')}${field('end')}`,
        ),
      ),
  ],
  [
    'a change in a change',
    'read',
    () => form(p(`<w:ins ${by}><w:del ${by}>${run('x')}</w:del></w:ins><w:moveTo ${by}><w:ins ${by}>${run('y')}</w:ins></w:moveTo>`)),
  ],
  ['nothing but deleted ends of paragraphs', 'not-a-questionnaire', () => form(many(3_000, () => p('x', `<w:rPr><w:del ${by}/></w:rPr>`)))],
  ['50,000 empty paragraphs', 'read', () => form('<w:p/>'.repeat(50_000))],
  ['a paragraph of 30,000 runs', 'read', () => form(p(many(30_000, (index) => run('x ', index % 2 === 0 ? '<w:b/>' : ''))))],
  ['a word of 3 MB', 'read', () => form(p('a'.repeat(3_000_000)))],
  ['a paragraph of 3 MB of words', 'read', () => form(p('word '.repeat(600_000)))],
  ['a paragraph of 1 MB of brackets', 'read', () => form(p('['.repeat(1_000_000)))],
  ['a paragraph of 200 kB of stars', 'read', () => form(p('*a '.repeat(70_000)))],
  ['a question 3,000 times', 'read', () => form(p(printed(12)).repeat(3_000))],
  ['5,000 lines of ticks', 'read', () => form(p('☐ Yes ☒ No').repeat(5_000))],
  ['a line of 20,000 ticks', 'read', () => form(p('☐ Yes ☒ No '.repeat(20_000)))],
  ['10,000 lines that say Yes', 'read', () => form(p('Yes').repeat(10_000))],
  ['30,000 lines', 'too-complex', () => form(p('x').repeat(30_000))],
  [
    'a sign beyond all characters',
    'read',
    () => form(p('<w:r><w:sym w:font="Nobody" w:char="FFFFFFFF"/><w:sym w:font="Symbol" w:char="zz"/><w:sym/></w:r>')),
  ],
  ['private characters', 'read', () => form(p('\ue000\uf0ff\uf8ff'))],
  ['words in many scripts', 'read', () => form(p('العربية עברית 漢字 ไทย हिन्दी 😀 e\u0301 \u202etxet'))],
  [
    'a page break in every place',
    'read',
    () => form(`${p('<w:r><w:br w:type="page"/></w:r>')}${p(`${run('a')}<w:r><w:br w:type="page"/><w:t>b</w:t></w:r>`)}`),
  ],
  [
    'indents of a billion',
    'read',
    () => form(p('x', '<w:ind w:left="1000000000"/>') + p('y', '<w:ind w:left="-1000000000"/>') + p('z', '<w:ind w:left="abc"/>')),
  ],
  ['unknown elements everywhere', 'read', () => form('<w:unheard><w:p><w:of><w:r><w:t>x</w:t><w:thing/></w:r></w:of></w:p></w:unheard>')],
  [
    'a form laid out in one table, deep',
    'read',
    () =>
      buildWord({
        body: `${'<w:tbl><w:tr><w:tc>'.repeat(20)}${around(p('x'))}${`${p('')}</w:tc></w:tr></w:tbl>`.repeat(20)}`,
        numbering: lists,
      }),
  ],
];

export const oddBodies: readonly Sample[] = bodies.map(([name, expected, bytes]) => sample(`a body with ${name}`, expected, bytes));
