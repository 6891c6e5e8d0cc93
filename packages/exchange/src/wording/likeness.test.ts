// Measured on the real questionnaire: no two of its questions are taken for one another, and each is known again when it is printed otherwise.
import { questionsOf } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { minLikeness } from '../printed/find-candidates.ts';
import { Wordings } from './likeness.ts';
import { wordsOf } from './words.ts';

const questions = questionsOf(msq2022).filter((it) => wordsOf(it.text).length >= 5);
const wordings = new Wordings(questionsOf(msq2022).map((it) => ({ of: it.id, text: it.text })));

test('of all pairs of questions none is as much alike as a question must be to be recognised', () => {
  const likest = questions.flatMap((it) =>
    wordings
      .nearest(wordsOf(it.text))
      .filter((other) => other.of !== it.id)
      .map((other) => other.likeness),
  );
  expect(questions).toHaveLength(45);
  expect(Math.max(...likest)).toBeLessThan(minLikeness);
});

test('a question is nearest to itself with any word left out, but for the one word that tells two questions apart', () => {
  const taken = questions.flatMap((it) => {
    const words = wordsOf(it.text);
    return words.flatMap((word, index) => {
      const [best] = wordings.nearest(words.toSpliced(index, 1));
      return best?.of === it.id ? [] : [`${it.id} without ${word}: ${best?.of} ${best?.likeness.toFixed(2)}`];
    });
  });
  for (const it of taken) expect(Number(it.split(' ').at(-1))).toBeLessThan(minLikeness);
  expect(taken.length).toBeLessThan(3);
});

test('a letter more or less in any word leaves a question recognised', () => {
  for (const it of questions) {
    const words = wordsOf(it.text);
    for (const [index, word] of words.entries()) {
      if (word.length < 4) continue;
      const [best, second] = wordings.nearest(words.with(index, `${word.slice(0, 2)}x${word.slice(2)}`));
      expect(best?.of).toBe(it.id);
      expect(best?.likeness).toBeGreaterThan(minLikeness);
      expect((best?.likeness ?? 0) - (second?.likeness ?? 0)).toBeGreaterThan(0.05);
    }
  }
});
