// Reading imports out of source text: static, dynamic and re-exports. TypeScript 7 has no API for it, and a parser is not needed.

export interface Import {
  readonly specifier: string;
  /** Erased before running: `import type`, `export type`. */
  readonly isTypeOnly: boolean;
}

/** A statement begins its line, so that an example inside a comment is not taken for one. */
const fromClause = /^[ \t]*(?:import|export)\b(\s+type\b(?!\s+from\b))?[^;'"`]*?\bfrom\s*['"]([^'"\n]+)['"]/gm;
const sideEffect = /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm;
const dynamic = /^(?![ \t]*(?:\/\/|\*|\/\*)).*?\bimport\(\s*['"]([^'"\n]+)['"]/gm;

/** All imports of a TypeScript or JavaScript module, in no particular order. */
export function importsOf(source: string): readonly Import[] {
  const declared = [...source.matchAll(fromClause)].map((match) => ({ specifier: match[2] ?? '', isTypeOnly: match[1] !== undefined }));
  const others = [...source.matchAll(sideEffect), ...source.matchAll(dynamic)];
  return [...declared, ...others.map((match) => ({ specifier: match[1] ?? '', isTypeOnly: false }))];
}
