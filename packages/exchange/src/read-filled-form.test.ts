import { readFileSync } from 'node:fs';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { readFilledForm } from './read-filled-form.ts';
import { importLimitBytes } from './source-text.ts';

const filled = new Uint8Array(readFileSync(new URL('../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url)));

function problem(bytes: Uint8Array) {
  const outcome = readFilledForm(bytes, msq2022);
  return outcome.ok ? null : outcome.problem;
}

function text(source: string): Uint8Array {
  return new TextEncoder().encode(source);
}

test('an empty file is refused', () => {
  expect(problem(new Uint8Array())).toEqual({ code: 'empty' });
  expect(problem(text(' \n\t\n'))).toEqual({ code: 'empty' });
});

test('a file of more than 5 MB is refused, one of 5 MB is read', () => {
  expect(problem(new Uint8Array(importLimitBytes + 1).fill(0x61))).toEqual({ code: 'too-large', limitBytes: 5_242_880 });
  expect(problem(new Uint8Array(importLimitBytes).fill(0x61))).toEqual({ code: 'not-a-questionnaire', matched: 0 });
});

test('a binary file is refused', () => {
  expect(problem(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]))).toEqual({ code: 'binary' });
  expect(problem(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]))).toEqual({ code: 'binary' });
});

test('a text that is no filled questionnaire is refused with the number of questions found', () => {
  expect(problem(text('# Minutes of the meeting\n\n1. Opening\n2. Closing\n'))).toEqual({ code: 'not-a-questionnaire', matched: 0 });
  expect(problem(text('44. Please provide any other information related to e-government development in your country.\n\nNone.'))).toEqual({
    code: 'not-a-questionnaire',
    matched: 1,
  });
});

test('text in UTF-16 and in Windows-1252 is read', () => {
  const source = new TextDecoder().decode(filled);
  const wide = new Uint8Array(2 + source.length * 2);
  wide.set([0xff, 0xfe]);
  for (let index = 0; index < source.length; index += 1) new DataView(wide.buffer).setUint16(2 + index * 2, source.charCodeAt(index), true);
  expect(readFilledForm(wide, msq2022)).toEqual({
    ...readFilledForm(filled, msq2022),
    encoding: { encoding: 'utf-16le', isGuessed: false, damaged: 0 },
  });
  const narrow = new Uint8Array([...text(source.replace(/\P{ASCII}/gu, '-')), 0x0a, 0x93, 0x6f, 0x6b, 0x94]);
  expect(readFilledForm(narrow, msq2022)).toMatchObject({ ok: true, form: { unrecognised: [{ text: '“ok”' }] } });
});

test('progress counts to the last question, and an abort ends the reading', () => {
  const steps: (readonly [number, number])[] = [];
  readFilledForm(filled, msq2022, { progress: (done, of) => steps.push([done, of]) });
  expect(steps[0]).toEqual([0, 47]);
  expect(steps.at(-1)).toEqual([47, 47]);
  const cancelled = new AbortController();
  const progress = (done: number) => {
    if (done === 5) cancelled.abort();
  };
  expect(() => readFilledForm(filled, msq2022, { signal: cancelled.signal, progress })).toThrow(/abort/i);
});

const questions = [12, 13, 14]
  .map((number) => msq2022.sections.flatMap((it) => it.questions).find((it) => it.number === number))
  .map((it) => `${it?.number}. ${it?.text}`);

const atLimit = (sign: string) => sign.repeat(Math.floor((importLimitBytes - 2_000) / new TextEncoder().encode(sign).length));

test.each([
  ['quotes in quotes', `${'> '.repeat(20_000)}a`],
  ['lists in lists on one line', `${'- '.repeat(20_000)}a`],
  ['lists in lists by indentation', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
  ['brackets', `${'['.repeat(50_000)}a`],
  ['links that never end', '[a]('.repeat(20_000)],
  ['stars', '*a '.repeat(20_000)],
  ['backslashes', `${'\\'.repeat(100_000)}a`],
  ['markers', '<!-- chancery:question 1 -->'.repeat(20_000)],
  ['tags', `${'<b>'.repeat(10_000)}a`],
  ['table cells', '|a'.repeat(20_000)],
  ['the same question again', `${questions[0]}\n`.repeat(5_000)],
  ['blank lines', '\n'.repeat(90_000)],
  ['the word of an option', 'Yes\n'.repeat(12_500)],
  ['options', 'Yes No\n'.repeat(10_000)],
  ['numbers', '7\n'.repeat(10_000)],
  ['a drawn table', '+---+\n|a|\n+---+\n'.repeat(2_000)],
])('an answer made of %s is read without failing', (_, hostile) => {
  const outcome = readFilledForm(text(`${questions[0]}\n\n${hostile}\n\n${questions[1]}\n\n${questions[2]}\n`), msq2022);
  const found = outcome.ok ? outcome.form.answers.map((it) => it.content.question) : outcome.problem;
  expect(found).toEqual(['12', '13', '14']);
});

test.each([
  'Yes\n',
  'Yes No\n',
  '7\n',
  '13. a\n',
  '<b>',
  '- a\n',
  '> - a\n',
  'a\n',
  'a\n\n',
  'Is it?\n',
  '[a](http://b) ',
  '*a* ',
  '|a',
  'a',
  '\n',
  '<p>a</p>',
])('a file of the limit made of %j is read or refused before long', (sign) => {
  const before = process.cpuUsage();
  const outcome = readFilledForm(text(`${questions[0]}\n\n${atLimit(sign)}\n\n${questions[1]}\n\n${questions[2]}\n`), msq2022);
  const { user, system } = process.cpuUsage(before);
  if (!outcome.ok) expect(outcome.problem).toEqual({ code: 'too-complex' });
  expect((user + system) / 1_000_000).toBeLessThan(3);
});

test('a file of near misses of the printed questions is read or refused before long', () => {
  const words = (questions[0] ?? '').split(' ');
  let lines = '';
  for (let index = 0; lines.length < importLimitBytes - 2_000; index += 1)
    lines += `${words.with(index % words.length, `w${index}`).join(' ')}\n`;
  const before = process.cpuUsage();
  readFilledForm(text(lines), msq2022);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000_000).toBeLessThan(3);
});
