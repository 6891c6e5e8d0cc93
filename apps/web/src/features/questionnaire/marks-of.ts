// Which marks stand beside an answer in the printed form.
import type { AnswerRow } from '@chancery/contract';
import type { MarkFact } from '../../ui/badge/StatusBadge.tsx';

/** What stands in the way of the answer, in the order in which it matters. A frozen answer has no marks but its proposals, one that cannot be read only that. */
export function marksOf(row: AnswerRow): readonly MarkFact[] {
  if (!row.isReadable) return [{ name: 'unreadable', count: 1 }];
  const isFrozen = row.status === 'accepted' || row.status === 'sealed';
  const marks: readonly MarkFact[] = [
    { name: 'open-query', count: isFrozen ? 0 : row.openQueries },
    { name: 'to-confirm', count: isFrozen ? 0 : row.toConfirm.length },
    { name: 'required-empty', count: isFrozen ? 0 : row.empty.length },
    { name: 'stale-clearance', count: isFrozen ? 0 : row.stale.length },
    { name: 'open-proposal', count: row.openProposals },
  ];
  return marks.filter((mark) => mark.count > 0);
}
