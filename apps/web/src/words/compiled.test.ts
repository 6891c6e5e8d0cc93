// Proves that every message has an id of its own, parses, and is compiled wherever it is defined: the page holds no parser for one that is not.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compiled } from '../../compile-messages.ts';

const source = new URL('..', import.meta.url).pathname;
const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !file.includes('.test.'));
const sources = files
  .map((file) => ({ file, code: readFileSync(source + file, 'utf8') }))
  .filter(({ code }) => code.includes('defaultMessage:'));

it('messages are defined where the build compiles them', () => {
  expect(sources.filter(({ file, code }) => !file.endsWith('.ts') || !code.includes('defineMessages(')).map(({ file }) => file)).toEqual(
    [],
  );
});

it.each(sources)('no message of $file is left as text', ({ code }) => {
  const built = compiled(code);
  expect(built).not.toMatch(/defaultMessage:\s*[^\s[]/);
  expect(built).not.toMatch(/, (plural|select|selectordinal),/);
});

it('no two messages share an id', () => {
  const ids = sources.flatMap(({ code }) => [...code.matchAll(/\bid: '([^']+)',\s*defaultMessage:/g)].map(([, id]) => id));
  expect(ids.length).toBeGreaterThan(900);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
