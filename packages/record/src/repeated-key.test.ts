import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKey } from './repeated-key.ts';

test.each([
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', null],
  ['{"a":1,"b":2,"a":1}', { key: 'a', line: 1 }],
  ['{"a":1,\n"\\u0061":2}', { key: 'a', line: 2 }],
  ['[1,[{"x":{"y":0,\n\n"y":0}}]]', { key: 'y', line: 3 }],
  ['{"__proto__":1,"__proto__":2}', { key: '__proto__', line: 1 }],
  ['{"a":"b","b":"a"}', null],
  ['{"a":["a","a"],"b":"\\"a\\":1,\\\\"}', null],
  ['{"":1,"":2}', { key: '', line: 1 }],
  ['"a"', null],
])('in %s the repeated key is %j', (text, expected) => {
  expect(repeatedKey(text)).toEqual(expected);
});

test('no value that was written by a program has one, and every key written again is found', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string(), (value, key) => {
      const text = JSON.stringify(value, null, 1);
      expect(repeatedKey(text)).toBeNull();
      const name = JSON.stringify(key);
      expect(repeatedKey(`[${text},{${name}:${text},${name}:${text}}]`)).toMatchObject({ key });
    }),
  );
});

test('a text of a few megabytes takes not much longer than its parsing', () => {
  const text = `{${Array.from({ length: 200_000 }, (_, index) => `"key ${index}":"${'\\\\'.repeat(10)}"`).join(',')}}`;
  const timeOf = (work: () => void) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const parsing = timeOf(() => JSON.parse(text));
  expect(timeOf(() => expect(repeatedKey(text)).toBeNull())).toBeLessThan(20 * parsing + 200);
});
