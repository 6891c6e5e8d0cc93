import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, jsonFault, maxDepth } from './canonical-json.ts';
import { digestOf } from './canonical-json.ts';

test('the example of RFC 8785 §3.2.2 has the text printed there', () => {
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  ) as unknown;
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 code units as in RFC 8785 §3.2.3', () => {
  const value = JSON.parse(
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
  ) as Record<string, string>;
  const order = [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ];
  const text = canonicalJson(value);
  expect([...order].sort((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(order);
});

test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('the number %s of RFC 8785 appendix B is %s', (bits, text) => {
  expect(canonicalJson(new DataView(BigUint64Array.of(BigInt(`0x${bits}`)).buffer).getFloat64(0, true))).toBe(text);
});

test('what JSON cannot carry is refused', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const refused = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    [undefined],
    Array.from({ length: 1 }),
    () => 1,
    Symbol('s'),
    1n,
    '\ud800',
    { '\udc00': 1 },
    new Date(0),
    new Map(),
    circle,
  ];
  for (const value of refused) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(jsonFault(value)).not.toBeNull();
  }
});

test('members that are undefined are left out', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('nesting is carried to the limit and no further', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);
  expect(canonicalJson(nested(maxDepth))).toContain('1');
  expect(jsonFault(nested(maxDepth))).toBeNull();
  expect(() => canonicalJson(nested(maxDepth + 1))).toThrow(TypeError);
  expect(jsonFault(nested(1_000_000))).toBe('too-deep');
});

test('one value has one text whatever the order of its keys, and the text parses back to it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const shuffled: unknown = JSON.parse(JSON.stringify(value), (_key, it: unknown) =>
        typeof it === 'object' && it !== null && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).reverse()) : it,
      );
      expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

test('a digest is SHA-256 over UTF-8', async () => {
  expect(await digestOf('é')).toBe('f2886017e9c7abacf804b54d64787dce2b611c9544ba21f3affdd126a6e50086');
});
