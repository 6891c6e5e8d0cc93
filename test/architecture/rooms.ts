// The rooms of a package: the files and folders that stand directly in its src, and the arrows between them. Tests are left out.

import { posix } from 'node:path';
import type { SourceFile } from './arrows.ts';
import { importsOf } from './imports.ts';

/**
 * The floors of each house, from top to bottom; rooms of one floor stand in one string. An arrow may only run to a lower floor. A package
 * that is not named has its floors from the arrows alone: they form no circle.
 */
const floors: Readonly<Record<string, readonly string[]>> = {
  'apps/web': ['main.tsx vite-env.d.ts', 'app', 'screens', 'features', 'content download', 'ui', 'words', 'api'],
  'apps/server': [
    'chancery.ts index.ts',
    'commands',
    'process',
    'features',
    'context.ts',
    'config.ts upkeep',
    'cluster',
    'connection',
    'decision late-edit',
    'round',
    'http mail',
    'sign-in',
    'pacing',
  ],
  'packages/domain': ['index.ts', 'record', 'answer', 'round account', 'questionnaire refusal.ts', 'id.ts'],
  'packages/record': [
    'index.ts',
    'verify.ts findings.ts',
    'facts.ts succession.ts',
    'verdict.ts',
    'vouching.ts',
    'standing.ts chain.ts person.ts',
    'record-file.ts',
    'canonical-json.ts repeated-key.ts',
  ],
  'packages/answer-doc': [
    'index.ts',
    'add-text.ts',
    'write.ts',
    'content.ts is-of-schema.ts anchor',
    'difference canonical choice.ts',
    'place.ts plain-text.ts schema.ts hyperlink.ts',
  ],
  'packages/exchange': [
    'index.ts',
    'read-filled-form.ts',
    'word-in',
    'printed',
    'markdown',
    'docx pdf write-json.ts',
    'form wording direction.ts written-text.ts',
    'filled-form.ts prose.ts round-heading.ts',
    'source-text.ts html-tokens.ts file-kind.ts reading-cost.ts',
    'text-encoding.ts',
  ],
  'packages/store': ['index.ts', 'open-store.ts', 'sqlite postgres', 'log', 'round', 'account', 'database', 'schema'],
  'packages/sync': [
    'index.ts',
    'room',
    'servers session',
    'log',
    'content wire',
    'compaction clock.ts errors.ts events.ts',
    'member.ts',
    'close-codes.ts limits.ts ports.ts token-bucket.ts',
  ],
  'packages/sync-client': ['index.ts', 'tab.ts', 'document link'],
};

export interface PackageRooms {
  readonly home: string;
  readonly rooms: readonly string[];
  /** `from -> to`, each once, type imports included. */
  readonly arrows: readonly string[];
  /** Rooms on the longest way down. */
  readonly floors: number;
  /** Sentences about arrows that run up, or to a neighbour on the same floor, and about rooms without a floor. */
  readonly faults: readonly string[];
}

/** The house of every package and app that the sources hold. */
export function housesOf(
  sources: readonly SourceFile[],
  declared: Readonly<Record<string, readonly string[]>> = floors,
): readonly PackageRooms[] {
  const files = fileArrows(sources);
  const homes = new Set([...files.keys()].map((path) => homeOf(path)));
  return [...homes].sort().map((home) => {
    const rooms = [
      ...new Set([...files.keys()].filter((path) => homeOf(path) === home).map((path) => childOf(path, `${home}/src`))),
    ].sort();
    const arrows = arrowsWithin(`${home}/src`, files);
    const faults = faultsOf(home, rooms, arrows, declared[home]);
    return { home, rooms, arrows: arrows.map(([from, to]) => `${from} -> ${to}`), floors: floorsOf(arrows), faults };
  });
}

/** Every folder in which the arrows between its children form a circle, with the children in it. */
export function circlesOfRooms(sources: readonly SourceFile[]): readonly string[] {
  const files = fileArrows(sources);
  const folders = new Set([...files.keys()].flatMap(foldersAbove));
  return [...folders].sort().flatMap((folder) => circlesIn(arrowsWithin(folder, files)).map((circle) => `${folder}: ${circle.join(', ')}`));
}

