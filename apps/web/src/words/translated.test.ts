// Proves that a translator's catalogue holds every message, that a finished one is said on every screen, and that a broken one is refused.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Catalogue, compiled, translated } from '../../compile-messages.ts';

const web = new URL('../..', import.meta.url).pathname;
const { scripts } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
const sources = globSync('src/**/*.ts', { cwd: web })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(web, file), 'utf8'))
  .filter((code) => code.includes('defineMessages('));
const folder = mkdtempSync(join(tmpdir(), 'chancery-messages-'));
let english: Catalogue = {};

/** Runs one of the scripts on the catalogues of the test. */
function run(script: string): string {
  const command = (scripts[script] ?? '').replaceAll('messages/', `${folder}/`);
  return execFileSync('sh', ['-c', command], {
    cwd: web,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, PATH: `${web}node_modules/.bin:${process.env['PATH']}` },
  });
}

function writeCatalogue(change: (sentence: string, id: string) => string): void {
  const pseudo = Object.entries(english).map(([id, sentence]) => [id, change(sentence, id)] as const);
  writeFileSync(join(folder, 'xx.json'), JSON.stringify(Object.fromEntries(pseudo)));
}

/** Stands in for a translation: the same structure in other words. */
const marked = (sentence: string): string => `«${sentence}»`;

beforeAll(() => {
  run('catalogue');
  english = JSON.parse(readFileSync(join(folder, 'en.json'), 'utf8')) as Catalogue;
});

afterAll(() => rmSync(folder, { recursive: true }));

it('the catalogue holds every message that the client defines', () => {
  const defined = sources.flatMap((code) => [...code.matchAll(/\bid: '([^']+)',\s*defaultMessage:/g)].map(([, id]) => id));
  expect(new Set(Object.keys(english))).toEqual(new Set(defined));
});

it('every message of a whole catalogue takes the place of the English one, and compiles', () => {
  const catalogue = Object.fromEntries(Object.entries(english).map(([id, sentence]) => [id, marked(sentence)]));
  const built = sources.map((code) => compiled(translated(code, catalogue))).join('\n');
  expect([...built.matchAll(/defaultMessage: \[\{"type":0,"value":"«/g)]).toHaveLength(Object.keys(english).length);
});

it('what a catalogue does not have stays English', () => {
  const code = `defineMessages({ a: { id: 'a.b', defaultMessage: 'One' }, b: { id: 'toString', defaultMessage: 'Two' } })`;
  expect(translated(code, { 'a.b': 'Satu "dan" {x}' })).toBe(
    `defineMessages({ a: { id: 'a.b', defaultMessage: "Satu \\"dan\\" {x}" }, b: { id: 'toString', defaultMessage: 'Two' } })`,
  );
});

it('the check of translations takes a whole catalogue, and names a message that is missing or has lost a value', () => {
  writeCatalogue(marked);
  expect(run('check-translations')).toBe('');
  writeCatalogue((sentence, id) => (id === 'download.bytes' ? '{n, number} bait' : marked(sentence)));
  expect(() => run('check-translations')).toThrow(/download\.bytes/);
});
