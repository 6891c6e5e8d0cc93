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

  it('has as few words that changed as the longest common run of words allows', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changed = wordDifference(before.map((it) => ` ${it}`).join(''), after.map((it) => ` ${it}`).join(''))
          .filter((it) => it.kind !== 'same')
          .flatMap((it) => it.text.trim().split(' '));
        expect(changed).toHaveLength(before.length + after.length - 2 * commonLength(before, after));
      }),
    );
  });

  it('compares lines where too many words changed, and says that everything did where too many lines have', () => {
    const words = (seed: string, count: number) => Array.from({ length: count }, (_, index) => `${seed}${index}`).join(' ');
    const [kept, old, now] = [words('kept', 5), words('old', 3_000), words('now', 3_000)];
    expect(wordDifference(`${kept}\n${old}\n${kept}`, `${kept}\n${now}\n${kept}`)).toEqual([
      { kind: 'same', text: kept },
      { kind: 'removed', text: `\n${old}` },
      { kind: 'added', text: `\n${now}` },
      { kind: 'same', text: `\n${kept}` },
    ]);
    const [many, others] = [old.replaceAll(' ', '\n'), now.replaceAll(' ', '\n')];
    expect(wordDifference(many, others)).toEqual([
      { kind: 'removed', text: many },
      { kind: 'added', text: others },
    ]);
  });

  it.each([
    ['every word is another', (index: number) => `old${index}`, (index: number) => `now${index}`],
    [
      'every second word is another',
      (index: number) => (index % 2 ? 'same' : `old${index}`),
      (index: number) => (index % 2 ? 'same' : `now${index}`),
    ],
    ['few words repeat', (index: number) => 'abc'[index % 3] ?? '', (index: number) => 'acbb'[index % 4] ?? ''],
  ])('is bounded for texts of a megabyte where %s', (_name, before, after) => {
    const text = (word: (index: number) => string, gap: string) => Array.from({ length: 150_000 }, (_, index) => word(index)).join(gap);
    for (const gap of [' ', '\n']) {
      const [old, now] = [text(before, gap), text(after, gap)];
      const began = process.threadCpuUsage();
      wordDifference(old, now);
      // Comparing word with word took 13 s.
      expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(1_000);
    }
  });
});

function commonLength(left: readonly string[], right: readonly string[]): number {
  const lengths = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] = left[i] === right[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths[0]![0]!;
}
