// The first page (letterhead, title, introduction, country, the questions before section A) and the closing words.
import { asId, type AnswerContent, type FieldId, type Question, type Questionnaire } from '@chancery/domain';
import { HeadingLevel, Paragraph } from 'docx';
import { lineBlock } from './fields.ts';
import { printedRuns } from '../prose/hyperlinks.ts';
import type { Block, Paper } from '../prose/paper.ts';
import { allFields, headingTwo, noteBlocks } from './question.ts';

// The line that the form prints above the heading of its question.
const countryField = asId<FieldId>('country');

/** Letterhead, title and introduction as printed, addresses live. */
export function openingBlocks(questionnaire: Questionnaire, paper: Paper): readonly Block[] {
  const last = questionnaire.issuer.length - 1;
  return [
    ...questionnaire.issuer.map((line, index) => styled(index === last ? 'IssuerEnd' : 'Issuer', line, paper)),
    new Paragraph({ heading: HeadingLevel.TITLE, children: printedRuns(questionnaire.title, paper) }),
    ...questionnaire.introduction.map((text) => styled('Introduction', text, paper)),
  ];
}

/** A question of a section without heading: its own wording is the heading; `country` stands in for an empty country line. */
export function frontQuestionBlocks(
  question: Question,
  content: AnswerContent | undefined,
  country: string,
  paper: Paper,
): readonly Block[] {
  const above = question.fields.find((field) => field.id === countryField);
  const rest = question.fields.filter((field) => field !== above);
  const isStarred = question.isRequired && rest.every((field) => field.kind !== 'line');
  const named = content?.fields[countryField] ?? { kind: 'line', text: country };
  return [
    ...(above?.kind === 'line' ? [lineBlock(above, named, 'Country', paper)] : []),
    ...(question.subheading === null ? [] : [headingTwo(question.subheading, paper)]),
    headingTwo(`${question.text}${isStarred ? '*' : ''}`, paper),
    ...noteBlocks(question.note, paper),
    ...allFields(rest, content, paper),
  ];
}

/** The closing words; the first of several is their heading. */
export function closingBlocks(closing: readonly string[], paper: Paper): readonly Block[] {
  const [first, ...rest] = closing;
  if (first === undefined) return [];
  if (rest.length === 0) return [styled('Introduction', first, paper)];
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_1, children: printedRuns(first, paper) });
  return [heading, ...rest.map((text) => styled('Introduction', text, paper))];
}

function styled(style: string, text: string, paper: Paper): Paragraph {
  return new Paragraph({ style, children: printedRuns(text, paper) });
}
