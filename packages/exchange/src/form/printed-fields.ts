// How each kind of field is printed: its prompts, then its answer or the room for one.
import {
  type AnswerContent,
  assertNever,
  type ChoiceField,
  type ChoicesField,
  type ChoiceValue,
  type Field,
  type FieldValue,
  type Option,
} from '@chancery/domain';
import type { PrintedBlock, PrintedOption } from './printed-block.ts';

const maxLineLength = 60;
const blankRemark = '_____';

/** Fields in printed order with what the content holds for each. */
export function fieldsBlocks(fields: readonly Field[], content: AnswerContent | undefined): readonly PrintedBlock[] {
  return fields
    .flatMap((field) => fieldBlocks(field, content?.fields[field.id], false))
    .map((block, index, all) => (block.kind === 'options' ? { ...block, isFollowed: index < all.length - 1 } : block));
}

/** The field with its prompt. */
export function fieldBlocks(field: Field, value: FieldValue | undefined, isCountry: boolean): readonly PrintedBlock[] {
  switch (field.kind) {
    case 'line':
      return [...prompts(field.hint), { kind: 'line', field, text: value?.kind === 'line' ? value.text : '', isCountry }];
    case 'text':
      return [...prompts(field.label, field.hint), { kind: 'prose', prose: value?.kind === 'text' ? value.prose : undefined }];
    case 'choice':
    case 'choices':
      return [...prompts(field.label, field.hint), optionsBlock(field, value)];
    case 'grid': {
      const answers = value?.kind === 'grid' ? value.rows : {};
      const rows = field.rows.map(({ id, label }) => ({ label, answer: answers[id] }));
      return [...prompts(field.label), { kind: 'grid', hint: field.hint, rows }];
    }
    default:
      return assertNever(field);
  }
}

function optionsBlock(field: ChoiceField | ChoicesField, value: FieldValue | undefined): PrintedBlock {
  const choice = value?.kind === 'choice' ? value : null;
  const isOneLine = field.options.every((it) => it.text === 'none') && field.options.map((it) => it.label).join().length <= maxLineLength;
  const options = field.options.map((it) => printedOption(it, choice));
  return { kind: 'options', options, isOneLine, isToConfirm: choice?.toConfirm === true, isFollowed: false };
}

function printedOption(option: Option, choice: ChoiceValue | null): PrintedOption {
  const isTicked = choice !== null && choice.chosen.includes(option.id);
  return { label: option.label, isTicked, remark: remarkOf(option, choice) };
}

function remarkOf(option: Option, choice: ChoiceValue | null): string {
  const remark = choice?.remarks?.[option.id];
  if (remark !== undefined) return `: ${remark}`;
  return option.text === 'other' ? ` ${blankRemark}` : '';
}

function prompts(...texts: readonly (string | null)[]): readonly PrintedBlock[] {
  return texts.filter((text) => text !== null).map((text) => ({ kind: 'wording', role: 'prompt', text }));
}
