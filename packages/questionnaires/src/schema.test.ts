import { expect, test } from 'vitest';
import { msq2022, parseQuestionnaire } from './index.ts';

type Draft = ReturnType<typeof draft>;

function draft() {
  return {
    id: 'tiny',
    version: 1,
    title: 'A tiny questionnaire',
    issuer: [] as string[],
    introduction: [] as string[],
    closing: [] as string[],
    sections: [{ id: 's', heading: null, note: null, questions: [question('1', 1), question('2', 2)] }],
  };
}

function question(id: string, number: number) {
  const base = { label: null, hint: null, isRequired: false };
  const options = [
    { id: 'yes', label: 'Yes', text: 'none' },
    { id: 'no', label: 'No', text: 'none' },
  ];
  return {
    id,
    number,
    subheading: null,
    text: 'Is it so?',
    note: null,
    isRequired: false,
    answeredBy: 'agencies',
    fields: [
      { ...base, kind: 'choice', id: 'choice', expectedWhen: null, options },
      { ...base, kind: 'text', id: 'text', expectedWhen: { field: 'choice', option: 'yes' } },
    ],
  };
}

test('a definition is read as it is', () => {
  expect(parseQuestionnaire(draft())).toEqual(draft());
  expect(parseQuestionnaire(JSON.parse(JSON.stringify(msq2022)))).toEqual(msq2022);
});

const faults: readonly (readonly [string, (it: Draft) => unknown, RegExp])[] = [
  ['a question id used twice', (it) => Object.assign(it.sections[0]!.questions[1]!, { id: '1' }), /question 1 is there twice/],
  ['a question number used twice', (it) => Object.assign(it.sections[0]!.questions[1]!, { number: 1 }), /question number 1 is there twice/],
  ['a section id used twice', (it) => it.sections.push({ ...it.sections[0]!, questions: [question('3', 3)] }), /section s is there twice/],
  ['a field id used twice', (it) => Object.assign(it.sections[0]!.questions[0]!.fields[1]!, { id: 'choice' }), /choice is there twice/],
  ['a condition on a field that does not exist', (it) => condition(it, 'nothing', 'yes'), /which does not exist/],
  ['a condition on an option that does not exist', (it) => condition(it, 'choice', 'perhaps'), /which does not exist/],
  ['a member the product does not know', (it) => Object.assign(it, { colour: 'blue' }), /colour/],
  ['an id that cannot stand in an address', (it) => Object.assign(it, { id: 'a b' }), /lower-case/],
  ['a questionnaire without sections', (it) => Object.assign(it, { sections: [] }), /sections/],
];

function condition(it: Draft, field: string, option: string): void {
  Object.assign(it.sections[0]!.questions[0]!.fields[1]!, { expectedWhen: { field, option } });
}

test.each(faults)('%s is refused', (_, spoil, message) => {
  const spoilt = draft();
  spoil(spoilt);
  expect(() => parseQuestionnaire(spoilt)).toThrow(message);
});
