// The canonical content of an answer (docs/product-rules.md §6) and whether it is complete. How it is read from a document is answer-doc's business.
import { assertNever, type FieldId, type OptionId, type QuestionId, type RowId } from '../id.ts';
import type { Field, Question } from './questionnaire.ts';

/** ProseMirror JSON of the allowed schema; empty attributes and default marks are left out. */
export interface ProseNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>;
  readonly content?: readonly ProseNode[];
  readonly marks?: readonly ProseMark[];
  readonly text?: string;
}

export interface ProseMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Chosen options in the order of the questionnaire. `toConfirm`: an import could not read the ticks; a person must say. */
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly chosen: readonly OptionId[];
  readonly remarks?: Readonly<Record<OptionId, string>>;
  readonly toConfirm?: true;
}

export type FieldValue =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'text'; readonly prose: ProseNode }
  | ChoiceValue
  | { readonly kind: 'grid'; readonly rows: Readonly<Record<RowId, ProseNode>> };

/** A field that holds nothing is absent; so are empty remarks and empty grid rows. One content has one canonical form. */
export interface AnswerContent {
  readonly question: QuestionId;
  readonly fields: Readonly<Record<FieldId, FieldValue>>;
}

/** Fields that must be filled before acceptance, and ticks that a person must confirm first. */
export interface Completeness {
  readonly empty: readonly FieldId[];
  readonly toConfirm: readonly FieldId[];
}

/** C1-C3: what still stands in the way of this content being complete. */
export function completenessOf(question: Question, content: AnswerContent): Completeness {
  return {
    empty: question.fields.filter((field) => isMustFill(field, content) && !isFilled(field, content.fields[field.id])).map(idOf),
    toConfirm: question.fields.filter((field) => isToConfirm(content.fields[field.id])).map(idOf),
  };
}

/** True when no field holds anything. */
export function isEmptyContent(content: AnswerContent): boolean {
  return Object.keys(content.fields).length === 0;
}

function idOf(field: Field): FieldId {
  return field.id;
}

function isToConfirm(value: FieldValue | undefined): boolean {
  return value?.kind === 'choice' && value.toConfirm === true;
}

/** C2: a required field that is expected only when another has a value is required only then. */
function isMustFill(field: Field, content: AnswerContent): boolean {
  if (!field.isRequired) return false;
  if (field.expectedWhen === null) return true;
  const condition = content.fields[field.expectedWhen.field];
  return condition?.kind === 'choice' && condition.chosen.includes(field.expectedWhen.option);
}

function isFilled(field: Field, value: FieldValue | undefined): boolean {
  if (value === undefined) return false;
  switch (value.kind) {
    case 'line':
      return value.text.trim() !== '';
    case 'text':
      return true;
    case 'choice':
      return value.chosen.length > 0;
    case 'grid':
      // C3: a required grid needs every row; a row that does not apply is answered with words that say so.
      return field.kind === 'grid' && field.rows.every((row) => value.rows[row.id] !== undefined);
    default:
      return assertNever(value);
  }
}
