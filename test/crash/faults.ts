// The account of a text: which edits are lost in it, which are doubled, and what in it nobody typed.
import type { CrashTypist } from './typist.ts';
import { wordPattern } from './typist.ts';

/** Of how many edits of each typist the text must tell: of those acknowledged, or of all that were made. */
export type Owed = 'acknowledged' | 'made';

const oneParagraph = /^<paragraph>(.*)<\/paragraph>$/;

/**
 * One line for each edit that is owed and not in the text, for each word that stands in it twice, and for whatever else is wrong with it.
 * `text`: the XML of the fragment in which the typists type.
 */
export function faultsOf(text: string, typists: readonly CrashTypist[], owed: Owed): readonly string[] {
  const words = oneParagraph.exec(text)?.[1];
  if (words === undefined) return [`doubled: not one paragraph, but ${text.slice(0, 200)}`];
  const counts = new Map<string, number>();
  for (const [word] of words.matchAll(wordPattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const doubled = [...counts].filter(([, count]) => count > 1).map(([word, count]) => `doubled: ${word} stands there ${count} times`);
  const torn = words.replaceAll(wordPattern, '');
  return [
    ...(torn === '' ? [] : [`torn: "${torn}" is no word`]),
    ...doubled,
    ...typists.flatMap((typist) => lostBy(typist, counts, owed)),
    ...strangers(counts, typists),
  ];
}

/** A word whose deletion is made but not owed may be there or not. */
function lostBy({ edits, client }: CrashTypist, counts: ReadonlyMap<string, number>, owed: Owed): readonly string[] {
  const isOwed = edits.slice(0, client[owed]);
  const deleted = new Set(edits.filter(({ kind }) => kind === 'deletes').map(({ word }) => word));
  return isOwed
    .filter(({ kind, word }) => (kind === 'types' ? !counts.has(word) && !deleted.has(word) : counts.has(word)))
    .map(({ kind, word }) => (kind === 'types' ? `lost: ${word}` : `lost: the deletion of ${word}`));
}

function strangers(counts: ReadonlyMap<string, number>, typists: readonly CrashTypist[]): readonly string[] {
  const typed = new Set(typists.flatMap(({ edits }) => edits.map(({ word }) => word)));
  return [...counts.keys()].filter((word) => !typed.has(word)).map((word) => `strange: nobody typed ${word}`);
}
