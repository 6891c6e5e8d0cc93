// The sheet (A4, the measures of the Word export) and the look of every kind of text on it. Lengths in points.
import type { FaceStyle } from './type/typeface.ts';

export const page = { width: 595.28, height: 841.89, margin: 62.35, head: 36, foot: 806 } as const;
export const textWidth = page.width - 2 * page.margin;
export const textHeight = page.height - 2 * page.margin;
/** Answers stand below the wording of their question, right of its number. */
export const answerIndent = 22.7;
export const labelWidth = 113.4;
export const listStep = 18;
export const quoteStep = 17;

export const colours = {
  ink: '#1F2933',
  deepBlue: '#14375E',
  unBlue: '#0B6FA4',
  quiet: '#52606D',
  link: '#0B5394',
  rule: '#B8C4CE',
  tableLine: '#8C9BAB',
  headGround: '#E8EEF4',
} as const;

/** How letters look. */
export interface LetterLook {
  readonly size: number;
  readonly colour: string;
  readonly style: FaceStyle;
  readonly isUnderlined: boolean;
}

/** A kind of paragraph. */
export interface ParagraphStyle {
  readonly look: LetterLook;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
}

function style(
  size: number,
  colour: string,
  face: FaceStyle,
  [before, after]: readonly [number, number],
  keepNext = false,
): ParagraphStyle {
  return { look: { size, colour, style: face, isUnderlined: false }, before, after, keepNext };
}

const { ink, deepBlue, unBlue, quiet } = colours;

export const styles = {
  issuer: style(12, unBlue, 'bold', [0, 0]),
  'issuer-end': style(12, unBlue, 'bold', [0, 14]),
  title: style(20, deepBlue, 'bold', [14, 11], true),
  introduction: style(10.5, ink, 'regular', [0, 6]),
  section: style(14, deepBlue, 'bold', [22, 14], true),
  heading: style(12, unBlue, 'bold', [15, 5], true),
  note: style(10.5, quiet, 'italic', [0, 5], true),
  prompt: style(10.5, deepBlue, 'italic', [5, 4], true),
  question: style(11, deepBlue, 'bold', [16, 4], true),
  country: style(13, ink, 'bold', [16, 6], true),
  choice: style(10.5, ink, 'regular', [0, 3]),
  answer: style(10.5, ink, 'regular', [0, 5]),
  item: style(10.5, ink, 'regular', [0, 3]),
  line: style(10.5, ink, 'regular', [0, 3]),
  tableText: style(10, ink, 'regular', [0, 3]),
  tableHead: style(10, deepBlue, 'bold', [0, 3]),
  pageEdge: style(8.5, quiet, 'regular', [0, 0]),
} as const satisfies Record<string, ParagraphStyle>;

/** From one baseline to the next. */
export function leadingOf(size: number): number {
  return size * 1.36;
}

/** The style of the same letters, slanted. */
export function slanted(style: FaceStyle): FaceStyle {
  return style === 'bold' || style === 'boldItalic' ? 'boldItalic' : 'italic';
}

/** The style of the same letters, bold. */
export function emboldened(style: FaceStyle): FaceStyle {
  return style === 'italic' || style === 'boldItalic' ? 'boldItalic' : 'bold';
}
