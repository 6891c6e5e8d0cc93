// The reading of a form that people filled outside of this product, by the wording that the questionnaire prints.
import { type Questionnaire, questionsOf } from '@chancery/domain';
import type { FilledAnswer, FilledForm } from '../filled-form.ts';
import { withoutMarkers } from '../markdown/marker.ts';
import { checkLineCount, checkReadingCost } from '../reading-cost.ts';
import { groupLines, type NumberedLine } from '../wording/unrecognised.ts';
import { cutForm } from './cut-form.ts';
import { type TextDialect, dialectOf } from './layout/as-typed.ts';
import { readAnswer } from './read-answer.ts';

/** The answers under the questions whose wording is found. `step` is called before each. `known` says how the signs are meant. Throws TooComplexError. */
export function readPrinted(text: string, questionnaire: Questionnaire, step: () => void, known?: TextDialect): FilledForm {
  const bare = withoutMarkers(text);
  const dialect = known ?? dialectOf(bare);
  const lines = bare.split('\n');
  checkLineCount(lines);
  const cut = cutForm(lines, questionnaire);
  checkReadingCost(cut.answers.map((it) => it.lines.map((line) => line.text).join('\n')));
  const leftOver: NumberedLine[] = [...cut.leftOver];
  const answers = new Map<string, FilledAnswer>();
  for (const { question, source, lines } of cut.answers) {
    step();
    const { leftOver: rest, ...answer } = readAnswer(question, lines, dialect);
    for (const line of rest) leftOver.push(line);
    answers.set(question.id, { ...answer, source });
  }
  const ids = questionsOf(questionnaire).map((it) => it.id);
  return {
    answers: ids.flatMap((id) => answers.get(id) ?? []),
    unrecognised: groupLines(leftOver),
    missing: ids.filter((id) => !answers.has(id)),
  };
}
