// The reading of any other Word file that holds the form: by the wording that it prints, as Markdown and text are read.
import { plainText } from '@chancery/answer-doc';
import type { Questionnaire, QuestionId } from '@chancery/domain';
import { readProse } from '../../markdown/read-prose.ts';
import { readPrinted } from '../../printed/read-printed.ts';
import type { WordBlock } from '../document/block.ts';
import type { PlacedForm } from '../own/read-own.ts';
import { FormWording } from './form-wording.ts';
import { linesOf, type WordLine } from './lines.ts';

/** The answers under the questions whose wording is found. `step` is called before each. */
export function readForeignForm(blocks: readonly WordBlock[], questionnaire: Questionnaire, step: () => void): PlacedForm {
  const lines = linesOf(blocks, new FormWording(questionnaire));
  const form = readPrinted(lines.map((it) => it.markdown).join('\n'), questionnaire, step, 'markdown');
  return {
    form: {
      ...form,
      answers: form.answers.map((it) => ({ ...it, source: plain(it.source) })),
      unrecognised: form.unrecognised.map(({ fromLine, text }) => ({ fromLine: lines[fromLine - 1]?.at ?? fromLine, text: plain(text) })),
    },
    places: placesOf(
      form.answers.map((it) => [it.content.question, it.source.split('\n', 1)[0] ?? ''] as const),
      lines,
    ),
  };
}

/** Markdown as it reads in Word. */
function plain(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (/[\\<*_[&`]/.test(line) ? plainText(readProse(line)) : line))
    .join('\n');
}

/** The paragraph in which the source of each answer begins, one after the other. */
function placesOf(answers: readonly (readonly [QuestionId, string])[], lines: readonly WordLine[]): ReadonlyMap<QuestionId, number> {
  let from = 0;
  return new Map(
    answers.flatMap(([question, first]) => {
      const index = lines.findIndex((it, at) => at >= from && it.markdown === first);
      if (index === -1) return [];
      from = index + 1;
      return [[question, lines[index]?.at ?? 0] as const];
    }),
  );
}
