// Our own export as people go on writing in it: in Word, and in programs that keep no styles, as Google's.
import { readFileSync } from 'node:fs';
import { plainText } from '@chancery/answer-doc';
import { type AnswerContent, asId, type FieldId, type FieldValue } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeWord } from '../docx/index.ts';
import { filled, paragraph, prose } from '../docx/testing/filled.ts';
import type { ReadForm } from '../filled-form.ts';
import { readFilledFile, readFilledForm } from '../read-filled-form.ts';

const round = { title: 'MSQ', country: 'Utopia' };

/** The export with its document rewritten, read again. */
async function edited(edit: (document: string) => string, answers: Parameters<typeof filled>[0] = {}): Promise<ReadForm> {
  const parts = unzipSync(await writeWord(msq2022, filled(answers), round));
  const document = strFromU8(parts['word/document.xml']!);
  expect(edit(document)).not.toBe(document);
  const outcome = await readFilledFile(zipSync({ ...parts, 'word/document.xml': strToU8(edit(document)) }), msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome;
}

function fieldsOf({ form }: ReadForm, question: string): AnswerContent['fields'] {
  return form.answers.find((it) => it.content.question === question)?.content.fields ?? {};
}
function textOf(read: ReadForm, question: string, field = 'text'): string {
  const value = fieldsOf(read, question)[asId<FieldId>(field)];
  return value?.kind === 'text' ? plainText(value.prose) : value?.kind === 'line' ? value.text : '';
}
/** The first paragraph of the style behind a wording, with its place. */
function after(document: string, wording: string, change: (rest: string) => string): string {
  const at = document.indexOf(wording);
  return document.slice(0, at) + change(document.slice(at));
}
const twelve = 'digital identity?';
const typed = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

test('what is typed on the blank line, with its blank or without, is the answer', async () => {
  expect(
    textOf(
      await edited((it) => after(it, twelve, (rest) => rest.replace(/\u2003<\/w:t><\/w:r><\/w:p>/, `\u2003Ours.</w:t></w:r></w:p>`))),
      '12',
    ),
  ).toBe('Ours.');
});

test('what is typed behind the wording of a question, or behind its prompt, is the answer', async () => {
  const behind = await edited((it) => after(it, twelve, (rest) => rest.replace('</w:p>', typed(' Behind.'))));
  expect(textOf(behind, '12')).toBe('Behind.');
  const prompt = /(If yes, please provide link and detail[^<]*<\/w:t><\/w:r>)<\/w:p>/;
  const prompted = await edited((it) => after(it, twelve, (rest) => rest.replace(prompt, `$1${typed(' Prompted.')}`)));
  expect(textOf(prompted, '12')).toBe('Prompted.');
});

test.each([
  ['a box is ticked', (rest: string) => rest.replace('☐', '☒'), 'yes'],
  ['an x is typed in the place of the box', (rest: string) => rest.replace('☐', 'x'), 'yes'],
  ['an x is typed into brackets', (rest: string) => rest.replace('☐', '[x]'), 'yes'],
])('when %s, the option is chosen', async (_, change, option) => {
  expect(fieldsOf(await edited((it) => after(it, twelve, change)), '12')).toEqual({ choice: { kind: 'choice', chosen: [option] } });
});

test('when both boxes are ticked, somebody confirms which', async () => {
  const read = await edited((it) => after(it, twelve, (rest) => rest.replace('☐', '☒').replace('☐', '☑')));
  expect(fieldsOf(read, '12')).toEqual({ choice: { kind: 'choice', chosen: [], toConfirm: true } });
  expect(read.form.answers.find((it) => it.content.question === '12')?.notes).toEqual([
    { code: 'several-ticks', field: 'choice', text: '' },
  ]);
});

test('under a printed question that is not of the form nothing goes to the question before it', async () => {
  const read = await edited((it) => it.replace(twelve, 'artificial minds?'), {
    '11': { text: prose(paragraph('Eleven.')) },
    '12': { text: prose(paragraph('Twelve.')) },
  });
  expect(textOf(read, '11')).toBe('Eleven.');
  expect(read.form.missing).toEqual(['12']);
  expect(read.form.unrecognised.map((it) => it.text).join('\n')).toContain('Twelve.');
});

test('an answer may say what the form prints', async () => {
  const words = [
    '12. Is there any legislation, law or regulation on digital identity?',
    '☒ Yes ☐ No',
    'If yes, please provide link and detail.',
  ];
  const answers = { '1': { text: prose(...words.map((it) => paragraph(it))) }, '2': {} };
  expect(textOf(await edited((it) => it.replace('☐', '☒'), answers), '1').split('\n')).toEqual(words);
});

test('without its styles, as Google leaves it, the answers of the demo are found by their wording', async () => {
  const seed = readFilledForm(
    new Uint8Array(readFileSync(new URL('../../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url))),
    msq2022,
  );
  if (!seed.ok) throw new Error(seed.problem.code);
  const contents = new Map(seed.form.answers.map((it) => [it.content.question, it.content]));
  const parts = unzipSync(await writeWord(msq2022, contents, round));
  const bare = strFromU8(parts['word/document.xml']!).replaceAll(/<w:pStyle [^>]*\/>|<w:rStyle [^>]*\/>/g, '');
  const styles =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>';
  const outcome = await readFilledFile(
    zipSync({ ...parts, 'word/document.xml': strToU8(bare), 'word/styles.xml': strToU8(styles) }),
    msq2022,
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  expect({ missing: outcome.form.missing, unrecognised: outcome.form.unrecognised }).toEqual({ missing: [], unrecognised: [] });
  const differing = outcome.form.answers.filter(({ content }) => withoutTicks(content) !== withoutTicks(contents.get(content.question)!));
  expect(differing.map((it) => it.content.question)).toEqual([]);
});

function withoutTicks(content: AnswerContent): string {
  const prose = Object.entries<FieldValue>(content.fields).filter(([id, value]) => value.kind !== 'choice' && id !== 'country');
  // An item without a word is room that somebody made.
  return JSON.stringify(prose).replaceAll(',{"type":"listItem","content":[{"type":"paragraph"}]}', '');
}
