// A stretch of text with one look, and the characters that can be drawn of it.
import type PDFDocument from 'pdfkit';
import type { LetterLook } from '../sheet.ts';

export interface LetterRun {
  readonly text: string;
  readonly look: LetterLook;
  /** Where a click leads. */
  readonly target: string | null;
  /** The element of the document's structure that the text belongs to. */
  readonly element: Element;
}

export interface Element {
  readonly type: string;
  readonly node: InstanceType<typeof PDFDocument>['struct'] extends (...args: never[]) => infer Node ? Node : never;
}

// What XML does not allow is not drawn either; nor are the signs that only steer bidirectional text, which the line breaker acts on itself.
const undrawn = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** The text in composed characters, its line ends as "\n", without what no file can hold. */
export function drawable(text: string): string {
  return text.replace(lineEnds, '\n').replace(undrawn, '').normalize('NFC');
}
