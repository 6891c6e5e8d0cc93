// Arbitrary answers to every question of a questionnaire, in canonical form.
import { canonicalContent } from '@chancery/answer-doc';
import {
  type AnswerContent,
  assertNever,
  type Field,
  type Question,
  type QuestionId,
  type Questionnaire,
  questionsOf,
} from '@chancery/domain';
import * as fc from 'fast-check';
import { arbitraryProse, arbitraryText } from './arbitrary-prose.ts';

/** A map of contents for some of the questions, now and then all of them. */
export function arbitraryForm(questionnaire: Questionnaire): fc.Arbitrary<ReadonlyMap<QuestionId, AnswerContent>> {
  const answers = questionsOf(questionnaire).map((question) => fc.option(arbitraryContent(question), { freq: 2 }));
  return fc.tuple(...answers).map((contents) => new Map(contents.filter((it) => it !== null).map((it) => [it.question, it])));
}

function arbitraryContent(question: Question): fc.Arbitrary<AnswerContent> {
  const fields = question.fields.map((field) =>
    fc.option(arbitraryValue(field), { freq: 4 }).map((value) => [field.id, value ?? undefined] as const),
  );
  return fc.tuple(...fields).map((values) => canonicalContent(question, Object.fromEntries(values)));
}

function arbitraryValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'line':
      return arbitraryText.map((text) => ({ kind: 'line', text }));
    case 'text':
      return arbitraryProse.map((prose) => ({ kind: 'text', prose }));
    case 'choice':
    case 'choices': {
      const ids = field.options.map((it) => it.id);
      const remarks = fc.dictionary(fc.constantFrom(...ids), arbitraryText, { noNullPrototype: true });
      const chosen = fc.subarray(ids, { maxLength: field.kind === 'choice' ? 1 : ids.length });
      return fc.record({ kind: fc.constant('choice'), chosen, remarks, toConfirm: fc.boolean() });
    }
    case 'grid': {
      const rows = field.rows.map((row) => fc.option(arbitraryProse, { freq: 3 }).map((prose) => [row.id, prose ?? undefined] as const));
      return fc.tuple(...rows).map((it) => ({ kind: 'grid', rows: Object.fromEntries(it) }));
    }
    default:
      return assertNever(field);
  }
}
