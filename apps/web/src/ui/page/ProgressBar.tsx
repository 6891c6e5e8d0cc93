// Slim bars of progress.
import type { AnswerStatus } from '@chancery/domain';
import type { ReactElement } from 'react';
import { classNames } from '../class-names.ts';

interface ProgressBarProps {
  /** Read aloud, for instance "3 of 8 accepted". */
  readonly label: string;
  readonly value: number;
  readonly of: number;
  readonly className?: string;
}

export function ProgressBar({ label, value, of, className }: ProgressBarProps): ReactElement {
  return <progress aria-label={label} value={value} max={Math.max(of, 1)} className={classNames('progress-bar', className)} />;
}

/** Drafting leaves the bar empty: a bar that looks full says that the work is done. */
const barColours: Record<Exclude<AnswerStatus, 'unassigned' | 'drafting'>, string> = {
  sealed: 'bg-sealed-tint',
  accepted: 'bg-accepted',
  cleared: 'bg-cleared',
};
const barOrder = ['sealed', 'accepted', 'cleared'] as const;

interface StatusBarProps {
  /** Read aloud: the bar in words. */
  readonly label: string;
  readonly counts: Readonly<Record<AnswerStatus, number>>;
  readonly of: number;
  readonly className?: string;
}

/** How many questions are how far, the furthest first. */
export function StatusBar({ label, counts, of, className }: StatusBarProps): ReactElement {
  return (
    <span title={label} className={classNames('block', className)}>
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className="flex h-1.5 gap-px overflow-hidden rounded-full bg-line">
        {barOrder
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <span
              key={status}
              className={classNames('block h-full', barColours[status])}
              style={{ inlineSize: `${(100 * counts[status]) / of}%` }}
            />
          ))}
      </span>
    </span>
  );
}
