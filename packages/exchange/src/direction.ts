// The direction of a paragraph: that of its first strong character, as the Unicode Bidirectional Algorithm says (rules P2 and P3).
import bidiFactory from 'bidi-js';

export type Direction = 'ltr' | 'rtl';

export const bidi = bidiFactory();

const rightToLeft = /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** False where the text runs left to right throughout. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Left to right where no character is strong, or as `otherwise` says. */
export function directionOf(text: string, otherwise: Direction = 'ltr'): Direction {
  for (const character of text) {
    const type = bidi.getBidiCharTypeName(character);
    if (type === 'L') return 'ltr';
    if (type === 'R' || type === 'AL') return 'rtl';
  }
  return otherwise;
}
