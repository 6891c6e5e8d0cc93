import { readFileSync } from 'node:fs';
import { questionsOf } from '@chancery/domain';
import { expect, test } from 'vitest';
import { msq2022 } from './index.ts';

// A form filled by Malaysia: its printed wording is the reference.
const printed = readFileSync(new URL('../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url), 'utf8');

/** Wording alone: without stars, Markdown's signs, blanks to fill and the kind of white space. */
function wording(text: string): string {
  return text
    .replace(/[*<>_|■]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const lines = printed.split('\n').map(wording);
const questions = questionsOf(msq2022);
const numbered = questions.filter((it) => it.number !== null);

test('the form has 44 numbered questions in order and three without a number', () => {
  expect(numbered.map((it) => it.number)).toEqual(Array.from({ length: 44 }, (_, place) => place + 1));
  expect(numbered.map((it) => it.id)).toEqual(Array.from({ length: 44 }, (_, place) => String(place + 1)));
  expect(questions.filter((it) => it.number === null).map((it) => it.id)).toEqual(['respondent', 'authority', 'consent']);
});

test('fifteen of the numbered questions are required', () => {
  expect(numbered.filter((it) => it.isRequired).map((it) => it.number)).toEqual([1, 3, 4, 5, 6, 13, 19, 20, 33, 34, 35, 37, 41, 42, 43]);
});

test('a star is printed with exactly the required questions', () => {
  const starred = printed
    .split('\n')
    .filter((line) => /^\d+\. .*\*\??\s*$/.test(line) && numbered.some((it) => wording(line) === `${it.number}. ${it.text}`));
  expect(starred.map((line) => Number.parseInt(line, 10))).toEqual(numbered.filter((it) => it.isRequired).map((it) => it.number));
});

test.each(numbered.map((it) => [it.number, it.text]))('question %s is worded as printed', (number, text) => {
  expect(lines).toContain(`${number}. ${wording(String(text))}`);
});

test('title, issuer, introduction, headings, notes and closing are lines of the printed form', () => {
  const { title, issuer, introduction, sections, closing } = msq2022;
  const headings = sections.flatMap((it) => [
    it.heading,
    it.note,
    ...it.questions.flatMap((question) => [question.subheading, question.note]),
  ]);
  for (const text of [title, ...issuer, ...introduction, ...closing, ...headings])
    if (text !== null) expect(lines).toContain(wording(text));
});

test('prompts, options and grid rows begin a line of the printed form', () => {
  const fields = questions.flatMap((it) => it.fields);
  const texts = fields.flatMap((field) => [
    field.label,
    ...(field.kind === 'grid' ? field.rows.map((row) => row.label) : []),
    ...(field.kind === 'choices' ? field.options.map((option) => option.label) : []),
  ]);
  for (const text of texts)
    if (text !== null)
      expect(
        lines.some((line) => line.replace(/^- /, '').startsWith(wording(text))),
        text,
      ).toBe(true);
});

test('the authorized respondent gives the authority statement and the consent, the agencies everything else', () => {
  expect(questions.filter((it) => it.answeredBy === 'respondent').map((it) => it.id)).toEqual(['authority', 'consent']);
});
