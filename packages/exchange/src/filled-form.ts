// What an import finds in a file, as values. Nothing here says what becomes of it.
import type { AnswerContent, FieldId, QuestionId } from '@chancery/domain';
import type { WordProblem } from './file-kind.ts';
import type { DecodedText } from './text-encoding.ts';
import type { TextProblem } from './source-text.ts';

/**
 * Something that a person should look at, with the words to show beside it.
 * lost-letters: `text` holds question marks in the place of letters · damaged-letters: it holds replacement signs.
 * confirm-choice: the ticks are lost, `text` is the prose as a hint · several-ticks: one choice, several ticks · link-not-kept: the link's target is not allowed, its text stays.
 */
export interface ImportNote {
  readonly code: 'confirm-choice' | 'several-ticks' | 'link-not-kept' | 'lost-letters' | 'damaged-letters';
  readonly field: FieldId;
  readonly text: string;
}

export interface FilledAnswer {
  readonly content: AnswerContent;
  /** The lines of the file that it came from, as they stand there. */
  readonly source: string;
  readonly notes: readonly ImportNote[];
}

/** Lines that are neither printed wording nor part of an answer. */
export interface UnrecognisedText {
  /** Counts from 1. */
  readonly fromLine: number;
  readonly text: string;
}

/**
 * What a Word file holds beside text, and what became of it: everything is left out, but of a tracked change the final text is read.
 * contents: a table of contents, which Word makes by itself · link: its target is not allowed, its text stays · page-margin: the head or foot
 * of the pages.
 */
export const leftOutKinds = [
  'tracked-change',
  'comment',
  'footnote',
  'endnote',
  'text-box',
  'picture',
  'chart',
  'diagram',
  'equation',
  'embedded-object',
  'inserted-file',
  'hidden-text',
  'link',
  'contents',
  'page-margin',
  'macros',
] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

export interface LeftOut {
  readonly what: LeftOutKind;
  readonly count: number;
  /** Where: the questions under which they stand, in printed order. Empty where they stand before the first one. */
  readonly questions: readonly QuestionId[];
}

export interface FilledForm {
  /** One for each question whose wording is in the file, in the questionnaire's order; without fields where it is blank. */
  readonly answers: readonly FilledAnswer[];
  readonly unrecognised: readonly UnrecognisedText[];
  /** Questions whose wording is not in the file. */
  readonly missing: readonly QuestionId[];
}

export type ImportProblem = TextProblem | WordProblem | { readonly code: 'not-a-questionnaire'; readonly matched: number };

/** In which encoding a text file was read; `damaged`: bytes of it that are no letters. */
type FileEncoding = Omit<DecodedText, 'text'>;

/** `countedIn`: what the numbers of unrecognised text count. `encoding`: null for a Word file, which states its own. */
export interface ReadForm {
  readonly ok: true;
  readonly form: FilledForm;
  readonly leftOut: readonly LeftOut[];
  readonly countedIn: 'lines' | 'paragraphs';
  readonly encoding: FileEncoding | null;
}

export type FilledFormOutcome = ReadForm | { readonly ok: false; readonly problem: ImportProblem };
