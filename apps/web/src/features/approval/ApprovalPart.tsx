// One part of the page of the approval: its heading, which can be jumped to, and a sentence about it.
import type { ReactElement, ReactNode } from 'react';

interface ApprovalPartProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function ApprovalPart({ id, title, lead, children }: ApprovalPartProps): ReactElement {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} tabIndex={-1} className="scroll-mt-4">
      <h2 id={`${id}-heading`} className="text-21 font-semibold">
        {title}
      </h2>
      {lead === undefined ? null : <p className="mt-1 text-ink-soft">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
