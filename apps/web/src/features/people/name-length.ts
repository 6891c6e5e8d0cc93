// How long names may be: what is longer is refused in words, and never cut while it is typed or pasted.
import type { Words } from '../../words/use-words.ts';
import { memberWords } from './words.ts';

/** Of names, titles and addresses. */
export const nameLength = 200;
export const shortNameLength = 30;

/** The sentence about a text that is too long; null for one that is not. */
export function lengthFault(say: Words['say'], text: string, max: number): string | null {
  return text.length <= max ? null : say(memberWords.tooLong, { max, more: text.length - max });
}
