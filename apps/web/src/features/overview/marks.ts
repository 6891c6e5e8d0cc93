// Which marks stand on top of an answer's status.
import type { AnswerRow } from '@chancery/contract';
import { type Day, isOverdue } from '@chancery/domain';
import type { MarkFact } from '../../ui/badge/StatusBadge.tsx';

/** The marks of a row, the most urgent first. A frozen answer that can be read has none: nothing can be done about it. */
export function marksOf(row: AnswerRow, today: Day): readonly MarkFact[] {
  if (!row.isReadable) return [{ name: 'unreadable', count: 1 }];
  if (isFrozenRow(row)) return [];
  const marks: readonly MarkFact[] = [
    { name: 'returned', count: row.takenBack?.kind === 'returned' ? 1 : 0 },
    { name: 'reopened', count: row.takenBack?.kind === 'reopened' ? 1 : 0 },
    { name: 'overdue', count: isLate(row, today) ? 1 : 0 },
    { name: 'open-query', count: row.openQueries },
    { name: 'stale-clearance', count: row.stale.length },
    { name: 'to-confirm', count: row.toConfirm.length },
    { name: 'open-proposal', count: row.openProposals },
    { name: 'required-empty', count: row.empty.length },
  ];
  return marks.filter((mark) => mark.count > 0);
}

/** Past its due date and still open. */
function isLate(row: AnswerRow, today: Day): boolean {
  return isOverdue(row.assignment?.dueDay ?? null, today) && !isFrozenRow(row);
}

/** Accepted or sealed: nobody may write it. */
export function isFrozenRow(row: AnswerRow): boolean {
  return row.status === 'accepted' || row.status === 'sealed';
}
