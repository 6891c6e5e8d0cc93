// What an import finds in a file, as values. Nothing here says what becomes of it.
import type { AnswerContent, FieldId, QuestionId } from '@chancery/domain';
import type { TextProblem } from './source-text.ts';

/**
 * Something that a person should look at, with the words to show beside it.
 * confirm-choice: the ticks are lost, `text` is the prose as a hint · several-ticks: one choice, several ticks · link-not-kept: the link's target is not allowed, its text stays.
 */
export interface ImportNote {
  readonly code: 'confirm-choice' | 'several-ticks' | 'link-not-kept';
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

export interface FilledForm {
  /** One for each question whose wording is in the file, in the questionnaire's order; without fields where it is blank. */
  readonly answers: readonly FilledAnswer[];
  readonly unrecognised: readonly UnrecognisedText[];
  /** Questions whose wording is not in the file. */
  readonly missing: readonly QuestionId[];
}

export type ImportProblem = TextProblem | { readonly code: 'not-a-questionnaire'; readonly matched: number };

export type FilledFormOutcome = { readonly ok: true; readonly form: FilledForm } | { readonly ok: false; readonly problem: ImportProblem };
