// How a question stands in a list: its number, its wording on one line.
import type { Question } from '@chancery/domain';
import type { ReactElement } from 'react';

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
