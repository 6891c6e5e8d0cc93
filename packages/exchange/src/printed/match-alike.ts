// The match of a prompt, hint or note that is printed a little otherwise: with a word left out, a letter more, over other lines.
import { Wordings } from '../wording/likeness.ts';
import { isSignsOnly, type WordingMatch } from '../wording/wording.ts';
import { firstWordOf, wordsOf } from '../wording/words.ts';
import { blockAt, cutAt } from './text-block.ts';

const minLikeness = 0.78;
const minWords = 5;

/** Matches wording of five words or more that stands alone from line `from` on and is much alike. */
export function matchAlike(lines: readonly string[], from: number, printed: string): WordingMatch | null {
  const words = wordsOf(printed);
  const first = firstWordOf(lines[from] ?? '');
  if (words.length < minWords || first === undefined || !words.slice(0, 2).includes(first)) return null;
  const block = blockAt(lines, from, words.length + 8);
  const wordings = new Wordings([{ of: printed, text: printed }]);
  const [best] = wordings.nearest(block.words.map((it) => it.text));
  if (best === undefined || best.likeness < minLikeness) return null;
  const cut = cutAt(block, block.words[best.wordCount - 1]?.end ?? 0);
  return isSignsOnly(cut.rest) ? cut : null;
}
