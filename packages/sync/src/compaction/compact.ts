// Compacting: one snapshot of many updates. Pure: where they come from and go to is the caller's business.
import * as Y from 'yjs';
import type { LoggedUpdate } from './attribution.ts';
import { decodeAttribution, encodeAttribution } from './encoding.ts';

/** The state of a document up to a sequence of its log, and who wrote it. */
export interface Compacted {
  /** One Yjs v1 update, without what was deleted. */
  readonly snapshot: Uint8Array;
  readonly attribution: Uint8Array;
}

export interface Compactable {
  /** What the last compaction made; null for the first. */
  readonly before: Compacted | null;
  /** All updates since, in log order. */
  readonly updates: readonly LoggedUpdate[];
}

/** Throws when the updates cannot be applied, or build on something that is missing: such a document must be left as it is. */
export function compact({ before, updates }: Compactable): Compacted {
  const attribution = decodeAttribution(before?.attribution ?? null);
  for (const update of updates) attribution.add(update);
  const doc = documentOf([...(before === null ? [] : [before.snapshot]), ...updates.map(({ bytes }) => bytes)]);
  const snapshot = Y.encodeStateAsUpdate(doc);
  checkSame(doc, documentOf([snapshot]));
  doc.destroy();
  return { snapshot, attribution: encodeAttribution(attribution) };
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  // One transaction of our own, so that Yjs tidies nothing up that the log does not have.
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const { pendingStructs, pendingDs } = doc.store;
  if (pendingStructs !== null || pendingDs !== null) throw new Error('the updates build on content that is not there');
  return doc;
}

/** Reads the snapshot back before it takes the place of anything. */
function checkSame(doc: Y.Doc, readBack: Y.Doc): void {
  const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(readBack));
  readBack.destroy();
  if (!isSame) throw new Error('the snapshot is not what the updates make');
}
