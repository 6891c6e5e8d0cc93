// The check of a questionnaire that comes from outside: shape, ids unique where they must be, conditions that point at something.
import { asId, type Field, type Questionnaire } from '@chancery/domain';
import type { FieldId, OptionId, QuestionId, RowId } from '@chancery/domain';
import { z } from 'zod';

const idText = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower-case letters, digits and hyphens');
const printed = z.string().trim().min(1);
const questionId = idText.transform((it) => asId<QuestionId>(it));
const fieldId = idText.transform((it) => asId<FieldId>(it));
const optionId = idText.transform((it) => asId<OptionId>(it));
const rowId = idText.transform((it) => asId<RowId>(it));

const base = {
  id: fieldId,
  label: printed.nullable(),
  hint: printed.nullable(),
  isRequired: z.boolean(),
  expectedWhen: z.strictObject({ field: fieldId, option: optionId }).readonly().nullable(),
};
const options = z.array(z.strictObject({ id: optionId, label: printed, text: z.enum(['none', 'remark', 'other']) })).min(2);
const rows = z.array(z.strictObject({ id: rowId, label: printed })).min(1);

const field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), ...base, format: z.enum(['plain', 'email', 'url']) }),
  z.strictObject({ kind: z.literal('text'), ...base }),
  z.strictObject({ kind: z.literal('choice'), ...base, options }),
  z.strictObject({ kind: z.literal('choices'), ...base, options }),
  z.strictObject({ kind: z.literal('grid'), ...base, rows }),
]);

export const questionSchema = z.strictObject({
  id: questionId,
  number: z.int().positive().nullable(),
  subheading: printed.nullable(),
  text: printed,
  shortTitle: printed.max(80).optional(),
  note: printed.nullable(),
  isRequired: z.boolean(),
  answeredBy: z.enum(['agencies', 'respondent']),
  fields: z.array(field).min(1),
});

const section = z.strictObject({
  id: idText,
  heading: printed.nullable(),
  note: printed.nullable(),
  questions: z.array(questionSchema).min(1),
});

/** What a definition looks like, as it is written in JSON. */
export const questionnaireSchema = z
  .strictObject({
    id: idText,
    version: z.int().positive(),
    title: printed,
    issuer: z.array(printed),
    introduction: z.array(printed),
    sections: z.array(section).min(1),
    closing: z.array(printed),
  })
  .superRefine((value, context) => {
    for (const message of faultsOf(value)) context.addIssue({ code: 'custom', message });
  });

/** Reads a questionnaire definition; throws a ZodError that names every fault when it is not one. */
export function parseQuestionnaire(value: unknown): Questionnaire {
  return questionnaireSchema.parse(value);
}

function faultsOf({ sections }: Questionnaire): string[] {
  const questions = sections.flatMap((it) => it.questions);
  const numbers = questions.flatMap((it) => (it.number === null ? [] : [String(it.number)]));
  return [
    ...repeated('section', sections),
    ...repeated('question', questions),
    ...repeated(
      'question number',
      numbers.map((id) => ({ id })),
    ),
    ...questions.flatMap(({ id, fields }) => [
      ...repeated(`field of question ${id}:`, fields),
      ...fields.flatMap((it) => [...repeated(`part of field ${id}/${it.id}:`, partsOf(it)), ...conditionFault(id, it, fields)]),
    ]),
  ];
}

function repeated(kind: string, items: readonly { readonly id: string }[]): string[] {
  return items
    .filter((item, place) => items.findIndex((it) => it.id === item.id) !== place)
    .map((item) => `${kind} ${item.id} is there twice`);
}

function partsOf(item: Field): readonly { readonly id: string }[] {
  if (item.kind === 'grid') return item.rows;
  return item.kind === 'choice' || item.kind === 'choices' ? item.options : [];
}

function conditionFault(question: QuestionId, item: Field, fields: readonly Field[]): string[] {
  const condition = item.expectedWhen;
  if (condition === null) return [];
  const target = fields.find((it) => it.id === condition.field && it.id !== item.id);
  const exists = target !== undefined && target.kind !== 'grid' && partsOf(target).some((it) => it.id === condition.option);
  return exists ? [] : [`field ${question}/${item.id} is expected when ${condition.field} is ${condition.option}, which does not exist`];
}
