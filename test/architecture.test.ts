// The shape of the repository: its arrows, rooms, file lengths, one Yjs, and that every rule has its test and every test its rule.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { forbiddenImports, type SourceFile } from './architecture/arrows.ts';
import { importsOf } from './architecture/imports.ts';
import { addressesIn, versionsOf } from './architecture/lockfile.ts';
import { circlesOfFiles, circlesOfRooms, housesOf } from './architecture/rooms.ts';
import { missingPaths, pictureOf } from './architecture/picture.ts';
import { repeatedTypes } from './architecture/exported-types.ts';
import { mismatches, quotedIds, statedIds } from './architecture/rule-ids.ts';
import { wordsToMend } from './architecture/plain-words.ts';
import { faultsOfSecurity } from './architecture/security-table.ts';
import { entriesOf, type Manifest, unusedExports } from './architecture/unused-exports.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const maxLines = 400;

const read = (path: string) => readFileSync(`${repository}${path}`, 'utf8');
const sources: readonly SourceFile[] = globSync(['{packages,apps,test}/**/*.{ts,tsx,mjs,css}', 'run.mjs'], {
  cwd: repository,
  exclude: isForeign,
}).map((path) => ({ path: path.replaceAll('\\', '/'), text: read(path) }));
const lockfile = read('pnpm-lock.yaml');

