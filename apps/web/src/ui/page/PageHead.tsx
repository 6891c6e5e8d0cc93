// The beginning of a page: its heading, a line about it, and what can be done with the whole.
import type { ReactElement, ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead({ title, detail, actions }: PageHeadProps): ReactElement {
  return (
    <div className="mx-auto flex max-w-[88rem] flex-wrap items-end justify-between gap-4 px-4 pt-6 pb-4 sm:px-6 sm:pt-8">
      <div className="min-w-0">
        <h1 className="text-27 font-semibold tracking-[-0.01em]">{title}</h1>
        {detail === undefined ? null : <div className="mt-1 text-15 text-ink-soft">{detail}</div>}
      </div>
      {actions}
    </div>
  );
}
