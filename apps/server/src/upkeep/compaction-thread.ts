// Runs in a thread of its own: makes snapshots of the updates it is sent, one document after the other, until it is ended.
import { parentPort } from 'node:worker_threads';
import { type Compacted, compact, type LoggedUpdate } from '@chancery/sync/compaction';

/** Updates come in pieces, so that nobody has to hand over a long log at one go; the last message of a document says so. */
export type CompactionRequest =
  | { readonly kind: 'updates'; readonly updates: readonly LoggedUpdate[] }
  | { readonly kind: 'compact'; readonly before: Compacted | null };

export type CompactionReply = { readonly ok: true; readonly compacted: Compacted } | { readonly ok: false; readonly cause: unknown };

let updates: LoggedUpdate[] = [];

parentPort?.on('message', (request: CompactionRequest) => {
  if (request.kind === 'updates') updates.push(...request.updates);
  else parentPort?.postMessage(reply(request.before));
});

function reply(before: Compacted | null): CompactionReply {
  const all = updates;
  updates = [];
  try {
    return { ok: true, compacted: compact({ before, updates: all }) };
  } catch (cause) {
    return { ok: false, cause };
  }
}
