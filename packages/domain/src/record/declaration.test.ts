import { expect, test } from 'vitest';
import { acceptanceWords, approvalWords, clearanceWords, noAnswerWords, reasonWords, sentWords } from './declaration.ts';
import { choiceField, question, respondentQuestion, yes } from '../testing/cast.ts';

test('words that are agreed to name the question and the agency', () => {
  expect(clearanceWords(question, 'Ministry of Health')).toBe('Ministry of Health stands behind this exact text of question 35.');
  expect(acceptanceWords(question, 'MAMPU')).toContain('accepts this exact text of question 35');
  expect(noAnswerWords(question, 'MAMPU')).toContain('leaves question 35 without an answer');
});

test('the approval names who signs, the round, and every tick as printed', () => {
  const content = { question: respondentQuestion.id, fields: { [choiceField]: { kind: 'choice', chosen: [yes] } } } as const;
  const words = approvalWords({
    round: 'MSQ 2022',
    country: 'Malaysia',
    name: 'Ana',
    title: 'Director',
    statements: [{ question: respondentQuestion, content }],
  });
  expect(words.split('\n')).toEqual([
    'I, Ana, Director, approve the answers of Malaysia in "MSQ 2022" exactly as shown.',
    'Does the Government provide measures? ☒ Yes',
  ]);
});

test('a reason is said in words, with what the coordinator wrote', () => {
  expect(reasonWords('incomplete', ' ')).toBe('something is missing');
  expect(reasonWords('outdated', 'The law was changed in 2021.')).toBe('something in it is out of date (The law was changed in 2021.)');
  expect(reasonWords('other', ' The figures are of 2019. ')).toBe('The figures are of 2019.');
});

test('the sending names the day, the addressee and the channel, and what was added', () => {
  const sending = { on: '2026-06-01', channel: 'portal', addressee: 'UN DESA', note: ' Receipt 14/2. ' } as const;
  expect(sentWords(sending)).toBe('The form was sent to UN DESA through a portal on 2026-06-01. Receipt 14/2.');
  expect(sentWords({ ...sending, channel: 'other', note: '' })).toBe('The form was sent to UN DESA on 2026-06-01.');
});
