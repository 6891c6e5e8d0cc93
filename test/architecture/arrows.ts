// Which part of the repository may import which: the arrows. Everything not listed is forbidden.

import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const everyPackage: readonly string[] = [
  'answer-doc',
  'contract',
  'domain',
  'exchange',
  'questionnaires',
  'record',
  'store',
  'sync',
  'sync-client',
  'workers',
].map((name) => `@chancery/${name}`);

/** A name allows the whole package, a name with a path only that entry point, a name marked `type` only types of it. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/record': [],
  'packages/questionnaires': ['@chancery/domain'],
  'packages/answer-doc': ['@chancery/domain', '@chancery/record'],
  'packages/sync': [],
  'packages/workers': [],
  'packages/contract': ['@chancery/domain'],
  'packages/store': ['@chancery/domain', '@chancery/sync/ports', '@chancery/workers'],
  'packages/exchange': ['@chancery/domain', '@chancery/answer-doc'],
  'packages/sync-client': ['@chancery/sync/close-codes', '@chancery/sync/link', 'type @chancery/sync/ports'],
  'apps/server': everyPackage.filter((name) => name !== '@chancery/sync-client'),
  'apps/web': [
    '@chancery/domain',
    'type @chancery/questionnaires',
    '@chancery/answer-doc',
    '@chancery/contract',
    '@chancery/record',
    '@chancery/sync-client',
  ],
  test: [...everyPackage, '@chancery/server'],
};

/** Packages that must run anywhere, with what they may import from outside the repository. */
const closedPackages: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/record': [],
  'packages/sync': ['yjs', 'y-protocols', 'lib0'],
  'packages/sync-client': ['yjs', 'y-protocols', 'y-websocket', 'lib0'],
};

const sqlPackages = ['kysely', 'pg', 'better-sqlite3'];

/** One sentence for each import that the architecture forbids. Tests, and what stands in their folders `testing`, may import every package, but no app. */
export function forbiddenImports(file: SourceFile): readonly string[] {
  const home = homeOf(file.path);
  if (home === undefined) return [];
  return importsOf(file.text).flatMap((found) => {
    const reason = found.specifier.startsWith('.') ? wrongPath(file.path, home, found) : wrongPackage(file.path, home, found);
    return reason === undefined ? [] : [`${file.path} imports ${found.specifier}: ${reason}`];
  });
}

function homeOf(path: string): string | undefined {
  return Object.keys(arrows).find((folder) => path.startsWith(`${folder}/`));
}

function wrongPackage(path: string, home: string, { specifier, isTypeOnly }: Import): string | undefined {
  const isTest = /\.test\.tsx?$|\/testing\//.test(path);
  if (specifier.startsWith('@chancery/')) {
    if (/\/testing(\/|$)/.test(specifier) && !isTest && home !== 'test') return 'what stands in a folder `testing` is for tests';
    const allowed = [...(arrows[home] ?? []), ...(isTest ? everyPackage : [])];
    const isAllowed = allowed.some((arrow) =>
      arrow.startsWith('type ') ? isTypeOnly && covers(arrow.slice('type '.length), specifier) : covers(arrow, specifier),
    );
    return isAllowed ? undefined : `there is no arrow from ${home} to it`;
  }
  const isOneOf = (names: readonly string[]) => names.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  if (isOneOf(sqlPackages) && home !== 'packages/store' && home !== 'test') return 'SQL is in packages/store only';
  const closed = closedPackages[home];
  if (closed !== undefined && !isTest && !isOneOf(closed)) return `${home} has no other dependency than ${closed.join(', ') || 'itself'}`;
  return undefined;
}

function covers(arrow: string, specifier: string): boolean {
  return specifier === arrow || (arrow.split('/').length === 2 && specifier.startsWith(`${arrow}/`));
}

function wrongPath(path: string, home: string, { specifier }: Import): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith(`${home}/`)) return 'a path may not leave its package';
  const [own, other] = [featureOf(path), featureOf(target)];
  if (own === undefined || other === undefined || own === other || target === `${other}/index.ts`) return undefined;
  return 'of another feature only its index.ts may be imported';
}

/** The feature's folder, for a file of a feature. */
function featureOf(path: string): string | undefined {
  return /^apps\/[^/]+\/src\/features\/[^/]+(?=\/)/.exec(path)?.[0];
}