describe('the repository', () => {
  it('has sources in every package and app', () => {
    const homes = globSync('{packages,apps}/*/package.json', { cwd: repository }).map((path) => path.replace(/package\.json$/, ''));
    expect(homes.length).toBeGreaterThan(0);
    expect(homes.filter((home) => !sources.some(({ path }) => path.startsWith(home)))).toEqual([]);
  });

  it('imports along the arrows only', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([]);
  });

  it('has houses in which every arrow runs down', () => {
    const houses = housesOf(sources);
    const counts = houses.map(({ home, rooms, floors, arrows, faults }) => ({
      home,
      rooms: rooms.length,
      floors,
      arrows: arrows.length,
      up: faults.length,
    }));
    console.table(counts);
    expect(houses.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('shows its arrows in docs/architecture.md as they are, and names files that are there', () => {
    const document = read('docs/architecture.md');
    expect(document).toContain(`<!-- picture -->\n${pictureOf(sources)}\n<!-- /picture -->`);
    const known = [...sources.map(({ path }) => path), ...globSync(['**/*.md', '*.json'], { cwd: repository, exclude: isForeign })];
    expect(missingPaths(document, known)).toEqual([]);
  });

  it('shows in docs/security.md files that are there, and sums up what its tables say', () => {
    expect(faultsOfSecurity(read('docs/security.md'), (path) => existsSync(`${repository}${path}`))).toEqual([]);
  });

  it('gives no two exported types one name without leave', () => {
    expect(repeatedTypes(sources.filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path)))).toEqual([]);
  });

  it('offers from no package what no other package uses in production', () => {
    const homes = globSync('packages/*', { cwd: repository });
    const entries = homes.map((home) => entriesOf(home.replaceAll('\\', '/'), JSON.parse(read(`${home}/package.json`)) as Manifest));
    expect(unusedExports(sources, Object.assign({}, ...entries) as Record<string, string>)).toEqual([]);
  });

  it('says nothing in an odd word where there is a plain one', () => {
    const own = ['test/architecture.test.ts', 'test/architecture/plain-words.ts'];
    const documents = globSync(['*.md', 'docs/**/*.md', '{packages,apps}/*/*.md'], { cwd: repository, exclude: isForeign });
    const files = [...sources, ...documents.map((path) => ({ path, text: read(path) }))];
    expect(wordsToMend(files.filter(({ path }) => !own.includes(path)))).toEqual([]);
  });

  it('has no circle of files, and in no folder a circle of rooms', () => {
    expect(circlesOfFiles(sources)).toEqual([]);
    expect(circlesOfRooms(sources)).toEqual([]);
  });

  it(`has no source file of more than ${maxLines} lines`, () => {
    expect(tooLong(sources)).toEqual([]);
  });

  it('installs one version of Yjs, and one binding of it to ProseMirror', () => {
    expect(versionsOf('yjs', lockfile)).toHaveLength(1);
    expect(versionsOf('@tiptap/y-tiptap', lockfile)).toHaveLength(1);
    expect(versionsOf('y-prosemirror', lockfile)).toEqual([]);
  });

  it('has a lockfile that names no registry', () => {
    expect(addressesIn(lockfile)).toEqual([]);
  });

  it('states every rule once, and proves every rule by a test that begins with its id', () => {
    const stated = ['packages/domain/RULES.md', 'packages/sync/SPEC.md'].flatMap((path) => statedIds(read(path)));
    const tests = sources.filter(({ path }) => /\.test\.tsx?$/.test(path) && path !== 'test/architecture.test.ts');
    expect(stated.length).toBeGreaterThan(0);
    expect(
      mismatches(
        stated,
        tests.flatMap(({ text }) => quotedIds(text)),
      ),
    ).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it('finds every form', () => {
    const source = [
      `import a, { b } from 'one';`,
      `import type { C } from "two";`,
      `import {\n  d,\n  type E,\n} from 'three';`,
      `export * from './four.ts';`,
      `export type { F } from 'five';`,
      `import 'six';`,
      `const g = await import('seven');`,
      `import type from 'eight';`,
    ].join('\n');
    const found = importsOf(source);
    const inOrder = ['one', 'two', 'three', './four.ts', 'five', 'eight', 'six', 'seven'];
    expect(found.map(({ specifier }) => specifier)).toEqual(inOrder);
    expect(found.filter(({ isTypeOnly }) => isTypeOnly).map(({ specifier }) => specifier)).toEqual(['two', 'five']);
  });

  it('is not misled by comments and by words', () => {
    const source = `// import a from 'one'\n * import('two')\nconst text = "import b from 'three'";\nexport const from = 4;\n`;
    expect(importsOf(source)).toEqual([]);
  });
});

describe('the table of security', () => {
  const sum = 'Of the 2 requirements of levels 1 and 2, 1 apply: 1 are met, 0 in part and 0 not; 1 do not apply.';
  const [met, none] = ['| 1.1.1 | A | met | `a.ts` |', '| 1.1.2 | B | does not apply | no such thing |'];

  it.each([
    [[sum, met, none], 0],
    [[sum, met, none.replace('does not apply', 'not met')], 1],
    [[sum, met.replace('a.ts', 'gone/a.ts'), none], 1],
    [[sum, met.replace('`a.ts`', 'surely'), none], 1],
    [[sum, met, none.replace('1.1.2', '1.1.1')], 1],
    [[sum, met, none, '| 1.1.3 | C | nearly | `a.ts` |'], 1],
  ])('of %j has %d faults', (lines, count) => {
    expect(faultsOfSecurity(lines.join('\n'), (path) => path === 'a.ts')).toHaveLength(count);
  });
});

describe('the arrows', () => {
  const violations = (path: string, ...specifiers: readonly string[]) =>
    forbiddenImports({ path, text: specifiers.map((specifier) => `import { a } from '${specifier}';`).join('\n') }).length;

  it.each([
    ['packages/domain/src/a.ts', '@chancery/record'],
    ['packages/domain/src/a.ts', 'node:crypto'],
    ['packages/domain/src/a.ts', 'zod'],
    ['packages/record/src/a.ts', '@chancery/domain'],
    ['packages/sync/src/a.ts', 'ws'],
    ['packages/sync/src/a.ts', '@chancery/domain'],
    ['packages/store/src/a.ts', '@chancery/sync'],
    ['packages/store/src/a.ts', '@chancery/contract'],
    ['packages/exchange/src/a.ts', '@chancery/questionnaires'],
    ['packages/contract/src/a.test.ts', '@chancery/server'],
    ['packages/contract/src/a.ts', '../../domain/src/index.ts'],
    ['apps/server/src/a.ts', '@chancery/web'],
    ['apps/server/src/a.ts', '@chancery/sync-client'],
    ['packages/sync-client/src/a.ts', '@chancery/sync'],
    ['packages/sync-client/src/a.ts', '@chancery/answer-doc'],
    ['packages/sync-client/src/a.ts', 'react'],
    ['apps/server/src/a.ts', '@chancery/sync/testing/seeded'],
    ['apps/server/src/a.ts', 'kysely'],
    ['apps/server/src/a.ts', 'better-sqlite3'],
    ['apps/server/src/a.ts', 'pg'],
    ['apps/web/src/a.ts', '@chancery/server'],
    ['apps/web/src/a.ts', '@chancery/store'],
    ['apps/web/src/a.ts', '@chancery/sync'],
    ['apps/web/src/a.ts', '@chancery/sync/link'],
    ['apps/web/src/a.tsx', '@chancery/questionnaires'],
    ['apps/web/src/features/sign-off/a.tsx', '../threads/b.tsx'],
    ['apps/server/src/features/sign-off/a.ts', '../threads/inner/index.ts'],
  ])('forbid %s to import %s', (path, specifier) => {
    expect(violations(path, specifier)).toBe(1);
  });

  it.each([
    ['packages/domain/src/a.ts', './b.ts'],
    ['packages/domain/src/a.test.ts', 'fast-check'],
    ['packages/sync/src/a.ts', 'lib0/encoding'],
    ['packages/store/src/a.ts', '@chancery/sync/ports'],
    ['packages/store/src/a.ts', 'kysely'],
    ['packages/exchange/src/a.test.ts', '@chancery/questionnaires'],
    ['apps/server/src/a.ts', '@chancery/questionnaires/msq-2022.json'],
    ['packages/sync-client/src/a.ts', '@chancery/sync/close-codes'],
    ['packages/sync-client/src/a.ts', '@chancery/sync/link'],
    ['apps/web/src/a.ts', '@chancery/sync-client'],
    ['apps/server/src/a.test.ts', '@chancery/sync-client'],
    ['apps/web/src/features/sign-off/a.tsx', '../threads/index.ts'],
    ['apps/web/src/features/sign-off/inner/a.tsx', '../b.tsx'],
    ['test/scenario/a.test.ts', '@chancery/server'],
    ['test/scenario/a.test.ts', 'pg'],
  ])('allow %s to import %s', (path, specifier) => {
    expect(violations(path, specifier)).toBe(0);
  });

  it('allow the web client the types of the questionnaires', () => {
    const text = `import type { Question } from '@chancery/questionnaires';`;
    expect(forbiddenImports({ path: 'apps/web/src/a.ts', text })).toEqual([]);
  });
});

describe('the rooms', () => {
  const file = (path: string, ...targets: readonly string[]): SourceFile => ({
    path,
    text: targets.map((target) => `import type { A } from '${target}';`).join('\n'),
  });
  const house = [
    file('packages/a/src/index.ts', './upper/one.ts'),
    file('packages/a/src/upper/one.ts', './two.ts', '../lower/three.ts'),
    file('packages/a/src/upper/two.ts'),
    file('packages/a/src/lower/three.ts'),
    file('packages/a/src/lower/three.test.ts', '../upper/one.ts'),
  ];
  const downward = { 'packages/a': ['index.ts', 'upper', 'lower'] };

  it('are counted with the arrows between them, tests left out', () => {
    const arrows = ['index.ts -> upper', 'upper -> lower'];
    expect(housesOf(house, downward)).toEqual([
      { home: 'packages/a', rooms: ['index.ts', 'lower', 'upper'], arrows, floors: 3, faults: [] },
    ]);
  });

  it('may not be reached from a lower floor, nor from their own, nor stand without one', () => {
    const faultsWith = (...order: readonly string[]) => housesOf(house, { 'packages/a': order })[0]?.faults;
    expect(faultsWith('index.ts', 'lower', 'upper')).toEqual(['packages/a: upper -> lower does not run down']);
    expect(faultsWith('index.ts', 'upper lower')).toEqual(['packages/a: upper -> lower does not run down']);
    expect(faultsWith('index.ts', 'upper')).toEqual(['packages/a: lower has no floor']);
    expect(faultsWith('index.ts', 'upper', 'lower', 'cellar')).toEqual(['packages/a: there is no cellar']);
  });

  it('form no circle, nor do files', () => {
    const circle = [...house, file('packages/a/src/lower/four.ts', '../upper/two.ts')];
    expect(circlesOfRooms(circle)).toEqual(['packages/a/src: lower, upper']);
    expect(circlesOfFiles(circle)).toEqual([]);
    expect(housesOf(circle, {})[0]?.faults).toEqual(['packages/a: lower, upper form a circle']);
    const files = [file('packages/a/src/b.ts', './c.ts'), file('packages/a/src/c.ts', './d.ts'), file('packages/a/src/d.ts', './b.ts')];
    expect(circlesOfFiles(files)).toEqual(['packages/a/src/b.ts, packages/a/src/c.ts, packages/a/src/d.ts']);
  });
});

describe('the picture', () => {
  it('leaves out an arrow that follows from others', () => {
    const file = (path: string, ...targets: readonly string[]): SourceFile => ({
      path,
      text: targets.map((target) => `import { a } from '@chancery/${target}';`).join('\n'),
    });
    const picture = pictureOf([file('apps/server/src/a.ts', 'store', 'domain'), file('packages/store/src/a.ts', 'domain/rules')]);
    expect(picture.split('\n').slice(2, -1)).toEqual(['  server --> store', '  store --> domain']);
  });

  it('sees a file that is named and not there', () => {
    expect(missingPaths('In `a/b.ts` and `c.ts`, not in `d/c.ts` or `e`.', ['packages/a/b.ts', 'x/c.ts'])).toEqual(['d/c.ts']);
  });
});

describe('exported types', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  it('of one name are refused without leave, and leave that nobody needs as well', () => {
    const files = [file('a.ts', 'export interface Place {}\nexport type Way = 1;'), file('b.ts', 'export class Place {}\ntype Way = 2;')];
    expect(repeatedTypes(files, {})).toEqual(['Place is exported by a.ts, b.ts']);
    expect(repeatedTypes(files, { Place: 'for a reason' })).toEqual([]);
    expect(repeatedTypes(files, { Place: 'for a reason', Way: 'for none' })).toEqual(['Way has leave, but is exported once']);
  });
});

describe('what a package offers', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });
  const manifest = { name: '@chancery/a', exports: { '.': './src/index.ts', './testing/b': './src/b.ts', './c.json': './src/c.json' } };
  const house = [
    file('packages/a/src/index.ts', `export * from './b.ts';\nexport type * from './c.ts';\nexport { four } from './d.ts';`),
    file('packages/a/src/b.ts', 'export function one(two: Two): void {}\nexport interface Two {}\nexport type Three = 3;'),
    file('packages/a/src/c.ts', 'export const hidden = 1;\n'),
    file('packages/a/src/d.ts', 'export const four = 4;\nexport const five = 5;\n'),
    file('packages/a/src/b.test.ts', `import { four } from '@chancery/a';`),
  ];
  const user = (text: string) => [...house, file('apps/server/src/a.ts', text)];
  const entries = entriesOf('packages/a', manifest);

  it('is read from its entries, those for tests left out', () => {
    expect(entries).toEqual({ '@chancery/a': 'packages/a/src/index.ts' });
  });

  it('is refused where no other package uses it in production, but a type that describes something else', () => {
    const unused = (name: string) => `@chancery/a exports ${name}, which no other package uses in production`;
    expect(unusedExports(house, entries, {})).toEqual(['four', 'one', 'Three'].map(unused));
    expect(unusedExports(user(`import {\n  one as first,\n  type Three,\n} from '@chancery/a';`), entries, {})).toEqual([unused('four')]);
    expect(unusedExports(user(`import { one, type Three, four } from '@chancery/a';`), entries, {})).toEqual([]);
  });

  it('may be there with leave, which nothing has that does not need it', () => {
    const using = user(`import { one, type Three } from '@chancery/a';`);
    expect(unusedExports(using, entries, { four: 'for a reason' })).toEqual([]);
    expect(unusedExports(using, entries, { four: 'for a reason', one: 'for none' })).toEqual([
      'one has leave, and does not need it any more: take it off the list',
    ]);
  });
});

