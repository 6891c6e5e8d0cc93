import { expect, it } from 'vitest';
import { holdsText } from './use-keeping.ts';

it('words are held whatever stands between them and around them', () => {
  expect(holdsText(['Opened in 2005, and renewed since.'], ['2005 … renewed', 'since'])).toBe(true);
  expect(holdsText(['Opened in 2005', 'and renewed'], ['renewed in 2005'])).toBe(true);
});

it('a word that is missing, or only begun, is not held', () => {
  expect(holdsText(['Opened in 200'], ['2005'])).toBe(false);
  expect(holdsText([], ['renewed'])).toBe(false);
});

it('no words are held by anything', () => {
  expect(holdsText([], [])).toBe(true);
});
