// How a question is named in a sentence.
import type { Question } from '@chancery/domain';
import { importWords } from '../words.ts';
import type { Words } from '../../../words/use-words.ts';

/** "question 12", or the wording of an unnumbered one. */
export function questionName(question: Question | undefined, { say }: Words): string {
  if (question === undefined) return '';
  if (question.number === null) return say(importWords.unnumbered, { text: question.text });
  return say(importWords.numbered, { number: question.number });
}
