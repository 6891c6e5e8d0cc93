import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from './word-difference.ts';

const side = (difference: ReturnType<typeof wordDifference>, left: 'added' | 'removed') =>
  difference
    .filter((it) => it.kind !== left)
    .map((it) => it.text)
    .join('');

describe('the difference between two texts', () => {
  it('names the word that was replaced and keeps its neighbours', () => {
    expect(wordDifference('The portal opened in 2005.', 'The portal opened in 2007.')).toEqual([
      { kind: 'same', text: 'The portal opened in' },
      { kind: 'removed', text: ' 2005.' },
      { kind: 'added', text: ' 2007.' },
    ]);
  });

  it('says nothing changed for equal texts', () => {
    expect(wordDifference('one two', 'one two')).toEqual([{ kind: 'same', text: 'one two' }]);
    expect(wordDifference('', '')).toEqual([]);
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('ministry', 'portal', ' ', '\n', 'of', '  ', 'Ünïcode'), { maxLength: 30 })
      .map((it) => it.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = wordDifference(before, after);
        expect(side(difference, 'added')).toBe(before);
        expect(side(difference, 'removed')).toBe(after);
      }),
    );
  });
});
