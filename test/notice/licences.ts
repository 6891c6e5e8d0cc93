// The licences of what the server runs on: every package that its dependencies bring, as their own package.json files say.

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * The packages below the one in `folder`, by name and version; packages of this repository are walked through and left out. What is
 * installed on some platforms only is left out too, so that the list is the same everywhere.
 */
export function licencesBelow(folder: string): readonly Licensed[] {
  const found = new Map<string, Licensed>();
  const walked = new Set<string>();
  const walk = (at: string) => {
    if (walked.has(at)) return;
    walked.add(at);
    const { name, version, license = inItsText(at), dependencies = {} } = manifestIn(at);
    if (!isOurs(name)) found.set(`${name}@${version}`, { name, version, licence: license });
    for (const dependency of Object.keys(dependencies)) walk(homeOf(dependency, at));
  };
  walk(realpathSync(folder));
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
}

/** NOTICE.md's table. */
export function tableOfLicences(packages: readonly Licensed[]): string {
  return [
    '| package | version | licence |',
    '|---|---|---|',
    ...packages.map((it) => `| ${it.name} | ${it.version} | ${it.licence} |`),
  ].join('\n');
}

function isOurs(name: string): boolean {
  return name === 'chancery' || name.startsWith('@chancery/');
}

/** The licence of a package that states none but brings its text. */
function inItsText(folder: string): string {
  const file = join(folder, 'LICENSE');
  return existsSync(file) && readFileSync(file, 'utf8').startsWith('MIT License') ? 'MIT' : 'not stated';
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Where Node finds the package from `from`: in the nearest node_modules upwards. */
function homeOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (folder === dirname(folder)) throw new Error(`${name}, needed by ${from}, is not installed`);
  }
}
