// The form that Malaysia filled in 2022, as a copy lost its ticks and tore its tables: every peculiarity an importer must survive.
import { readFileSync } from 'node:fs';
import { plainText } from '@chancery/answer-doc';
import { type AnswerContent, asId, type FieldId, type ProseNode, type QuestionId, questionsOf, type RowId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { writeJson, writeMarkdown } from './index.ts';
import { readFilledForm } from './read-filled-form.ts';
import { markdownOf } from './testing/markdown-of.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url)));
const source = new TextDecoder().decode(bytes);
const round = { title: 'Malaysia, MSQ 2022', country: 'Malaysia' };
const form = read(bytes);
const contents = new Map(form.answers.map((it) => [it.content.question, it.content]));

function read(file: Uint8Array) {
  const outcome = readFilledForm(file, msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.form;
}

function answer(question: string) {
  const found = form.answers.find((it) => it.content.question === question);
  if (found === undefined) throw new Error(`no answer to ${question}`);
  return found;
}

function value(question: string, field: string) {
  return answer(question).content.fields[asId<FieldId>(field)];
}

function prose(question: string, field: string, row?: string): ProseNode {
  const found = value(question, field);
  if (found?.kind === 'text') return found.prose;
  const cell = found?.kind === 'grid' && row !== undefined ? found.rows[asId<RowId>(row)] : undefined;
  if (cell === undefined) throw new Error(`no prose in ${question}/${field}`);
  return cell;
}

test('every question is found and no line is left over', () => {
  expect(form.answers.map((it) => it.content.question)).toEqual(questionsOf(msq2022).map((it) => it.id));
  expect(form.missing).toEqual([]);
  expect(form.unrecognised).toEqual([]);
});

test('each lost tick is to confirm and none is guessed', () => {
  const choices = questionsOf(msq2022).flatMap((question) =>
    question.fields
      .filter((it) => it.kind === 'choice' || it.kind === 'choices')
      .map((it) => [question.id, value(question.id, it.id)] as const),
  );
  expect(choices).toHaveLength(26);
  for (const [question, choice] of choices) {
    expect(choice, question).toMatchObject({ kind: 'choice', chosen: [], toConfirm: true });
    expect(answer(question).notes.map((it) => it.code)).toContain('confirm-choice');
  }
  expect(source.match(/^Yes No$/gm)).toHaveLength(23);
});

test('the prose beside a choice is a hint in the note', () => {
  const [note] = answer('12').notes;
  expect(note).toMatchObject({ code: 'confirm-choice', field: 'choice' });
  expect(note?.text).toMatch(/^As of now, there is no legislation/);
});

test('question 17 has a choice to confirm though its options are not printed', () => {
  expect(source).not.toMatch(/17\. [^\n]*\n+Yes No/);
  expect(value('17', 'choice')).toEqual({ kind: 'choice', chosen: [], toConfirm: true });
});

test('remarks on the periods of question 20 are kept', () => {
  const remarks = { 'five-year': 'Public Sector Level PSDSP 2021-2025 for Public Sector (5 year plan)', 'ten-year': 'National Level' };
  expect(value('20', 'choice')).toEqual({ kind: 'choice', chosen: [], remarks, toConfirm: true });
});

test('the contact lines above and below the heading are read', () => {
  expect(value('respondent', 'country')).toEqual({ kind: 'line', text: 'Malaysia' });
  expect(value('respondent', 'email')).toEqual({ kind: 'line', text: 'fazidah@mampu.gov.my' });
  expect(value('4', 'name')).toEqual({ kind: 'line', text: 'Mr. Azih Bin Yusof' });
  expect(value('4', 'title')).toEqual({
    kind: 'line',
    text: 'Government CIO and Deputy Director General (Information Communication & Technology)',
  });
});

test('lines inside an answer that look like headings and numbers stay inside it', () => {
  expect(plainText(prose('3', 'text'))).toContain('A. National Level:');
  expect(plainText(prose('3', 'text'))).toContain('B. Public Sector Level:');
  const items = (list: ProseNode | undefined) => list?.content?.length ?? 0;
  expect(
    prose('43', 'text')
      .content?.filter((it) => it.type === 'orderedList')
      .map(items),
  ).toEqual([4, 1, 1]);
  expect(plainText(prose('33', 'text'))).toContain('The Ministry of Education Malaysia has launched');
});

test('the broken pipe table of question 2 gives its five rows with a line for each link', () => {
  const found = value('2', 'grid');
  expect(found?.kind === 'grid' ? Object.keys(found.rows) : []).toHaveLength(5);
  expect(plainText(prose('2', 'grid', 'e-services-or-similar')).split('\n')).toEqual([
    'https://www.malaysia.gov.my/portal/digitalservices',
    'https://www.malaysia.gov.my/portal/subcategory/240',
    'https://malaysiabiz.gov.my/ms ;',
  ]);
  expect(plainText(prose('2', 'grid', 'others'))).not.toContain('|');
});

test('the torn table of question 5 gives its nine rows with numbered items', () => {
  const found = value('5', 'grid');
  expect(found?.kind === 'grid' ? Object.keys(found.rows) : []).toHaveLength(9);
  const education = prose('5', 'grid', 'education');
  expect(education.content?.map((it) => [it.type, it.content?.length])).toEqual([
    ['orderedList', 4],
    ['paragraph', 2],
  ]);
  expect(prose('5', 'grid', 'justice').content?.[0]?.content).toHaveLength(6);
  expect(plainText(education)).not.toMatch(/[<>\t]/);
});

test('question 29 has its opening in the text and each technology in its row', () => {
  expect(plainText(prose('29', 'text'))).toMatch(/^Yes, the national e-government strategy[^\n]*$/);
  expect(plainText(prose('29', 'grid', '5g'))).toMatch(/^The Jalinan Digital Negara/);
  expect(plainText(prose('29', 'grid', 'others'))).toContain('Akademi Sains Malaysia');
});

test('the two prompts of question 39 part its two texts', () => {
  expect(plainText(prose('39', 'text'))).toMatch(/^Yes, the Malaysian Government uses[\s\S]*Telegram MKN : https:\/\/t\.me\/MKNRasmi$/);
  expect(plainText(prose('39', 'guidelines'))).toMatch(/^Thus, the guideline/);
});

test('notes, section heads and prompts are no part of an answer', () => {
  expect(plainText(prose('15', 'text'))).not.toContain('SDG Indicator');
  expect(plainText(prose('32', 'text'))).not.toMatch(/Vulnerable groups include|Digital Inclusion and E-Participation/);
  for (const content of contents.values()) expect(plainText(content)).not.toContain('If yes, please');
});

test('bold, italics, nested bullets and numbered lists are kept', () => {
  const seven = JSON.stringify(prose('7', 'text'));
  expect(seven).toContain(
    '"text":"Meneruskan Agenda Prihatin Rakyat, Menyokong Perniagaan dan Meningkatkan Vaksinasi","marks":[{"type":"italic"}]',
  );
  expect(seven).toContain('"text":"Digitally Connected and Informed Society (Digital Society)","marks":[{"type":"bold"}]');
  const [list] = prose('25', 'text').content ?? [];
  expect(list?.type).toBe('orderedList');
  expect(list?.content?.[0]?.content?.map((it) => it.type)).toEqual(['paragraph', 'bulletList']);
  expect(JSON.stringify(list)).toContain('"text":"The Malaysia Digital Economy Blueprint","marks":[{"type":"bold"}]');
});

test('a link whose target is not allowed keeps its text and is noted', () => {
  expect(answer('25').notes).toContainEqual({
    code: 'link-not-kept',
    field: 'text',
    text: 'Malaysia Digital Economy Blueprint (epu.gov.my) (#)',
  });
});

test('a bare www address stays the text it is', () => {
  expect(JSON.stringify(prose('38', 'text'))).toContain('www.pdk.jkm.gov.my');
  expect(JSON.stringify(prose('38', 'text'))).not.toContain('http://www.pdk.jkm.gov.my');
});

/**
 * A URL of the source runs from `http://` or `https://` up to white space or one of `< > ) ] |`: 263 of them, 225 different.
 * Character for character: each stands in the visible text or in the target of a link exactly as often as in the source. Markdown's escapes
 * (`\\(`) count as the character they stand for, and a link spelled `[address](address)` counts once. Three belong to the printed form itself.
 */
const url = /https?:\/\/[^\s<>)\]|]+/g;

