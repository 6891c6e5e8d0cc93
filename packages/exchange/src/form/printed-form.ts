// The order of the form: opening, sections with their questions, closing words.
import { type AnswerContent, type Question, type QuestionId, type Questionnaire, questionsOf, type Section } from '@chancery/domain';
import { fieldBlocks, fieldsBlocks } from './printed-fields.ts';
import type { PrintedBlock, WordingRole } from './printed-block.ts';

export interface Form {
  readonly questionnaire: Questionnaire;
  readonly contents: ReadonlyMap<QuestionId, AnswerContent>;
  readonly country: string;
  /** Called before each question; may throw to stop. */
  readonly step: (done: number, of: number) => void;
}

// The line that the form prints above the heading of its question.
const countryField = 'country';

/** The blocks of the form in printed order, one group for the opening, each section's head, each question and the closing words. */
export function* printedForm(form: Form): Generator<readonly PrintedBlock[], void> {
  const { questionnaire } = form;
  const total = questionsOf(questionnaire).length;
  yield openingOf(questionnaire);
  let done = 0;
  for (const section of questionnaire.sections) {
    yield sectionHead(section);
    for (const question of section.questions) {
      form.step(done, total);
      const content = form.contents.get(question.id);
      const isFront = section.heading === null && question.number === null;
      yield isFront ? frontQuestion(question, content, form.country) : numberedQuestion(question, content);
      done += 1;
    }
  }
  form.step(done, total);
  yield closingOf(questionnaire.closing);
}

/** Letterhead, title and introduction as printed. */
function openingOf({ issuer, title, introduction }: Questionnaire): readonly PrintedBlock[] {
  return [
    ...issuer.map((line, index) => wording(index === issuer.length - 1 ? 'issuer-end' : 'issuer', line)),
    wording('title', title),
    ...introduction.map((text) => wording('introduction', text)),
  ];
}

function sectionHead({ heading, note }: Section): readonly PrintedBlock[] {
  return [...optional('section', heading), ...optional('note', note)];
}

/** A question of a section without heading: its own wording is the heading; `country` stands in for an empty country line. */
function frontQuestion(question: Question, content: AnswerContent | undefined, country: string): readonly PrintedBlock[] {
  const above = question.fields.find((field) => field.id === countryField);
  const rest = question.fields.filter((field) => field !== above);
  const isStarred = question.isRequired && rest.every((field) => field.kind !== 'line');
  const named = above === undefined ? undefined : (content?.fields[above.id] ?? { kind: 'line' as const, text: country });
  return [
    ...(above?.kind === 'line' ? fieldBlocks(above, named, true) : []),
    ...optional('heading', question.subheading),
    wording('heading', `${question.text}${isStarred ? '*' : ''}`),
    ...optional('note', question.note),
    ...fieldsBlocks(rest, content),
  ];
}

/** A question of a section, with its number before it. */
function numberedQuestion(question: Question, content: AnswerContent | undefined): readonly PrintedBlock[] {
  const { number, text, isRequired } = question;
  return [
    ...optional('heading', question.subheading),
    { kind: 'question', number, text, isRequired },
    ...optional('note', question.note),
    ...fieldsBlocks(question.fields, content),
  ];
}

/** The closing words; the first of several is their heading. */
function closingOf(closing: readonly string[]): readonly PrintedBlock[] {
  return closing.map((text, index) => wording(index === 0 && closing.length > 1 ? 'section' : 'introduction', text));
}

function wording(role: WordingRole, text: string): PrintedBlock {
  return { kind: 'wording', role, text };
}

function optional(role: WordingRole, text: string | null): readonly PrintedBlock[] {
  return text === null ? [] : [wording(role, text)];
}
