// The form as Markdown, laid out as it is printed. readFilledForm gives the same canonical contents back.
import { type AnswerContent, type Question, type QuestionId, type Questionnaire, questionsOf, type Section } from '@chancery/domain';
import type { RoundHeading } from '../../round-heading.ts';
import { escapeLine } from '../escape.ts';
import { marker } from '../marker.ts';
import { writeField } from './write-field.ts';

/** The whole form with its answers; a question without content is printed blank. Throws when a content is of no question of the form. */
export function writeMarkdown(questionnaire: Questionnaire, contents: ReadonlyMap<QuestionId, AnswerContent>, round: RoundHeading): string {
  const known = new Set(questionsOf(questionnaire).map((it) => it.id));
  for (const id of contents.keys()) if (!known.has(id)) throw new Error(`no question of this questionnaire: ${id}`);
  const blocks = [
    marker('form', questionnaire.id, String(questionnaire.version)),
    questionnaire.issuer.map(escapeLine).join('  \n'),
    `# ${escapeLine(questionnaire.title)}`,
    `Round: ${marker('round')}${escapeLine(`${round.title} (${round.country})`)}${marker('end')}`,
    ...questionnaire.introduction.map(escapeLine),
    ...questionnaire.sections.flatMap((section) => writeSection(section, contents)),
    ...questionnaire.closing.map(escapeLine),
  ];
  return `${blocks.filter((it) => it !== '').join('\n\n')}\n`;
}

function writeSection(section: Section, contents: ReadonlyMap<QuestionId, AnswerContent>): readonly string[] {
  return [
    ...(section.heading === null ? [] : [`## ${escapeLine(section.heading)}`]),
    ...(section.note === null ? [] : [escapeLine(section.note)]),
    ...section.questions.flatMap((question) => writeQuestion(question, contents.get(question.id))),
  ];
}

function writeQuestion(question: Question, content: AnswerContent | undefined): readonly string[] {
  const number = question.number === null ? '' : `${question.number}. `;
  const star = question.isRequired ? ' \\*' : '';
  return [
    ...(question.subheading === null ? [] : [`**${escapeLine(question.subheading)}**`]),
    marker('question', question.id),
    `### ${number}${escapeLine(question.text)}${star}`,
    ...(question.note === null ? [] : [escapeLine(question.note)]),
    ...question.fields.flatMap((field) => writeField(field, content?.fields[field.id])),
  ];
}