describe('the other proofs', () => {
  it('see a file that is too long', () => {
    const lines = (count: number) => 'line\n'.repeat(count);
    expect(tooLong([{ path: 'a.ts', text: lines(maxLines) }])).toEqual([]);
    expect(tooLong([{ path: 'a.ts', text: lines(maxLines + 1) }])).toEqual([`a.ts has ${maxLines + 1} lines`]);
  });

  it('see a second version in a lockfile, and an address', () => {
    const text = `packages:\n  yjs@13.6.33:\n    resolution: {integrity: a}\n  yjs@14.0.0:\nsnapshots:\n  '@a/yjs@1.0.0(yjs@13.6.33)':\n  yjs@13.6.33:\n`;
    expect(versionsOf('yjs', text)).toEqual(['13.6.33', '14.0.0']);
    expect(versionsOf('@a/yjs', text)).toEqual(['1.0.0']);
    expect(addressesIn('    resolution: {integrity: a, tarball: b}\n    x: https://registry.example/a.tgz\n  yjs@1:')).toHaveLength(2);
  });

  it('see an odd word, and a file that does not open with its noun', () => {
    const file = (text: string): SourceFile => ({ path: 'a.ts', text });
    expect(wordsToMend([file('// Owns a thing.\n// Begins Anew, renewed.')])).toEqual([
      'a.ts opens with "Owns", not with the noun that it holds',
      'a.ts:2 says "Anew": say "again"',
    ]);
    expect(wordsToMend([file('// A thing.\n// Owns nothing, again.')])).toEqual([]);
  });

  it('see a rule without a test, a test without a rule and a rule stated twice', () => {
    const stated = statedIds('- **P1** One.\n- **P2** Two.\n- **P2** Again.\n  - **W1** Inner.\nIn a text, **P9** is no rule.');
    const quoted = quotedIds(`it('P1, W1: holds', f); test.each(t)(\`P3: of no document\`, f); it('nothing: P2', f)`);
    expect(stated).toEqual(['P1', 'P2', 'P2', 'W1']);
    expect(quoted).toEqual(['P1', 'W1', 'P3']);
    expect(mismatches(['P1', 'P2', 'P2'], ['P1', 'P3'])).toEqual([
      'P2 is stated twice',
      'P2 begins the title of no test',
      'P3 begins the title of a test, but no document states it',
    ]);
  });
});

function isForeign(path: string): boolean {
  return /(^|\/)(node_modules|dist|test-results)$/.test(path);
}

function tooLong(files: readonly SourceFile[]): readonly string[] {
  const lengthOf = (text: string) => text.trimEnd().split('\n').length;
  return files.filter(({ text }) => lengthOf(text) > maxLines).map(({ path, text }) => `${path} has ${lengthOf(text)} lines`);
}
