// The fate of an imported answer: filled in, proposed, or refused. An answer that has text is never overwritten.
import { type AnswerContent, type FieldValue, can, isEmptyContent, type Question } from '@chancery/domain';
import { canonicalJson } from '@chancery/record';
import type { ImportPreview } from '@chancery/contract';
import { actorOf, accessFactsOf } from '../../round/access.ts';
import type { RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';

export type Fate = ImportPreview['answers'][number]['fate'];

interface Meeting {
  readonly state: RoundState;
  readonly person: SignedIn['person'];
  readonly question: Question;
  /** What the answer holds now. */
  readonly present: AnswerContent;
  /** What the file says. */
  readonly found: AnswerContent;
}

/** What would become of it if it were imported now. */
export function fateOf({ state, person, question, present, found }: Meeting): Fate {
  if (isEmptyContent(found)) return 'nothing-found';
  const access = accessFactsOf(state, question);
  if (access.isFrozen) return 'frozen';
  if (question.answeredBy === 'agencies' && !can(actorOf(state, person), 'edit', access)) return 'not-yours';
  return textFate(question, present, found);
}

/** The same, of an answer that may be edited: what its text says. Asked again inside the edit itself. */
export function textFate(
  question: Question,
  present: AnswerContent,
  found: AnswerContent,
): Extract<Fate, 'fill' | 'propose' | 'same' | 'not-yours'> {
  if (isEmptyContent(present)) return 'fill';
  if (canonicalJson(present) === canonicalJson(writable(question, found))) return 'same';
  // What the respondent has stated is nobody's to propose otherwise.
  return question.answeredBy === 'respondent' ? 'not-yours' : 'propose';
}

/** An import never ticks for the respondent: their statements come in as "please confirm". */
export function writable(question: Question, found: AnswerContent): AnswerContent {
  if (question.answeredBy === 'agencies') return found;
  const fields = Object.entries(found.fields).map(([id, value]): [string, FieldValue] => [
    id,
    value.kind === 'choice' ? { kind: 'choice', chosen: [], toConfirm: true } : value,
  ]);
  return { question: found.question, fields: Object.fromEntries(fields) };
}
