// The lines of a file that belong to nothing, neighbours together, and the wording that the form prints, which is nobody's text.
import type { Field, Question, Questionnaire } from '@chancery/domain';
import { isSignsOnly } from './wording.ts';
import type { UnrecognisedText } from '../filled-form.ts';

/** A line of the file with its number, counting from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Lines grouped by neighbourhood; blank lines and bare signs are no finding. */
export function groupLines(lines: readonly NumberedLine[]): readonly UnrecognisedText[] {
  const groups: { fromLine: number; toLine: number; text: string }[] = [];
  for (const line of lines.toSorted((a, b) => a.number - b.number)) {
    if (isSignsOnly(line.text)) continue;
    const last = groups.at(-1);
    if (last !== undefined && line.number <= last.toLine + 2) {
      last.text += `\n${line.text}`;
      last.toLine = line.number;
    } else groups.push({ fromLine: line.number, toLine: line.number, text: line.text });
  }
  return groups.map(({ fromLine, text }) => ({ fromLine, text }));
}

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
