// The names of exported types: one name means one thing, so that no two files export a type of one name without leave.

import type { SourceFile } from './arrows.ts';

const alone = 'the check of a record depends on nothing, and says in its own types what a record file holds';

/** Names that may be exported by several files, each with the reason. */
const leave: Readonly<Record<string, string>> = {
  Person: alone,
  Phase: alone,
  Reading: alone,
};

/** One sentence for each name that more than one file exports a type under, and for leave that nobody needs. */
export function repeatedTypes(sources: readonly SourceFile[], leaves: Readonly<Record<string, string>> = leave): readonly string[] {
  const found = sources.flatMap(({ path, text }) => exportedTypes(text).map((name) => ({ name, path })));
  const repeated = [...Map.groupBy(found, ({ name }) => name)].filter(([, homes]) => homes.length > 1);
  return [
    ...repeated
      .filter(([name]) => leaves[name] === undefined)
      .map(([name, homes]) => `${name} is exported by ${homes.map(({ path }) => path).join(', ')}`),
    ...Object.keys(leaves)
      .filter((name) => !repeated.some(([other]) => other === name))
      .map((name) => `${name} has leave, but is exported once`),
  ];
}

function exportedTypes(text: string): readonly string[] {
  return [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:interface|type|class) (\w+)/gm)].map((match) => match[1] ?? '');
}
