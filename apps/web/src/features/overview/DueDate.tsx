// How a due date is written in a list: "Fri 28 May, in 4 days".
import type { Day } from '@chancery/domain';
import type { ReactElement } from 'react';
import { useWords } from '../../words/use-words.ts';

interface DueDateProps {
  readonly dueDay: Day | null;
  /** In the round. */
  readonly today: Day;
  /** Nothing is late about an answer that is finished. */
  readonly isFrozen: boolean;
  /** The distance on a line of its own, where there is room for two. */
  readonly isStacked?: boolean;
}

const soonDays = 3;

export function DueDate({ dueDay, today, isFrozen, isStacked = false }: DueDateProps): ReactElement | null {
  const { due } = useWords();
  if (dueDay === null) return null;
  const { day, distance, daysLeft } = due(dueDay, today);
  if (isFrozen) return <span className="whitespace-nowrap text-ink-faint">{day}</span>;
  const tone = daysLeft < 0 ? 'font-medium text-danger' : daysLeft <= soonDays ? 'font-medium text-warning' : 'text-ink-soft';
  return (
    <time dateTime={dueDay} className="whitespace-nowrap">
      {day}
      <span aria-hidden={isStacked || undefined}>, </span>
      <span className={isStacked ? `${tone} lg:block` : tone}>{distance}</span>
    </time>
  );
}
