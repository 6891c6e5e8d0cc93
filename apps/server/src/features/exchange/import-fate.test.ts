import { type AnswerContent, asId, findQuestion, type OptionId, type QuestionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, it } from 'vitest';
import { textFate, writable } from './import-fate.ts';

const consent = findQuestion(msq2022, asId<QuestionId>('consent'))!;
const legislation = findQuestion(msq2022, asId<QuestionId>('9'))!;

function ticked(question: typeof consent, option: string): AnswerContent {
  return { question: question.id, fields: { [question.fields[0]!.id]: { kind: 'choice', chosen: [asId<OptionId>(option)] } } };
}

it('what a file says of a statement of the respondent is only to be confirmed, and never proposed against what was stated', () => {
  const yes = ticked(consent, 'yes');
  expect(writable(consent, yes).fields).toEqual({ [consent.fields[0]!.id]: { kind: 'choice', chosen: [], toConfirm: true } });
  expect(textFate(consent, { question: consent.id, fields: {} }, yes)).toBe('fill');
  expect(textFate(consent, yes, ticked(consent, 'no'))).toBe('not-yours');
});

it('an answer of the agencies that says something else gets a proposal', () => {
  expect(textFate(legislation, ticked(legislation, 'yes'), ticked(legislation, 'no'))).toBe('propose');
  expect(textFate(legislation, ticked(legislation, 'yes'), ticked(legislation, 'yes'))).toBe('same');
});
