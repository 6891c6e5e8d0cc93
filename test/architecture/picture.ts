// The picture of the arrows for docs/architecture.md: packages and apps as the imports stand.

import type { SourceFile } from './arrows.ts';
import { importsOf } from './imports.ts';

/** A Mermaid flowchart. An arrow that follows from others is left out: where A -> B -> C, nothing is drawn from A to C. */
export function pictureOf(sources: readonly SourceFile[]): string {
  const below = packageArrows(sources);
  const reaches = (from: string, to: string): boolean => [...(below.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  const drawn = [...below].flatMap(([from, targets]) => {
    const direct = [...targets].filter((to) => ![...targets].some((other) => other !== to && reaches(other, to)));
    return direct.map((to) => `  ${from} --> ${to}`);
  });
  return ['```mermaid', 'flowchart TD', ...drawn.sort(), '```'].join('\n');
}

/** The packages that each package and app imports, tests left out. */
function packageArrows(sources: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    const from = /^(?:packages|apps)\/([^/]+)\/src\//.exec(path)?.[1];
    if (from === undefined || /\.test\.tsx?$|\/testing\//.test(path)) continue;
    const targets = arrows.get(from) ?? new Set();
    for (const { specifier } of importsOf(text)) {
      const to = /^@chancery\/([^/]+)/.exec(specifier)?.[1];
      if (to !== undefined && to !== from) targets.add(to);
    }
    arrows.set(from, targets);
  }
  return arrows;
}

/** The paths of files and folders that a document names in backquotes and that are nowhere in the repository. */
export function missingPaths(document: string, known: readonly string[]): readonly string[] {
  const named = [...document.matchAll(/`((?:[a-z][\w.-]*\/)*[a-z][\w-]*\.(?:ts|tsx|mjs|md|json))`/g)].map((match) => match[1] ?? '');
  return [...new Set(named)].filter((path) => !known.some((file) => file === path || file.endsWith(`/${path}`)));
}