function tally(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const found of texts.flatMap((it) => it.match(url) ?? [])) counts.set(found, (counts.get(found) ?? 0) + 1);
  return counts;
}

function urlTexts(content: ReadonlyMap<QuestionId, AnswerContent>): readonly string[] {
  return [...content.values()].flatMap((it) => markdownOf(it));
}

const printedUrls = [...msq2022.introduction, ...msq2022.closing];
const expected = tally([source.replace(/\\([()[\]_])/g, '$1').replace(/\[(https?:[^\]\n]*)\]\(\1\)/g, '<$1>')]);

test('the source holds 263 URLs, 225 different', () => {
  expect(source.match(url)).toHaveLength(263);
  expect(new Set(source.match(url)).size).toBe(225);
  expect([...expected.values()].reduce((sum, count) => sum + count, 0)).toBe(260);
});

test('all URLs survive the import character for character', () => {
  expect(tally([...urlTexts(contents), ...printedUrls])).toEqual(expected);
});

test('every URL in the text carries a link to itself', () => {
  const unlinked = [...contents.values()]
    .flatMap((it) => markdownOf(it))
    .map((it) => it.replace(/<https?:[^>]*>|\]\([^\s]*\)|\[https?:[^\]]*(?=\])/g, ''));
  expect(unlinked.filter((it) => /https?:\/\//.test(it))).toEqual([]);
});

