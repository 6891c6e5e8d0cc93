// The order of the form: opening, sections with their questions, closing words.
import { setImmediate } from 'node:timers/promises';
import { type AnswerContent, type QuestionId, type Questionnaire, questionsOf, type Section } from '@chancery/domain';
import { HeadingLevel, Paragraph } from 'docx';
import { closingBlocks, frontQuestionBlocks, openingBlocks } from './front.ts';
import { printedRuns } from '../prose/hyperlinks.ts';
import type { Block, Paper } from '../prose/paper.ts';
import { noteBlocks, questionBlocks } from './question.ts';

export interface Form {
  readonly questionnaire: Questionnaire;
  readonly contents: ReadonlyMap<QuestionId, AnswerContent>;
  readonly country: string;
  /** Called before each question; may throw to stop. */
  readonly step: (done: number, of: number) => void;
}

/** Every block of the form in printed order. Gives way to other work between questions. */
export async function formBlocks(form: Form, paper: Paper): Promise<readonly Block[]> {
  const { questionnaire } = form;
  const total = questionsOf(questionnaire).length;
  const blocks = [...openingBlocks(questionnaire, paper)];
  let done = 0;
  for (const section of questionnaire.sections) {
    blocks.push(...sectionHead(section, paper));
    for (const question of section.questions) {
      form.step(done, total);
      const content = form.contents.get(question.id);
      const isFront = section.heading === null && question.number === null;
      blocks.push(...(isFront ? frontQuestionBlocks(question, content, form.country, paper) : questionBlocks(question, content, paper)));
      done += 1;
      await setImmediate();
    }
  }
  form.step(done, total);
  return [...blocks, ...closingBlocks(questionnaire.closing, paper)];
}

function sectionHead(section: Section, paper: Paper): readonly Block[] {
  const heading = section.heading === null ? [] : [headingOne(section.heading, paper)];
  return [...heading, ...noteBlocks(section.note, paper)];
}

function headingOne(text: string, paper: Paper): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: printedRuns(text, paper) });
}
