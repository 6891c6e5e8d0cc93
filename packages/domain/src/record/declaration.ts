// The exact words people agree to. The screen shows them, the record keeps them; both take them from here.
import type { AnswerContent, ChoiceValue } from '../questionnaire/content.ts';
import type { Question } from '../questionnaire/questionnaire.ts';
import type { Sending } from '../answer/sign-off.ts';
import type { ReturnReason } from '../answer/taken-back.ts';

/** "question 35", or the printed text of an unnumbered one. */
export function nameOfQuestion(question: Pick<Question, 'number' | 'text'>): string {
  return question.number === null ? `"${question.text}"` : `question ${question.number}`;
}

/** What a clearing officer agrees to. */
export function clearanceWords(question: Question, agency: string): string {
  return `${agency} stands behind this exact text of ${nameOfQuestion(question)}.`;
}

/** What a coordinator agrees to. */
export function acceptanceWords(question: Question, leadAgency: string): string {
  return `${leadAgency}, as lead coordinating agency, accepts this exact text of ${nameOfQuestion(question)}. From now on it can't be changed.`;
}

/** What a coordinator agrees to when a question stays unanswered. */
export function noAnswerWords(question: Question, leadAgency: string): string {
  return `${leadAgency}, as lead coordinating agency, leaves ${nameOfQuestion(question)} without an answer.`;
}

const whatIsWrong: Readonly<Record<Exclude<ReturnReason, 'other'>, string>> = {
  incorrect: 'something in it is wrong',
  incomplete: 'something is missing',
  outdated: 'something in it is out of date',
  unclear: 'something in it is unclear',
};

/** Why an answer was returned or reopened: the coded reason in words, with what the coordinator wrote. */
export function reasonWords(reason: ReturnReason, text: string): string {
  const said = text.trim();
  if (reason === 'other') return said;
  return said === '' ? whatIsWrong[reason] : `${whatIsWrong[reason]} (${said})`;
}

export interface ApprovalDeclaration {
  readonly round: string;
  readonly country: string;
  readonly name: string;
  readonly title: string;
  /** Questions that the respondent answers, with what was ticked. */
  readonly statements: readonly { readonly question: Question; readonly content: AnswerContent }[];
}

/** What the authorized respondent signs: who, the round, and every statement ticked, as printed. */
export function approvalWords(declaration: ApprovalDeclaration): string {
  const { round, country, name, title, statements } = declaration;
  const who = title === '' ? name : `${name}, ${title}`;
  const ticked = statements.map(({ question, content }) => `${question.text} ${printedTicks(question, content).join(' ')}`.trim());
  return [`I, ${who}, approve the answers of ${country} in "${round}" exactly as shown.`, ...ticked].join('\n');
}

function printedTicks(question: Question, content: AnswerContent): readonly string[] {
  return question.fields.flatMap((field) => {
    if (field.kind !== 'choice' && field.kind !== 'choices') return [];
    const value = content.fields[field.id];
    if (value?.kind !== 'choice') return [];
    return field.options
      .filter((option) => value.chosen.includes(option.id))
      .map((option) => `☒ ${option.label}${remarkOf(value, option.id)}`);
  });
}

function remarkOf(value: ChoiceValue, option: ChoiceValue['chosen'][number]): string {
  const remark = value.remarks?.[option];
  return remark === undefined ? '' : `: ${remark}`;
}

const channels: Readonly<Record<Sending['channel'], string>> = {
  'e-mail': ' by e-mail',
  portal: ' through a portal',
  post: ' by post',
  'by-hand': ' by hand',
  other: '',
};

/** What a coordinator says of the sending. */
export function sentWords({ on, channel, addressee, note }: Sending): string {
  const more = note.trim();
  return `The form was sent to ${addressee}${channels[channel]} on ${on}.${more === '' ? '' : ` ${more}`}`;
}
