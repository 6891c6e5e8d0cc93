// The reading of our own Word export, as it was made or as somebody went on writing in it: its styles say what is printed and what is answer.
import { type Question, type Questionnaire, type QuestionId, questionsOf } from '@chancery/domain';
import type { FilledAnswer, FilledForm } from '../../filled-form.ts';
import { groupLines } from '../../wording/unrecognised.ts';
import { paragraphsIn, textOf, type WordBlock } from '../document/block.ts';
import { readOwnAnswer } from './own-answer.ts';
import { cutAtQuestions } from './own-question.ts';

/** What was found, and the paragraph in which each question begins. */
export interface PlacedForm {
  readonly form: FilledForm;
  readonly places: ReadonlyMap<QuestionId, number>;
}

/** The answers under the printed questions. `step` is called before each. */
export function readOwnForm(blocks: readonly WordBlock[], questionnaire: Questionnaire, step: () => void): PlacedForm {
  const { questions, outside } = cutAtQuestions(blocks, questionnaire);
  const leftOver: WordBlock[] = [...outside];
  const answers = questions.map(({ question, blocks: under }): FilledAnswer => {
    step();
    const { fields, notes, leftOver: rest } = readOwnAnswer(question, under);
    leftOver.push(...rest);
    return { content: { question: question.id, fields }, source: sourceOf(question, under), notes };
  });
  const places = new Map(questions.map((it) => [it.question.id, it.at]));
  const missing = questionsOf(questionnaire)
    .map((it) => it.id)
    .filter((id) => !places.has(id));
  const lines = paragraphsIn(leftOver).map((it) => ({ number: it.at, text: textOf(it) }));
  return { form: { answers, unrecognised: groupLines(lines), missing }, places };
}

function sourceOf({ number, text }: Question, blocks: readonly WordBlock[]): string {
  const printed = number === null ? text : `${number}. ${text}`;
  return [printed, ...paragraphsIn(blocks).map(textOf)].join('\n').trimEnd();
}
