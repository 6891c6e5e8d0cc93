// The list of everything that a questionnaire prints, so that none of it is taken for somebody's text.
import type { Field, Question, Questionnaire } from '@chancery/domain';

/** Every printed wording of the form. */
export function printedWording(questionnaire: Questionnaire): readonly string[] {
  const { title, issuer, introduction, sections, closing } = questionnaire;
  const headings = sections.flatMap((it) => [it.heading, it.note]);
  const questions = sections.flatMap((it) => it.questions).flatMap(wordingOfQuestion);
  return [title, ...issuer, ...introduction, ...closing, ...headings, ...questions].filter((it) => it !== null);
}

function wordingOfQuestion(question: Question): readonly (string | null)[] {
  const printed = question.number === null ? question.text : `${question.number}. ${question.text}`;
  return [printed, question.text, question.subheading, question.note, ...question.fields.flatMap(wordingOfField)];
}

function wordingOfField(field: Field): readonly (string | null)[] {
  return [field.label, field.hint, ...(field.kind === 'grid' ? field.rows.map((row) => row.label) : [])];
}