test('all URLs survive the export as Markdown and its re-import', () => {
  const again = read(new TextEncoder().encode(writeMarkdown(msq2022, contents, round)));
  expect(again.answers.map((it) => it.content)).toEqual(form.answers.map((it) => it.content));
  expect(tally([...urlTexts(new Map(again.answers.map((it) => [it.content.question, it.content]))), ...printedUrls])).toEqual(expected);
});

test('the export without its markers, as an editor may leave it, still gives the same contents', () => {
  const bare = writeMarkdown(msq2022, contents, round).replace(/<!--[\s\S]*?-->/g, '');
  expect(read(new TextEncoder().encode(bare)).answers.map((it) => it.content)).toEqual(form.answers.map((it) => it.content));
});

test('the JSON export holds every content and its digest', async () => {
  const json: unknown = JSON.parse(await writeJson(msq2022, contents, round));
  expect(json).toMatchObject({ questionnaire: { id: 'msq-2022', version: 1 }, round });
  const { answers } = json as { answers: { question: string; digest: string; content: unknown }[] };
  expect(answers.map((it) => it.content)).toEqual([...contents.values()]);
  for (const it of answers) expect(it.digest).toMatch(/^[0-9a-f]{64}$/);
});

test('the same text saved by Windows gives the same contents', () => {
  const windows = new TextEncoder().encode(`\ufeff${source.replaceAll('\n', '\r\n')}`);
  expect(read(windows).answers.map((it) => it.content)).toEqual(form.answers.map((it) => it.content));
});

test('the source of an answer is the lines that it came from', () => {
  expect(answer('1').source).toBe(
    source.slice(source.indexOf('1. What is the official'), source.indexOf('<https://www.malaysia.gov.my>') + 29),
  );
  expect(answer('32').source).not.toContain('E. Digital Inclusion');
});
