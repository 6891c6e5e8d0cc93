// The characters that a form needs letters for.
import { toConfirmWording } from '../../wording/ticks.ts';
import { drawable } from './run.ts';

/** What is drawn that stands in no text: numbers, marks of lists, boxes, numbers of missing characters. */
const ownText = 'Page of 0123456789.,:;*_[]U+ABCDEF …•–▪☒☐';

/** Every character of every text in the value, as it is drawn. Texts that are not printed count as well. */
export function charactersOf(value: unknown): ReadonlySet<number> {
  const characters = new Set<number>();
  const waiting: unknown[] = [value, ownText, toConfirmWording];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') for (const character of drawable(next)) characters.add(character.codePointAt(0) ?? 0);
    else if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) waiting.push(inner);
  }
  return characters;
}
