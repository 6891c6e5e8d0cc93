// The sheet while its contents are on their way.
import type { ReactElement } from 'react';
import { SkeletonBar } from '../../ui/page/Skeleton.tsx';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';

export function QuestionnaireSkeleton(): ReactElement {
  const { say } = useWords();
  return (
    <output className="appear-late flex flex-col gap-4 rounded-6 bg-paper p-6 ring-1 ring-line sm:p-10">
      <span className="sr-only">{say(shellWords.loading)}</span>
      <SkeletonBar className="h-8 w-3/4" />
      <SkeletonBar className="h-8 w-1/2" />
      {Array.from({ length: 9 }, (_, line) => (
        <SkeletonBar key={line} className={line % 3 === 2 ? 'mb-6 w-2/5' : 'w-full max-w-[72ch]'} />
      ))}
    </output>
  );
}
