// The shape of a questionnaire: sections, questions, fields as printed. A questionnaire is data; nothing here knows a particular one.
import type { FieldId, OptionId, QuestionId, RowId } from '../id.ts';

export interface Questionnaire {
  readonly id: string;
  /** A round keeps the version it was opened with. */
  readonly version: number;
  readonly title: string;
  /** Issuer as printed above the title, one entry per printed line. */
  readonly issuer: readonly string[];
  /** Paragraphs as printed between the title and the first question. */
  readonly introduction: readonly string[];
  readonly sections: readonly Section[];
  /** Paragraphs as printed after the last question. */
  readonly closing: readonly string[];
}

export interface Section {
  readonly id: string;
  /** As printed ("A. Institutional / Organizational Framework"), or null where the form prints none. */
  readonly heading: string | null;
  readonly note: string | null;
  readonly questions: readonly Question[];
}

export interface Question {
  readonly id: QuestionId;
  /** Printed number, or null for the unnumbered ones. */
  readonly number: number | null;
  /** Heading printed directly above the question, or null. */
  readonly subheading: string | null;
  /** As printed, without number and star. */
  readonly text: string;
  /** For lists; the form prints `text`. */
  readonly shortTitle?: string | undefined;
  readonly note: string | null;
  readonly isRequired: boolean;
  /** `respondent`: given by the authorized respondent with the approval (authority statement, consent), never assigned. */
  readonly answeredBy: 'agencies' | 'respondent';
  readonly fields: readonly Field[];
}

export type Field = LineField | TextField | ChoiceField | ChoicesField | GridField;

interface FieldBase {
  readonly id: FieldId;
  /** Prompt as printed above or before the field, or null where the question text is the prompt. */
  readonly label: string | null;
  readonly hint: string | null;
  readonly isRequired: boolean;
  /** Advice only: an unexpected field is shown and may be filled (docs/product-rules.md §2). */
  readonly expectedWhen: { readonly field: FieldId; readonly option: OptionId } | null;
}

export interface LineField extends FieldBase {
  readonly kind: 'line';
  readonly format: 'plain' | 'email' | 'url';
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
}

export interface Option {
  readonly id: OptionId;
  readonly label: string;
  /** `remark`: may carry a remark. `other`: its text says what. `none`: a tick alone. */
  readonly text: 'none' | 'remark' | 'other';
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly options: readonly Option[];
}

export interface GridField extends FieldBase {
  readonly kind: 'grid';
  readonly rows: readonly { readonly id: RowId; readonly label: string }[];
}

/** Every question in printed order. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.sections.flatMap((section) => section.questions);
}

/** The question with that id, or undefined. */
export function findQuestion(questionnaire: Questionnaire, id: QuestionId): Question | undefined {
  return questionsOf(questionnaire).find((question) => question.id === id);
}
