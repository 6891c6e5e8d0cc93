// What stands where something is being loaded; it appears only when the wait is noticeable.
import type { ReactElement } from 'react';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { classNames } from '../class-names.ts';

/** One grey bar. */
export function SkeletonBar({ className }: { readonly className?: string }): ReactElement {
  return <span aria-hidden="true" className={classNames('block h-3 animate-pulse rounded-3 bg-line', className)} />;
}

/** Rows of a list on its way. */
export function SkeletonRows({ rows = 6 }: { readonly rows?: number }): ReactElement {
  const { say } = useWords();
  return (
    <output className="appear-late flex flex-col">
      <span className="sr-only">{say(shellWords.loading)}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="flex h-12 items-center gap-4 border-b border-line px-4 last:border-0">
          <SkeletonBar className="w-6" />
          <SkeletonBar className={row % 3 === 0 ? 'w-1/2' : row % 3 === 1 ? 'w-2/5' : 'w-3/5'} />
          <SkeletonBar className="ms-auto w-20" />
        </span>
      ))}
    </output>
  );
}

/** A page on its way: a heading, a line, rows. */
export function SkeletonPage(): ReactElement {
  return (
    <div className="appear-late flex flex-col gap-4 py-8">
      <SkeletonBar className="h-6 w-2/3" />
      <SkeletonBar className="w-1/3" />
      <div className="mt-4 rounded-6 bg-surface ring-1 ring-line">
        <SkeletonRows />
      </div>
    </div>
  );
}
