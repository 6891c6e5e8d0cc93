// Slim bars of progress.
import type { AnswerStage } from '@chancery/domain';
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

/** Paler while it is drafted: a bar that looks full says that the work is done. What holds nothing leaves the bar empty. */
const barColours = {
  sealed: 'bg-sealed-tint',
  accepted: 'bg-accepted',
  cleared: 'bg-cleared',
  'partly-cleared': 'bg-cleared/60',
  'ready-to-clear': 'bg-drafting/60',
  'being-written': 'bg-drafting/30',
} as const satisfies Partial<Record<AnswerStage, string>>;
const barOrder = ['sealed', 'accepted', 'cleared', 'partly-cleared', 'ready-to-clear', 'being-written'] as const;

interface StatusBarProps {
  /** Read aloud: the bar in words. */
  readonly label: string;
  readonly counts: Readonly<Record<AnswerStage, number>>;
  readonly of: number;
  readonly className?: string;
}

/** How many questions are how far, the furthest first. */
export function StatusBar({ label, counts, of, className }: StatusBarProps): ReactElement {
  return (
    <span title={label} className={classNames('block', className)}>
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className="status-bar flex h-1.5 gap-px overflow-hidden rounded-full bg-line">
        {barOrder
          .filter((stage) => counts[stage] > 0)
          .map((stage) => (
            <span
              key={stage}
              className={classNames('block h-full', barColours[stage])}
              style={{ inlineSize: `${(100 * counts[stage]) / of}%` }}
            />
          ))}
      </span>
    </span>
  );
}
