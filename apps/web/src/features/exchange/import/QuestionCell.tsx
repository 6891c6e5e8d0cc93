// How a question is named: in a list by its number and its wording on one line, and in a sentence.
import type { Question } from '@chancery/domain';
import type { ReactElement } from 'react';
import type { Words } from '../../../words/use-words.ts';
import { importWords } from '../words.ts';

export function QuestionCell({ question }: { readonly question: Question | undefined }): ReactElement {
  return (
    <span className="flex min-w-0 gap-3">
      <span className="numbers-aligned w-6 shrink-0 text-end text-ink-soft">{question?.number ?? ''}</span>
      <span className="line-clamp-2 min-w-0 sm:line-clamp-1">
        <bdi>{question?.text}</bdi>
      </span>
    </span>
  );
}

/** "question 12", or the wording of an unnumbered one. */
export function questionName(question: Question | undefined, { say }: Words): string {
  if (question === undefined) return '';
  if (question.number === null) return say(importWords.unnumbered, { text: question.text });
  return say(importWords.numbered, { number: question.number });
}
