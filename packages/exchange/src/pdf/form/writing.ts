// What the writing of one file goes by: the document, its letters, and where in its structure it is.
import type { Doc } from '../pen.ts';
import type { Ink } from '../line/ink.ts';
import { drawable, type Element, type LetterRun } from '../line/run.ts';
import { colours, type LetterLook } from '../sheet.ts';
import { addressTarget, printedParts } from '../../written-text.ts';

export interface Writing {
  readonly doc: Doc;
  readonly ink: Ink;
}

/** Wording of the form with its web and mail addresses live. */
export function printedRuns(text: string, look: LetterLook, element: Element): readonly LetterRun[] {
  return printedParts(drawable(text)).map((part) => addressed(part.text, part.target, look, element));
}

/** One web or mail address, live where it can be. */
export function addressRun(address: string, look: LetterLook, element: Element): LetterRun {
  return addressed(drawable(address), addressTarget(address), look, element);
}

/** Plain text. */
export function plainRun(text: string, look: LetterLook, element: Element): LetterRun {
  return { text: drawable(text), look, target: null, element };
}

/** Text that leads somewhere looks so. */
export function addressed(text: string, target: string | null, look: LetterLook, element: Element): LetterRun {
  return { text, look: target === null ? look : { ...look, colour: colours.link, isUnderlined: true }, target, element };
}
