// An update log that lives as long as its process: for tests, and as the plainest reading of the port.
import * as Y from 'yjs';
import type { Appended, DocumentId, PendingUpdate, StoredDocument, UpdateLog } from '../ports.ts';

export interface MemoryLog extends UpdateLog {
  /** Brings a document into being, with these updates as its history. */
  create(document: DocumentId, updates?: readonly Uint8Array[]): void;
  /** From now on the document takes no content, or takes it again. */
  fence(document: DocumentId, isFenced: boolean): void;
  /** Puts one snapshot in the place of all updates so far. */
  compact(document: DocumentId): void;
  /** Loses the last updates of the document, though it had confirmed them. */
  loseLast(document: DocumentId, count: number): void;
  /** The updates kept of all documents, in log order. */
  readonly appended: readonly PendingUpdate[];
}

interface Kept {
  /** All updates up to a sequence; null before the first compaction. */
  snapshot: { readonly bytes: Uint8Array; readonly sequence: number } | null;
  /** Those after it. */
  updates: Uint8Array[];
  readonly owners: Map<number, string>;
  isFenced: boolean;
}

/** A log in memory. Appending to a document that was not created rejects, and keeps nothing of the batch. */
export function createMemoryLog(): MemoryLog {
  const documents = new Map<DocumentId, Kept>();
  const appended: PendingUpdate[] = [];
  const keptOf = (document: DocumentId): Kept => {
    const kept = documents.get(document);
    if (kept === undefined) throw new Error(`there is no document ${document}`);
    return kept;
  };
  return {
    appended,
    create(document, updates = []) {
      documents.set(document, { snapshot: null, updates: [...updates], owners: new Map(), isFenced: false });
    },
    loseLast(document, count) {
      keptOf(document).updates.splice(-count);
    },
    compact(document) {
      const kept = keptOf(document);
      const doc = new Y.Doc();
      for (const update of updatesAfter(kept, 0)) Y.applyUpdate(doc, update);
      kept.snapshot = { bytes: Y.encodeStateAsUpdate(doc), sequence: headOf(kept) };
      kept.updates = [];
    },
    fence(document, isFenced) {
      keptOf(document).isFenced = isFenced;
    },
    async load(document, after = 0): Promise<StoredDocument | null> {
      const kept = documents.get(document);
      if (kept === undefined) return null;
      return { epoch: 1, sequence: headOf(kept), updates: updatesAfter(kept, after), owners: new Map(kept.owners) };
    },
    async append(batch) {
      const byDocument = Map.groupBy(batch, ({ document }) => document);
      for (const document of byDocument.keys()) keptOf(document);
      return new Map([...byDocument].map(([document, updates]) => [document, keep(keptOf(document), updates, appended)]));
    },
    async heads(asked) {
      return new Map(asked.flatMap((document) => (documents.has(document) ? [[document, headOf(keptOf(document))] as const] : [])));
    },
  };
}

function keep(kept: Kept, updates: readonly PendingUpdate[], appended: PendingUpdate[]): Appended {
  if (kept.isFenced) return { status: 'fenced' };
  const owned = updates.flatMap(({ author, binds }) => binds.map((client) => [client, author?.person ?? ''] as const));
  if (owned.some(([client, person]) => (kept.owners.get(client) ?? person) !== person)) return { status: 'foreign' };
  for (const [client, person] of owned) kept.owners.set(client, person);
  const first = headOf(kept) + 1;
  kept.updates.push(...updates.map(({ bytes }) => bytes));
  appended.push(...updates);
  return { status: 'kept', first, last: headOf(kept) };
}

function headOf({ snapshot, updates }: Kept): number {
  return (snapshot?.sequence ?? 0) + updates.length;
}

function updatesAfter({ snapshot, updates }: Kept, after: number): readonly Uint8Array[] {
  if (snapshot === null) return updates.slice(after);
  return after < snapshot.sequence ? [snapshot.bytes, ...updates] : updates.slice(after - snapshot.sequence);
}
