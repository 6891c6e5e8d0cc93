// What the packages offer each other: whatever a package's entry exports is used by another package's production code. A type may also stand
// there because something else of its package is described with it.

import { posix } from 'node:path';
import type { SourceFile } from './arrows.ts';

/** Names that an entry may export although no other package uses them in production, each with the reason. */
const leave: Readonly<Record<string, string>> = {
  textOf: 'stands beside the limit that it keeps, in an entry of its own so that the server can ask for the limit without the parsers',
};

/** The file of each entry: `@chancery/sync/link` and its path. */
export type Entries = Readonly<Record<string, string>>;

/** The entries that a package.json names; those for tests, and those that are no modules, are left out. */
export function entriesOf(home: string, { name, exports = {} }: Manifest): Entries {
  const offered = Object.entries(exports).filter(([entry, path]) => path.endsWith('.ts') && !isForTests(`${entry}/`));
  return Object.fromEntries(offered.map(([entry, path]) => [posix.join(name, entry), posix.join(home, path)]));
}

export interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
}

/** One sentence for each exported name that no other package's production code imports, and for leave that nobody needs. */
export function unusedExports(
  sources: readonly SourceFile[],
  entries: Entries,
  leaves: Readonly<Record<string, string>> = leave,
): readonly string[] {
  const production = sources.filter(({ path }) => /^(packages|apps)\/[^/]+\/src\//.test(path) && !isForTests(path));
  const used = new Set(production.flatMap(({ text }) => importedNames(text)));
  const unused = Object.entries(entries).flatMap(([specifier, path]) => {
    const own = (other: string) => homeOf(other) === homeOf(path);
    const siblings = Object.keys(entries).filter((entry) => own(entries[entry] ?? ''));
    const texts = new Map(production.filter((file) => own(file.path)).map((file) => [file.path, file.text]));
    return exportsOf(path, texts)
      .filter(({ name }) => !siblings.some((entry) => used.has(`${entry} ${name}`)))
      .filter(({ name, isType }) => !isType || !describesAnother(name, texts))
      .map(({ name }) => ({ specifier, name }));
  });
  return [
    ...unused
      .filter(({ name }) => leaves[name] === undefined)
      .map(({ specifier, name }) => `${specifier} exports ${name}, which no other package uses in production`),
    ...Object.keys(leaves)
      .filter((name) => !unused.some((other) => other.name === name))
      .map((name) => `${name} has leave, and does not need it any more: take it off the list`),
  ];
}

interface Exported {
  readonly name: string;
  readonly isType: boolean;
}

/** Every name that a module exports, what it passes on from other modules of its package included. */
function exportsOf(path: string, texts: ReadonlyMap<string, string>): readonly Exported[] {
  const text = texts.get(path) ?? '';
  const declared = [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:async )?(interface|type|class|const|function\*?) (\w+)/gm)];
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)];
  const passedOn = [...text.matchAll(/^export (type )?\* from '(\.[^']+)'/gm)];
  const at = (target = '') => exportsOf(posix.join(posix.dirname(path), target), texts);
  return [
    ...declared.map(([, kind, name = '']) => ({ name, isType: kind === 'interface' || kind === 'type' })),
    ...listed.flatMap(([, list = '', target]) => at(target).filter(({ name }) => namesIn(list).includes(name))),
    ...passedOn.flatMap(([, onlyTypes, target]) => at(target).filter(({ isType }) => isType || onlyTypes === undefined)),
  ];
}

/** True for a type that is named besides where it is declared and passed on. */
function describesAnother(name: string, texts: ReadonlyMap<string, string>): boolean {
  const word = new RegExp(`\\b${name}\\b`, 'g');
  const named = [...texts.values()].flatMap((text) => [
    ...text.replaceAll(/^(?:import|export) (?:type )?\{[^}]*\}.*$/gm, '').matchAll(word),
  ]);
  return named.length > 1;
}

/** `specifier name` for each name that a module takes from a package. */
function importedNames(text: string): readonly string[] {
  const imports = text.matchAll(/^[ \t]*(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'(@chancery\/[^']+)'/gm);
  return [...imports].flatMap(([, list = '', specifier]) => namesIn(list).map((name) => `${specifier} ${name}`));
}

/** The names of `a, type b as c`, as the other module calls them. */
function namesIn(list: string): readonly string[] {
  return list.split(',').flatMap((item) => /^\s*(?:type\s+)?(\w+)/.exec(item)?.[1] ?? []);
}

function homeOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function isForTests(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path);
}
