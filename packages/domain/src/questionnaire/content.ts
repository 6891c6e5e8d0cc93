// The canonical content of an answer (docs/product-rules.md §6) and whether it is complete. How it is read from a document is answer-doc's business.
import { assertNever, type FieldId, type OptionId, type QuestionId, type RowId } from '../id.ts';
import type { Field, Question } from './questionnaire.ts';
import { isVisible } from './visible.ts';

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

/** C1-C5: what still stands in the way of this content being complete. */
export function completenessOf(question: Question, content: AnswerContent): Completeness {
  return {
    empty: question.fields.filter((field) => isEmptyField(field, content)).map(idOf),
    toConfirm: question.fields.filter((field) => isToConfirm(content.fields[field.id])).map(idOf),
  };
}

/** What a person should look at before clearing or accepting, although it prevents nothing. */
export interface Doubts {
  /** Words stand beside an option that is not ticked, and go out with the answer. */
  readonly unticked: readonly FieldId[];
  /** A field for an e-mail or web address holds none. */
  readonly malformed: readonly FieldId[];
}

/** C6: the doubts about this content. */
export function doubtsOf(question: Question, content: AnswerContent): Doubts {
  const isDoubtful = (isSo: (field: Field, value: FieldValue) => boolean) => (field: Field) => {
    const value = content.fields[field.id];
    return value !== undefined && isSo(field, value);
  };
  return {
    unticked: question.fields.filter(isDoubtful(hasWordsUnticked)).map(idOf),
    malformed: question.fields.filter(isDoubtful(isMalformed)).map(idOf),
  };
}

/** C4: true when no field holds anything that can be seen. */
export function isEmptyContent(content: AnswerContent): boolean {
  return Object.values<FieldValue>(content.fields).every((value) => !holdsSomething(value));
}

/** C4: true when some text in the prose can be seen; a table or a list of nothing holds nothing. */
export function isVisibleProse(prose: ProseNode): boolean {
  return isVisible(prose.text ?? '') || (prose.content ?? []).some(isVisibleProse);
}

function holdsSomething(value: FieldValue): boolean {
  switch (value.kind) {
    case 'line':
      return isVisible(value.text);
    case 'text':
      return isVisibleProse(value.prose);
    case 'choice':
      return value.chosen.length > 0 || value.toConfirm === true || Object.values<string>(value.remarks ?? {}).some(isVisible);
    case 'grid':
      return Object.values<ProseNode>(value.rows).some(isVisibleProse);
    default:
      return assertNever(value);
  }
}

function hasWordsUnticked(_field: Field, value: FieldValue): boolean {
  if (value.kind !== 'choice' || value.toConfirm === true) return false;
  return Object.entries<string>(value.remarks ?? {}).some(
    ([option, words]) => isVisible(words) && !value.chosen.some((it) => it === option),
  );
}

const email = /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}/u;
const webAddress = /(?:https?:\/\/|www\.)[^\s.]+\.[^\s]{2,}|(?:^|\s)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?=$|[\s/:;,])/iu;

function isMalformed(field: Field, value: FieldValue): boolean {
  if (field.kind !== 'line' || value.kind !== 'line' || !isVisible(value.text) || field.format === 'plain') return false;
  return !(field.format === 'email' ? email : webAddress).test(value.text);
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

/** C1, C5: a required field that holds nothing, and an "other" that is ticked without the words that say what. */
function isEmptyField(field: Field, content: AnswerContent): boolean {
  const value = content.fields[field.id];
  return (isMustFill(field, content) && !isFilled(field, value)) || isOtherWithoutWords(field, value);
}

function isOtherWithoutWords(field: Field, value: FieldValue | undefined): boolean {
  if ((field.kind !== 'choice' && field.kind !== 'choices') || value?.kind !== 'choice') return false;
  return field.options.some((it) => it.text === 'other' && value.chosen.includes(it.id) && !isVisible(value.remarks?.[it.id] ?? ''));
}

function isFilled(field: Field, value: FieldValue | undefined): boolean {
  if (value === undefined) return false;
  switch (value.kind) {
    case 'line':
    case 'text':
      return holdsSomething(value);
    case 'choice':
      return value.chosen.length > 0;
    case 'grid':
      // C3: a required grid needs every row; a row that does not apply is answered with words that say so.
      return field.kind === 'grid' && field.rows.every((row) => isVisibleProse(value.rows[row.id] ?? { type: 'doc' }));
    default:
      return assertNever(value);
  }
}
