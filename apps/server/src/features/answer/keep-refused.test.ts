import { contentOf, initialUpdate, writeContent } from '@chancery/answer-doc';
import { asId, findQuestion, type QuestionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { addedText } from './keep-refused.ts';

const question = findQuestion(msq2022, asId<QuestionId>('7'))!;

function prose(text: string): Parameters<typeof writeContent>[2] {
  return {
    [question.fields[0]!.id]: { kind: 'text', prose: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } },
  };
}

test('the words that an edit would have added are found, and nothing for an edit that only deletes', () => {
  const doc = new Doc();
  applyUpdate(doc, initialUpdate(question));
  writeContent(doc, question, prose('The budget was doubled.'));
  const known = encodeStateAsUpdate(doc);
  const before = encodeStateVector(doc);
  writeContent(doc, question, prose('The budget of 2021 was doubled.'));
  expect(addedText(question, known, encodeStateAsUpdate(doc, before))).toBe('of 2021');
  const grown = encodeStateAsUpdate(doc);
  const middle = encodeStateVector(doc);
  writeContent(doc, question, prose('The budget was doubled.'));
  expect(addedText(question, grown, encodeStateAsUpdate(doc, middle))).toBe('');
  expect(contentOf(doc, question).fields).toEqual(prose('The budget was doubled.'));
});
