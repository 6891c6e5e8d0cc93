// Reading a form of three questions in tests: the one that the test is about, and two around it that make a form of it.
import { plainText } from '@chancery/answer-doc';
import { asId, type FieldId, findQuestion, type ProseNode, type QuestionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import type { ReadForm } from '../../filled-form.ts';
import { readFilledFile } from '../../read-filled-form.ts';
import { buildWord, lists, p, type WordParts } from './built-word.ts';

export function printed(number: number): string {
  const question = findQuestion(msq2022, asId<QuestionId>(String(number)));
  return `${number}. ${question?.text ?? ''}`;
}

/** The file with this between question 1 and question 13. */
export function around(inside: string): string {
  return `${p(printed(1))}${inside}${p(printed(13))}${p(printed(14))}`;
}

export async function readBody(body: string, parts: Omit<WordParts, 'body'> = {}): Promise<ReadForm> {
  const outcome = await readFilledFile(buildWord({ body, numbering: lists, ...parts }), msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome;
}

/** The prose of question 1 when these blocks stand under it. */
export async function proseOf(inside: string, parts: Omit<WordParts, 'body'> = {}): Promise<readonly ProseNode[]> {
  const { form } = await readBody(around(inside), parts);
  const value = form.answers[0]?.content.fields[asId<FieldId>('text')];
  return value?.kind === 'text' ? (value.prose.content ?? []) : [];
}

/** The same as plain text. */
export async function textUnder(inside: string, parts: Omit<WordParts, 'body'> = {}): Promise<string> {
  return plainText({ type: 'doc', content: await proseOf(inside, parts) });
}

/** The tick, the text and the notes of question 12 when these blocks stand under it. */
export async function twelve(inside: string, parts: Omit<WordParts, 'body'> = {}) {
  const { form } = await readBody(`${p(printed(9))}${p(printed(12))}${inside}${p(printed(13))}${p(printed(14))}`, parts);
  const found = form.answers.find((it) => it.content.question === '12');
  const choice = found?.content.fields[asId<FieldId>('choice')];
  const text = found?.content.fields[asId<FieldId>('text')];
  return {
    chosen: choice?.kind === 'choice' ? (choice.toConfirm === true ? 'to confirm' : choice.chosen.join()) : 'nothing',
    text: text?.kind === 'text' ? plainText(text.prose) : '',
  };
}
