// What people type in plain text and what mail programs make of it: every sign arrives as it was typed.
import { plainText } from '@chancery/answer-doc';
import { asId, type FieldId } from '@chancery/domain';
import { questionsOf } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { readFilledForm } from '../read-filled-form.ts';

const printed = (number: number) => `${number}. ${questionsOf(msq2022).find((it) => it.number === number)?.text}`;

function read(text: string) {
  const outcome = readFilledForm(new TextEncoder().encode(text), msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.form;
}

/** The prose of question 7 when this stands under it. */
function seven(answer: string) {
  const form = read([printed(7), answer, printed(8), printed(9)].join('\n\n'));
  const value = form.answers[0]?.content.fields[asId<FieldId>('text')];
  return value?.kind === 'text' ? value.prose : null;
}

test.each([
  '# of staff: 12',
  '*starred* and **not bold',
  'a_b_c and __init__',
  '[square] (round) [text](not a link)',
  '<none> & <b',
  'C:\\temp\\new',
  '`code` ~~no~~ ~ 5',
  '> 5 offices',
  '+ 5 %',
  '* provisional figures',
  '1986. A year',
  'AT&amp;T &copy; &',
  '12 | 13 | 14',
  '=== a ===',
  '-5 degrees',
  'No.',
  '_____',
  '!important ![image]',
])('%j arrives as it was typed', (typed) => {
  const prose = seven(`Before.\n\n${typed}\n\nAfter.`);
  const texts = plainText(prose ?? { type: 'doc' }).split('\n');
  const isNumbered = /^\d+\. /.test(typed);
  expect(texts).toEqual(['Before.', isNumbered ? typed.replace(/^\d+\. /, '') : typed, 'After.']);
  expect(JSON.stringify(prose)).not.toContain('"marks"');
});

test('an address keeps its signs and is a hyperlink', () => {
  const url = 'https://example.org/a_b_c/*x*?y=[1]&z=~q';
  expect(JSON.stringify(seven(`See ${url} please.`))).toContain(
    JSON.stringify({ type: 'text', text: url, marks: [{ type: 'link', attrs: { href: url } }] }),
  );
});

test('numbers of a list stay those that were typed', () => {
  const lists = seven('5. x\n7. y\n8. z')?.content ?? [];
  expect(lists.map((it) => [it.attrs?.['start'], it.content?.length])).toEqual([
    [5, 1],
    [7, 2],
  ]);
});

test('lines wrapped by a mail program are the paragraphs that were typed', () => {
  const paragraphs = [
    'The establishment of the office strengthens the commitment in ensuring the successful coordination and the integration of all development activities in the public sector of the country.',
    'Officers at the agency level act as the driving force in the planning, implementing and monitoring of programmes in order to facilitate transactions between stakeholders and agencies.',
    'This initiative aims to implement a trusted digital identification for individual verification in obtaining services from multiple service providers and to ensure that online transactions are performed securely.',
  ];
  const wrapped = (sign: string) => (text: string) =>
    text
      .split(' ')
      .reduce<string[]>((lines, word) => {
        const last = lines.at(-1) ?? '';
        return last !== '' && `${last} ${word}`.length <= 72 ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
      }, [])
      .map((line) => `${sign}${line}`)
      .join('\n');
  const form = (sign: string) =>
    [printed(7), ...paragraphs, '- an item', printed(8), printed(9)].map(wrapped(sign)).join(`\n${sign.trim()}\n`);
  for (const sign of ['', '> ', '> > ']) {
    const answer = read(form(sign)).answers[0];
    expect(plainText(answer?.content ?? { question: asId('7'), fields: {} }).split('\n')).toEqual([...paragraphs, 'an item']);
  }
});

test('short lines that nobody wrapped stay lines', () => {
  const address = 'Ministry of Health\nComplex E, Precinct 1\nFederal Government Administrative Centre\n62590 Putrajaya';
  expect(plainText(seven(address) ?? { type: 'doc' })).toBe(address);
});

test('a quoted mail with answers between the quotes is read', () => {
  const form = read(
    `On Monday the ministry wrote:\n> ${printed(7)}\n>\n> ... \n\nOur answer.\n\n> ${printed(8)}\n\n> a quotation\n\n> ${printed(9)}`,
  );
  const texts = form.answers.map((it) => plainText(it.content));
  expect(texts[0]).toContain('Our answer.');
  expect(texts[0]).not.toContain('>');
});

const drawn = `+----------------------------+---------------------------------+
| E-services or similar      | https://one.example.org/a_b     |
|                            | https://two.example.org         |
+----------------------------+---------------------------------+
| Open government            | The national open data portal   |
| data                       | and its catalogue               |
+----------------------------+---------------------------------+`;

test.each([
  ['drawn with plus signs', drawn],
  [
    'drawn with box signs',
    drawn
      .replaceAll('|', '│')
      .replaceAll('-', '─')
      .replace(/\+/g, '┼')
      .replace(/─government/g, '-government')
      .replace(/E─services/g, 'E-services')
      .replace(/^┼/gm, '├'),
  ],
  ['quoted by a mail program', drawn.replace(/^/gm, '> ')],
])('a grid %s is read, each cell over its lines', (_, table) => {
  const quote = table.startsWith('>') ? '> ' : '';
  const form = read(`${quote}${printed(2)}\n\n${table}\n\n${quote}${printed(8)}\n\n${quote}${printed(9)}`);
  const grid = form.answers[0]?.content.fields[asId<FieldId>('grid')];
  expect(grid?.kind === 'grid' ? Object.entries(grid.rows).map(([row, prose]) => [row, plainText(prose)]) : grid).toEqual([
    ['e-services-or-similar', 'https://one.example.org/a_b\nhttps://two.example.org'],
    ['open-government-data', 'The national open data portal and its catalogue'],
  ]);
});

test('in a table a row without a head goes on, and one with another head is named', () => {
  const table = '| Public procurement | one |\n|  | two |\n| Something else | three |\n| Open government data | four |';
  const form = read([printed(2), table, printed(8), printed(9)].join('\n\n'));
  const grid = form.answers[0]?.content.fields[asId<FieldId>('grid')];
  expect(grid?.kind === 'grid' ? Object.values(grid.rows).map((it) => plainText(it as never)) : grid).toEqual(['four', 'one\ntwo']);
  expect(form.unrecognised.map((it) => it.text)).toEqual(['| Something else | three |']);
});

test('a table drawn inside an answer is a table', () => {
  const prose = seven('+------+-------+\n| Year | Count |\n+------+-------+\n| 2020 | 5     |\n+------+-------+');
  expect(prose?.content?.map((it) => it.type)).toEqual(['table']);
  expect(plainText(prose ?? { type: 'doc' })).toBe('Year\tCount\n2020\t5');
});