/** Every group of files that import each other in a circle, type imports included. */
export function circlesOfFiles(sources: readonly SourceFile[]): readonly string[] {
  const arrows = [...fileArrows(sources)].flatMap(([from, targets]) => targets.map((to) => [from, to] as const));
  return circlesIn(arrows).map((circle) => circle.join(', '));
}

type Arrow = readonly [from: string, to: string];

/** The relative imports of every file of a package's or app's src, as paths from the repository's root. */
function fileArrows(sources: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const inside = sources.filter(
    ({ path }) => /^(packages|apps)\/[^/]+\/src\//.test(path) && !/\.test\.tsx?$|\/(testing|fixtures)\//.test(path),
  );
  const known = new Set(inside.map(({ path }) => path));
  return new Map(
    inside.map(({ path, text }) => {
      const targets = importsOf(text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier));
      return [path, [...new Set(targets)].filter((target) => known.has(target) && target !== path)];
    }),
  );
}

function homeOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** The name of the file or folder directly in `folder` in which the path lies. */
function childOf(path: string, folder: string): string {
  return path.slice(folder.length + 1).split('/', 1)[0] ?? '';
}

/** The folders from a package's src down to the one that holds the file. */
function foldersAbove(path: string): readonly string[] {
  const parts = posix.dirname(path).split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).slice(2);
}

/** The arrows between the children of a folder, each once. */
function arrowsWithin(folder: string, files: ReadonlyMap<string, readonly string[]>): readonly Arrow[] {
  const found = new Map<string, Arrow>();
  for (const [path, targets] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    const from = childOf(path, folder);
    for (const target of targets) {
      const to = target.startsWith(`${folder}/`) ? childOf(target, folder) : from;
      if (to !== from) found.set(`${from} -> ${to}`, [from, to]);
    }
  }
  return [...found.values()];
}

function faultsOf(
  home: string,
  rooms: readonly string[],
  arrows: readonly Arrow[],
  declared: readonly string[] | undefined,
): readonly string[] {
  if (declared === undefined) return circlesIn(arrows).map((circle) => `${home}: ${circle.join(', ')} form a circle`);
  const floorOf = new Map(declared.flatMap((floor, index) => floor.split(' ').map((room) => [room, index] as const)));
  return [
    ...rooms.filter((room) => !floorOf.has(room)).map((room) => `${home}: ${room} has no floor`),
    ...[...floorOf.keys()].filter((room) => !rooms.includes(room)).map((room) => `${home}: there is no ${room}`),
    ...arrows
      .filter(([from, to]) => (floorOf.get(from) ?? -1) >= (floorOf.get(to) ?? Number.POSITIVE_INFINITY))
      .map(([from, to]) => `${home}: ${from} -> ${to} does not run down`),
  ];
}

/** A circle is walked once. */
function floorsOf(arrows: readonly Arrow[]): number {
  const below = Map.groupBy(arrows, ([from]) => from);
  const depths = new Map<string, number>();
  const depthOf = (room: string): number => {
    const known = depths.get(room);
    if (known !== undefined) return known;
    depths.set(room, 1);
    const depth = 1 + Math.max(0, ...(below.get(room) ?? []).map(([, to]) => depthOf(to)));
    depths.set(room, depth);
    return depth;
  };
  return Math.max(1, ...[...below.keys()].map(depthOf));
}

/** The groups of more than one member in which everybody reaches everybody (Tarjan's strongly connected components). */
function circlesIn(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const targets = Map.groupBy(arrows, ([from]) => from);
  const order = new Map<string, number>();
  const stack: string[] = [];
  const circles: (readonly string[])[] = [];
  const visit = (at: string): number => {
    const number = order.size;
    order.set(at, number);
    let low = number;
    stack.push(at);
    for (const [, to] of targets.get(at) ?? []) {
      if (!order.has(to)) low = Math.min(low, visit(to));
      else if (stack.includes(to)) low = Math.min(low, order.get(to) ?? low);
    }
    if (low === number) {
      const circle = stack.splice(stack.lastIndexOf(at));
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return low;
  };
  for (const at of targets.keys()) if (!order.has(at)) visit(at);
  return circles;
}
