// Right-to-left text in Word: paragraphs that run so (w:bidi) and runs that do (w:rtl).
import { type Direction, directionOf } from '../../direction.ts';

/** Of a paragraph with that text. */
export function bidirectional(text: string): { readonly bidirectional?: true } {
  return directionOf(text) === 'rtl' ? { bidirectional: true } : {};
}

/** Of a run in a paragraph that runs `around`, which a run of signs alone follows. */
export function rightToLeft(text: string, around: Direction = 'ltr'): { readonly rightToLeft?: true } {
  return directionOf(text, around) === 'rtl' ? { rightToLeft: true } : {};
}
