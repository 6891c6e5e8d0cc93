// Plain English in sources and documents: words for which there is a plainer one.

import type { SourceFile } from './arrows.ts';

/** Each with what to say instead. */
const plainer: Readonly<Record<string, string>> = {
  whoever: 'anyone who',
  whomever: 'anyone whom',
  anew: 'again',
};

/** One sentence for each line with such a word, and for each file that opens with the verb "Owns" instead of the noun that it holds. */
export function wordsToMend(files: readonly SourceFile[]): readonly string[] {
  const word = new RegExp(`\\b(${Object.keys(plainer).join('|')})\\b`, 'gi');
  return files.flatMap(({ path, text }) => [
    ...(/^\/[/*] Owns\b/.test(text) ? [`${path} opens with "Owns", not with the noun that it holds`] : []),
    ...text
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(word)].map(([found]) => `${path}:${index + 1} says "${found}": say "${plainer[found.toLowerCase()]}"`),
      ),
  ]);
}
