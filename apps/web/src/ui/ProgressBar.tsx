// Owns slim bars of progress. The numbers stand beside the bar in words; the bar itself only adds to them.
import type { AnswerStatus } from '@chancery/domain';
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

interface ProgressBarProps {
  /** Read aloud, for instance "3 of 8 accepted". */
  readonly label: string;
  readonly value: number;
  readonly of: number;
  readonly className?: string;
}

export function ProgressBar({ label, value, of, className }: ProgressBarProps): ReactElement {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={of}
      className={classNames('block h-1 overflow-hidden rounded-full bg-line', className)}
    >
      <span className="block h-full rounded-full bg-accepted" style={{ inlineSize: share(value, of) }} />
    </span>
  );
}

const barColours: Record<AnswerStatus, string> = {
  unassigned: 'bg-transparent',
  drafting: 'bg-drafting',
  cleared: 'bg-cleared',
  accepted: 'bg-accepted',
  sealed: 'bg-sealed-tint',
};
const barOrder: readonly AnswerStatus[] = ['sealed', 'accepted', 'cleared', 'drafting'];

interface StatusBarProps {
  readonly label: string;
  readonly counts: Readonly<Record<AnswerStatus, number>>;
  readonly of: number;
  readonly className?: string;
}

/** How many questions are at which status, the furthest first. */
export function StatusBar({ label, counts, of, className }: StatusBarProps): ReactElement {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={classNames('flex h-1.5 gap-px overflow-hidden rounded-full bg-line', className)}
    >
      {barOrder.map((status) => (
        <span key={status} className={classNames('block h-full', barColours[status])} style={{ inlineSize: share(counts[status], of) }} />
      ))}
    </span>
  );
}

function share(value: number, of: number): string {
  return of === 0 ? '0' : `${(100 * value) / of}%`;
}
