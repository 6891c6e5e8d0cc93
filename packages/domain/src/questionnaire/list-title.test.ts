import { expect, test } from 'vitest';
import { question } from '../testing/cast.ts';
import { asId, type QuestionId } from '../id.ts';
import { listTitles } from './list-title.ts';

function titlesOf(...texts: readonly (string | { text: string; shortTitle: string })[]): readonly string[] {
  const questions = texts.map((it, index) => ({
    ...question,
    id: asId<QuestionId>(String(index)),
    ...(typeof it === 'string' ? { text: it } : it),
  }));
  const section = { id: 'a', heading: null, note: null, questions };
  return [...listTitles({ id: 'q', version: 1, title: 'Q', issuer: [], introduction: [], sections: [section], closing: [] }).values()];
}

test('titles of neighbours begin with what differs, and end before a request that stands behind each of them', () => {
  expect(
    titlesOf(
      'Is there a strategy?',
      'Does the strategy make specific reference to digital identity? Please provide link and detail.',
      'Does the strategy make specific reference to data governance? Please provide link and detail.',
      'Does the strategy name a budget? Please say how much.',
    ),
  ).toEqual(['Is there a strategy?', '… digital identity?', '… data governance?', 'Does the strategy name a budget? Please say how much.']);
});

test('what only one neighbour shares stays', () => {
  const asked = (about: string) => `Is there any law or regulation on ${about}?`;
  expect(titlesOf(asked('cybersecurity'), asked('digital identity'), asked('digital signature'), asked('procurement'))).toEqual([
    '… cybersecurity?',
    '… digital identity?',
    '… digital signature?',
    '… procurement?',
  ]);
});

test('a short beginning in common stays, and a question that is the whole beginning of its neighbour keeps its text', () => {
  expect(titlesOf('Is there any law on privacy?', 'Is there any policy?')).toEqual([
    'Is there any law on privacy?',
    'Is there any policy?',
  ]);
  const whole = 'Is there a national strategy or similar?';
  expect(titlesOf(whole, `${whole} If so, of which year?`)).toEqual(
    [whole, 'If so, of which year?'].map((it, at) => (at === 0 ? it : `… ${it}`)),
  );
  expect(titlesOf(whole, whole)).toEqual([whole, whole]);
});

test('a short title of the definition goes before', () => {
  expect(titlesOf({ text: 'A very long question about many things', shortTitle: 'Many things' })).toEqual(['Many things']);
});
