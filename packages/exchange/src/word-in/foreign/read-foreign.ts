// The reading of any other Word file that holds the form: by the wording that it prints, as Markdown and text are read.
import type { FieldValue, Questionnaire, QuestionId } from '@chancery/domain';
import type { FilledAnswer } from '../../filled-form.ts';
import { readPrinted } from '../../printed/read-printed.ts';
import type { WordBlock } from '../document/block.ts';
import type { PlacedForm } from '../own/read-own.ts';
import { FormWording } from './form-wording.ts';
import { linesOf, type Segment, type WordLine } from './lines.ts';
import { unmarked } from './mark.ts';
import { restored } from './restored.ts';

/** The answers under the questions whose wording is found. `step` is called before each. */
export function readForeignForm(blocks: readonly WordBlock[], questionnaire: Questionnaire, step: () => void): PlacedForm {
  const { lines, segments } = linesOf(blocks, new FormWording(questionnaire));
  const form = readPrinted(lines.map((it) => it.text).join('\n'), questionnaire, step, 'markdown');
  return {
    form: {
      ...form,
      answers: form.answers.map((it) => answerOf(it, segments)),
      unrecognised: form.unrecognised.map(({ fromLine, text }) => ({ fromLine: lines[fromLine - 1]?.at ?? fromLine, text: plain(text) })),
    },
    places: placesOf(form.answers, lines),
  };
}

function answerOf(answer: FilledAnswer, segments: readonly Segment[]): FilledAnswer {
  const fields = Object.entries<FieldValue>(answer.content.fields).flatMap(([id, value]) => {
    const own = restored(value, segments);
    return own === null ? [] : [[id, own] as const];
  });
  return { ...answer, content: { question: answer.content.question, fields: Object.fromEntries(fields) }, source: plain(answer.source) };
}

/** A line as it reads in Word. */
function plain(text: string): string {
  return unmarked(text).replaceAll(
    /\\([!-/:-@[-`{-~])|&#(\d+);/g,
    (_, sign?: string, code?: string) => sign ?? String.fromCodePoint(Number(code)),
  );
}

/** The paragraph in which the source of each answer begins, one after the other. */
function placesOf(answers: readonly FilledAnswer[], lines: readonly WordLine[]): ReadonlyMap<QuestionId, number> {
  let from = 0;
  return new Map(
    answers.flatMap(({ content, source }) => {
      const first = source.split('\n', 1)[0];
      while (from < lines.length && lines[from]?.text !== first) from += 1;
      const line = lines[from];
      return line === undefined ? [] : [[content.question, line.at] as const];
    }),
  );
}
