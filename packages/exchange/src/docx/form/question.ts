// The printing of one question: sub-heading, number, wording and star, note, then its fields.
import type { AnswerContent, Field, Question } from '@chancery/domain';
import { HeadingLevel, Paragraph, Tab, TextRun } from 'docx';
import { fieldBlocks } from './fields.ts';
import { printedRuns } from '../prose/hyperlinks.ts';
import { answerIndent, answerWidth } from '../page.ts';
import type { Block, Layout, Paper } from '../prose/paper.ts';

const answerLayout: Layout = { style: 'Answer', indent: answerIndent, width: answerWidth, depth: 0 };

/** A question of a section, with its number hanging before it. */
export function questionBlocks(question: Question, content: AnswerContent | undefined, paper: Paper): readonly Block[] {
  const number = question.number === null ? [] : [new TextRun({ children: [`${question.number}.`, new Tab()] })];
  const star = question.isRequired ? [new TextRun(' *')] : [];
  return [
    ...(question.subheading === null ? [] : [headingTwo(question.subheading, paper)]),
    new Paragraph({
      style: question.number === null ? 'Statement' : 'Question',
      children: [...number, ...printedRuns(question.text, paper), ...star],
    }),
    ...noteBlocks(question.note, paper),
    ...allFields(question.fields, content, paper),
  ];
}

/** Fields in printed order with what the content holds for each. */
export function allFields(fields: readonly Field[], content: AnswerContent | undefined, paper: Paper): readonly Block[] {
  return fields.flatMap((field) => fieldBlocks(field, content?.fields[field.id], answerLayout, paper));
}

/** A heading below a section's. */
export function headingTwo(text: string, paper: Paper): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: printedRuns(text, paper) });
}

/** The printed note, or nothing. */
export function noteBlocks(note: string | null, paper: Paper): readonly Paragraph[] {
  return note === null ? [] : [new Paragraph({ style: 'Note', children: printedRuns(note, paper) })];
}
