// Questions that are printed otherwise than the form prints them, and what becomes of the lines of one that nobody can tell.
import { plainText } from '@chancery/answer-doc';
import { msq2022 } from '@chancery/questionnaires';
import { questionsOf } from '@chancery/domain';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFilledForm } from '../read-filled-form.ts';

function read(text: string) {
  const outcome = readFilledForm(new TextEncoder().encode(text), msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const texts = outcome.form.answers.map((it) => [it.content.question, plainText(it.content)] as const);
  return { ...outcome.form, texts: Object.fromEntries(texts) as Record<string, string> };
}

function printed(number: number): string {
  const question = questionsOf(msq2022).find((it) => it.number === number);
  return `${number}. ${question?.text}`;
}

/** A form with question 13 printed in that way, each answer saying its number. */
function formWith(thirteen: string, ticks = '☒ Yes ☐ No'): string {
  const part = (wording: string, answer: string) => `${wording}\n\n${ticks}\n\nIf yes, please provide link and detail.\n\n${answer}\n`;
  return [part(printed(12), 'Twelve.'), part(thirteen, 'Thirteen.'), part(printed(14), 'Fourteen.'), part(printed(15), 'Fifteen.')].join(
    '\n',
  );
}

const wording = 'Is there any legislation, law or regulation on digital signature?';

test.each([
  ['another number', `9. ${wording}`],
  ['Q13.', `Q13. ${wording}`],
  ['Question 13:', `Question 13: ${wording}`],
  ['a word before its number', `Soalan 13. ${wording}`],
  ['number and wording apart', `13.\n\n${wording}`],
  ['number and wording on two lines', `Question 13\n${wording}`],
  ['no number', wording],
  ['underlined by signs', `13. ${wording}\n${'-'.repeat(60)}`],
  ['underlined by underscores', `__13. ${wording}__`],
  ['underlined by tags', `13. <u>${wording}</u>`],
  ['underlined by marks', `13. ${wording.replace(/./g, '$&\u0332')}`],
  ['in capitals', `13. ${wording.toUpperCase()}`],
  ['a word left out', '13. Is there any legislation or regulation on digital signature?'],
  ['its first word left out', '13. There any legislation, law or regulation on digital signature?'],
  ['one letter more', '13. Is there any legislattion, law or regulation on digital signatures?'],
  ['a word more', '13. Is there any national legislation, law or regulation on digital signature?'],
  ['a word more at its end', '13. Is there any legislation, law or regulation on digital signature today?'],
  ['a soft hyphen in it', '13. Is there any legis\u00adlation, law or regulation on digital signature?'],
  ['ligatures and wide letters', '13. Is there any legislation, law or regulation on digital ｓｉｇｎａｔｕｒｅ?'],
  ['wrapped over lines', '13. Is there any\nlegislation, law or\nregulation on digital\nsignature?'],
  ['wrapped with a word left out', '13. Is there any\nlegislation or\nregulation on digital\nsignature?'],
  ['two languages on a line', `13. ${wording} / ¿Existe alguna ley sobre la firma digital?`],
  ['two languages, the other first', `13. ¿Existe alguna ley sobre la firma digital? / ${wording}`],
  ['two languages on two lines', `13. ${wording}\n¿Existe alguna ley sobre la firma digital?`],
  ['two languages with two numbers', `13. ¿Existe alguna ley sobre la firma digital?\n13. ${wording}`],
  ['two languages in brackets', `13. ${wording} (¿Existe alguna ley sobre la firma digital?)`],
  ['a heading', `### **13. ${wording}**`],
  ['a quoted mail', `> 13. ${wording}`],
  ['a cell', `| 13. | ${wording} |`],
])('a question with %s is recognised', (_, thirteen) => {
  const { texts, answers, missing } = read(formWith(thirteen));
  expect(texts).toEqual({ 12: 'Twelve.', 13: 'Thirteen.', 14: 'Fourteen.', 15: 'Fifteen.' });
  expect(answers.map((it) => it.content.fields['choice' as never])).toEqual(Array(4).fill({ kind: 'choice', chosen: ['yes'] }));
  expect(missing).toHaveLength(43);
});

test.each([
  ['in another language', '13. Existe-t-il une loi sur la signature électronique ?'],
  ['in another script', '13. Существует ли законодательство об электронной подписи?'],
  ['without the word that tells it', 'Is there any legislation, law or regulation on digital?'],
  ['of another questionnaire, numbered so', 'Question 57: How many offices are there?'],
  ['of another questionnaire, with a number that no other has', '57. How many offices are there?'],
  ['in its own words', '13. Laws on signing'],
  ['without number, with options and a prompt', 'Do you have a law on signing documents?'],
  ['in a form of bare options', 'Do you have a law on signing documents?', 'Yes No'],
])('a question %s ends the answer before it, and its lines are named', (_, thirteen, ticks = '☒ Yes ☐ No') => {
  const { texts, unrecognised } = read(formWith(thirteen, ticks));
  expect(texts).toEqual({ 12: 'Twelve.', 14: 'Fourteen.', 15: 'Fifteen.' });
  const named = unrecognised.map((it) => it.text).join('\n');
  expect(named).toContain(thirteen);
  expect(named).toContain('Thirteen.');
  expect(named).toContain('Yes');
});

test('lists inside an answer do not end it, whatever they count', () => {
  const list = Array.from({ length: 15 }, (_, index) => `${index + 1}. Item ${index + 1}`).join('\n');
  const { texts, unrecognised } = read(
    [printed(1), list, printed(2), printed(20), 'See question 13 and 1.5 offices in 2020.', '44 offices'].join('\n\n'),
  );
  expect(texts['1']?.split('\n')).toHaveLength(15);
  expect(unrecognised.map((it) => it.text)).toEqual(['See question 13 and 1.5 offices in 2020.\n44 offices']);
});

test('prose that says a question again is no question', () => {
  const said = [
    'Yes, there is a national e-government strategy or equivalent.',
    'Yes, the national e-government strategy is guided by and/or aligned with the Sustainable Development Goals (SDGs).',
    'There is a national e-government strategy.',
  ];
  const { texts, unrecognised } = read([printed(12), ...said, printed(13), printed(14), printed(15)].join('\n\n'));
  expect(texts['12']?.split('\n')).toEqual(said);
  expect(unrecognised).toEqual([]);
});

test('questions that stand in another order are found', () => {
  const { texts } = read([printed(14), 'Fourteen.', printed(12), 'Twelve.', printed(13), 'Thirteen.', printed(15)].join('\n\n'));
  expect(texts).toEqual({ 12: 'Twelve.', 13: 'Thirteen.', 14: 'Fourteen.', 15: '' });
});

test('two filled forms in one file do not run into one another', () => {
  const one = [printed(12), 'Of the first.', printed(13), printed(14)].join('\n\n');
  const { texts, unrecognised } = read(`${one}\n\n${one.replace('first', 'second')}`);
  expect(texts).toEqual({ 12: 'Of the second.', 13: '', 14: '' });
  expect(unrecognised.map((it) => it.text).join('\n')).toContain('Of the first.');
});

test('a whole form in two languages, each wording in a paragraph of its own, has no wording in its answers', () => {
  const part = (number: number) => `${printed(number)}\n\n¿Existe alguna ley o norma sobre el tema ${number}?\n\nAnswer ${number}.`;
  const { texts } = read([12, 13, 14, 15].map(part).join('\n\n'));
  expect(texts).toEqual({ 12: 'Answer 12.', 13: 'Answer 13.', 14: 'Answer 14.', 15: 'Answer 15.' });
});

test('a prompt that is printed a little otherwise is no part of the answer', () => {
  const { texts } = read(formWith(printed(13)).replaceAll('link and detail', 'links and details'));
  expect(texts).toMatchObject({ 12: 'Twelve.', 13: 'Thirteen.' });
});

test('in the published form a question whose wording is lost is missed, and no other is taken for it', () => {
  const source = readFileSync(new URL('../../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url), 'utf8');
  for (const question of questionsOf(msq2022).filter((it) => it.number !== null && it.number % 3 === 1)) {
    const lines = source.split('\n').filter((line) => !line.startsWith(`${question.number}. ${question.text.slice(0, 30)}`));
    const { missing } = read(lines.join('\n'));
    expect(missing).toEqual([question.id]);
  }
}, 120_000);
