// Makes snapshots of the updates it is sent, one document after the other.
import { replyWith } from '@chancery/workers';
import { type Compacted, compact, type LoggedUpdate } from '@chancery/sync/compaction';

export interface CompactionRequests {
  /** Updates come in pieces, so that nobody has to hand over a long log at one go. */
  take(updates: readonly LoggedUpdate[]): void;
  /** Of everything taken since the last. Throws what makes the document unreadable. */
  compact(before: Compacted | null): Compacted;
}

let taken: LoggedUpdate[] = [];

replyWith<CompactionRequests>({
  take: (updates) => {
    taken.push(...updates);
  },
  compact: (before) => {
    const updates = taken;
    taken = [];
    return compact({ before, updates });
  },
});
