// Forms as people write them: with ticks of many makes, other stars, other lines, other text around.
import { plainText } from '@chancery/answer-doc';
import { asId, type FieldId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { readFilledForm } from '../read-filled-form.ts';

function read(text: string) {
  const outcome = readFilledForm(new TextEncoder().encode(text), msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.form;
}

const digitalIdentity = '12. Is there any legislation, law or regulation on digital identity?';
const portals = '2. Please provide links (Links) for portals providing specific services/features';
const others =
  '13. Is there any legislation, law or regulation on digital signature?\n\n14. Is there any legislation, law or regulation on e-procurement?';

/** The fields of question 12 when these lines stand under it. */
function twelve(lines: string) {
  const form = read(`${digitalIdentity}\n\n${lines}\n\n${others}`);
  const found = form.answers.find((it) => it.content.question === '12');
  const fields = found?.content.fields ?? {};
  const text = fields[asId<FieldId>('text')];
  return { choice: fields[asId<FieldId>('choice')], text: text?.kind === 'text' ? plainText(text.prose) : '', notes: found?.notes ?? [] };
}

const no = { kind: 'choice', chosen: ['no'] };

test.each([
  ['☐ Yes ☒ No', no],
  ['[ ] Yes [x] No', no],
  ['[] Yes   [X] No', no],
  ['- [ ] Yes\n- [x] No', no],
  ['Yes ☐ No ☑', no],
  ['☐ Yes ☐ No', undefined],
])('the ticks of %j are read', (lines, choice) => {
  expect(twelve(`${lines}\n\nIf yes, please provide link and detail.\n\nIt is being drafted.`)).toEqual({
    choice,
    text: 'It is being drafted.',
    notes: [],
  });
});

test.each(['Yes No', 'Yes / No', '**Yes** No', 'Yes ✓ No', '☒ Yes ☒ No', ''])('%j decides nothing', (lines) => {
  const { choice, notes } = twelve(`${lines}\n\nIf yes, please provide link and detail.\n\nIt is being drafted.`);
  expect(choice).toEqual({ kind: 'choice', chosen: [], toConfirm: true });
  expect(notes).toEqual([
    { code: lines.includes('☒ Yes ☒') ? 'several-ticks' : 'confirm-choice', field: 'choice', text: 'It is being drafted.' },
  ]);
});

test('an answer that begins with the word of an option is prose', () => {
  expect(twelve('☒ Yes ☐ No\n\nYes, since 2019.')).toMatchObject({ choice: { chosen: ['yes'] }, text: 'Yes, since 2019.' });
});

test('prose that stands before its prompt is kept, and the prompt is not', () => {
  expect(twelve('Yes No\n\nFirst words.\n\nIf yes, please provide link and detail.\n\nLast words.').text.split('\n')).toEqual([
    'First words.',
    'Last words.',
  ]);
});

test('an answer on the line of its question or of its prompt is found', () => {
  const form = read(
    `1. What is the official e-government portal at the national level? If more than one exists, please list all.* www.example.org\n\n${others}`,
  );
  expect(plainText(form.answers[0]?.content ?? { question: asId('1'), fields: {} })).toBe('www.example.org');
});

test('stars, case, line breaks and signs of the wording do not matter', () => {
  const form = read(
    `### *12)* IS THERE ANY LEGISLATION,\nlaw or regulation -- on "digital identity" * ?\n☒ Yes ☐ No\n\n| 13. Is there any legislation, law or regulation on digital signature * |\n\n14 Is there any legislation, law or regulation on e‑procurement`,
  );
  expect(form.answers.map((it) => it.content.question)).toEqual(['12', '13', '14']);
});

test.each(['No.', 'Yes', 'NO'])('%j alone is what somebody wrote: it stays, and the choice is to be confirmed', (word) => {
  const { choice, text } = twelve(word);
  expect({ choice, text }).toEqual({ choice: { kind: 'choice', chosen: [], toConfirm: true }, text: word });
});

test('a question that is printed a second time ends an answer, and what follows it is named', () => {
  const form = read(`${portals}\n\n${digitalIdentity}\n\nSee also\n\n${portals}\n\nabove.\n\n${others}`);
  expect(form.answers.map((it) => it.content.question)).toEqual(['2', '12', '13', '14']);
  expect(plainText(form.answers[1]?.content ?? { question: asId('1'), fields: {} })).toBe('See also');
  expect(form.unrecognised).toEqual([{ fromLine: 7, text: `${portals}\nabove.` }]);
});

test('a table of contents before the form is not the form', () => {
  const form = read(`${digitalIdentity}\n${others}\n\n${digitalIdentity}\n\n☒ Yes ☐ No\n\n${others}`);
  expect(form.answers[0]?.content.fields).toEqual({ choice: { kind: 'choice', chosen: ['yes'] } });
});

test('text that belongs to no question is reported with its line', () => {
  const form = read(`Dear colleagues,\nplease find our answer.\n\n${digitalIdentity}\n\n${others}`);
  expect(form.unrecognised).toEqual([{ fromLine: 1, text: 'Dear colleagues,\nplease find our answer.' }]);
  expect(form.missing).toHaveLength(44);
});

test('several options with remarks, an other text and unticked ones are read', () => {
  const asked = '20. How long is the period/cycle of the national e-government strategy or equivalent? *';
  const form = read(`${others}\n\n${asked}\n\n☐ Two-year\n☒ Five-year (public sector)\n☒ Ten-year\n☒ Other: rolling _plans_`);
  expect(form.answers.at(-1)?.content.fields).toEqual({
    choice: {
      kind: 'choice',
      chosen: ['five-year', 'ten-year', 'other'],
      remarks: { 'five-year': 'public sector', other: 'rolling _plans_' },
    },
  });
});

test('a sound pipe table fills the grid', () => {
  const form = read(
    `${portals}\n\n| Service | Link |\n|---|---|\n| Open government data | **data** <br> <http://data.example.org> |\n| Public procurement | a \\| b |\n\n${others}`,
  );
  const grid = form.answers[0]?.content.fields[asId<FieldId>('grid')];
  expect(grid?.kind === 'grid' ? Object.entries(grid.rows).map(([row, prose]) => [row, plainText(prose)]) : []).toEqual([
    ['open-government-data', 'data\nhttp://data.example.org'],
    ['public-procurement', 'a | b'],
  ]);
  expect(form.unrecognised).toEqual([{ fromLine: 3, text: '| Service | Link |' }]);
});
