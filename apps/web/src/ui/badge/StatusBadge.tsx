// How a status looks, always in words, by an icon and by a colour; and the marks on top of it.
import type { AnswerStatus } from '@chancery/domain';
import type { ReactElement } from 'react';
import { type MarkName, markWords, statusWords } from '../../words/statuses.ts';
import { useWords } from '../../words/use-words.ts';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../Icon.tsx';

const statusLooks: Record<AnswerStatus, { readonly icon: IconName; readonly classes: string }> = {
  unassigned: { icon: 'empty-circle', classes: 'bg-unassigned-tint text-unassigned' },
  drafting: { icon: 'half-circle', classes: 'bg-drafting-tint text-drafting' },
  cleared: { icon: 'check', classes: 'bg-cleared-tint text-cleared' },
  accepted: { icon: 'lock', classes: 'bg-accepted-tint text-accepted' },
  sealed: { icon: 'seal', classes: 'bg-sealed-tint text-sealed' },
};

/** The icon that stands for a status wherever its word is near. */
export function statusIcon(status: AnswerStatus): IconName {
  return statusLooks[status].icon;
}

interface StatusBadgeProps {
  readonly status: AnswerStatus;
  /** Closed without an answer, which is a way of being accepted. */
  readonly isNoAnswer?: boolean;
  readonly className?: string;
}

export function StatusBadge({ status, isNoAnswer = false, className }: StatusBadgeProps): ReactElement {
  const { say } = useWords();
  const { icon, classes } = statusLooks[status];
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center gap-1 rounded-full ps-1.5 pe-2 text-13 font-medium whitespace-nowrap',
        classes,
        className,
      )}
    >
      <Icon name={isNoAnswer ? 'dash' : icon} size={14} />
      {say(isNoAnswer ? markWords['no-answer'] : statusWords[status])}
    </span>
  );
}

const markLooks: Record<Exclude<MarkName, 'no-answer'>, { readonly icon: IconName; readonly classes: string }> = {
  'stale-clearance': { icon: 'history', classes: 'text-warning' },
  'open-query': { icon: 'question', classes: 'text-warning' },
  overdue: { icon: 'clock', classes: 'text-danger' },
  unreadable: { icon: 'warning', classes: 'text-danger whitespace-normal!' },
  'required-empty': { icon: 'empty-field', classes: 'text-ink-soft' },
  'to-confirm': { icon: 'warning', classes: 'text-warning' },
  'open-proposal': { icon: 'proposal', classes: 'text-drafting' },
};

export interface MarkFact {
  readonly name: Exclude<MarkName, 'no-answer'>;
  readonly count: number;
}

export function Mark({ mark, className }: { readonly mark: MarkFact; readonly className?: string }): ReactElement {
  const { say } = useWords();
  const { icon, classes } = markLooks[mark.name];
  return (
    <span className={classNames('inline-flex items-center gap-1 text-13 whitespace-nowrap', classes, className)}>
      <Icon name={icon} size={14} />
      {say(markWords[mark.name], { count: mark.count })}
    </span>
  );
}
