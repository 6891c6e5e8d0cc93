// What the exported Markdown looks like to a person.
import { canonicalContent } from '@chancery/answer-doc';
import { type AnswerContent, asId, findQuestion, type QuestionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../../index.ts';
import { readFilledForm } from '../../read-filled-form.ts';
import { readProse } from '../read-prose.ts';
import { writeProse } from './write-prose.ts';

const round = { title: 'A round', country: 'Country' };

function contents(...answers: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): ReadonlyMap<QuestionId, AnswerContent> {
  return new Map(
    answers.map(([id, fields]) => {
      const question = findQuestion(msq2022, asId(id));
      if (question === undefined) throw new Error(`no question ${id}`);
      return [question.id, canonicalContent(question, fields)];
    }),
  );
}

/** The lines of the export under the question with that heading, without markers and blank lines. */
function under(markdown: string, heading: string): readonly string[] {
  const lines = markdown.split('\n').filter((line) => line.replace(/<!--.*?-->/g, '').trim() !== '');
  const from = lines.findIndex((line) => line.startsWith(`### ${heading}`));
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('#'));
  return lines.slice(from, from + 1 + length);
}

test('a question is printed with its number, star, ticks and prompt', () => {
  const filled = contents([
    '13',
    { choice: { kind: 'choice', chosen: ['no'] }, text: { kind: 'text', prose: readProse('**Soon:** see <https://example.org/a_b>') } },
  ]);
  expect(under(writeMarkdown(msq2022, filled, round), '13.')).toEqual([
    '### 13. Is there any legislation, law or regulation on digital signature? \\*',
    '☐ Yes   ☒ No',
    'If yes, please provide link and detail.',
    '**Soon:** see <https://example.org/a_b>',
  ]);
});

test('options with remarks stand one to a line, and a choice to confirm says so', () => {
  const filled = contents(['20', { choice: { kind: 'choice', chosen: [], remarks: { 'five-year': 'public sector' }, toConfirm: true } }]);
  expect(under(writeMarkdown(msq2022, filled, round), '20.').slice(1)).toEqual([
    '- ☐ Two-year',
    '- ☐ Three-year',
    '- ☐ Five-year (public sector)',
    '- ☐ Ten-year',
    '- ☐ Other \\_\\_\\_\\_\\_',
    'To be confirmed.',
  ]);
});

test('a grid is a pipe table, or a head for each row where a cell holds blocks', () => {
  const simple = contents(['2', { grid: { kind: 'grid', rows: { others: readProse('a | b<br>c') } } }]);
  expect(under(writeMarkdown(msq2022, simple, round), '2.').at(-1)).toBe('| Others (if any) | a \\| b<br>c |');
  const rich = contents(['2', { grid: { kind: 'grid', rows: { others: readProse('- one\n- two') } } }]);
  expect(under(writeMarkdown(msq2022, rich, round), '2.').slice(-3)).toEqual(['**Others (if any)**', '- one', '- two']);
});

test('a person may tick, answer and correct the exported file', () => {
  const filled = contents(['13', { text: { kind: 'text', prose: readProse('Old words.') } }]);
  const corrected = writeMarkdown(msq2022, filled, round)
    .replace(/(13\. [\s\S]*?)☐ Yes/, '$1☒ Yes')
    .replace('Old words.', 'New *words*.');
  const read = readFilledForm(new TextEncoder().encode(corrected), msq2022);
  expect(read.ok && read.form.answers.find((it) => it.content.question === '13')?.content).toEqual(
    contents(['13', { choice: { kind: 'choice', chosen: ['yes'] }, text: { kind: 'text', prose: readProse('New *words*.') } }]).get(
      asId('13'),
    ),
  );
});

test('words that a person adds between the questions are reported, not lost', () => {
  const added = writeMarkdown(msq2022, new Map(), round).replace('## B. COVID-19', 'A stray remark.\n\n## B. COVID-19');
  const read = readFilledForm(new TextEncoder().encode(added), msq2022);
  expect(read.ok && read.form.unrecognised.map((it) => it.text)).toEqual(['A stray remark.']);
});

test('an export under another id of the questionnaire is read by its wording', () => {
  const filled = contents(
    ['respondent', { name: { kind: 'line', text: 'A. Name' } }],
    ['44', { text: { kind: 'text', prose: readProse('Nothing more.') } }],
  );
  const renamed = { ...msq2022, id: 'msq-2022-revised' };
  const read = readFilledForm(new TextEncoder().encode(writeMarkdown(msq2022, filled, round)), renamed);
  const found = new Map(read.ok ? read.form.answers.map((it) => [it.content.question, it.content]) : []);
  for (const [id, content] of filled) expect(found.get(id)).toEqual(content);
});

test.each([
  ['Plain **bold**, *italic* and <u>underlined</u> words.'],
  ['1. one\n   - nested\n   - more\n2. two'],
  ['> quoted  \n> on two lines'],
  ['| a | b |\n| --- | --- |\n| c | d |'],
  ['[a text](https://example.org) and <https://example.org/?a=1&b=2>'],
])('%j is written as it was read', (markdown) => {
  expect(writeProse(readProse(markdown))).toBe(markdown);
});

test('a content of no question of the form is a bug', () => {
  const stray = new Map([[asId<QuestionId>('99'), { question: asId<QuestionId>('99'), fields: {} }]]);
  expect(() => writeMarkdown(msq2022, stray, round)).toThrow(/99/);
});
