// Owns an update log that lives as long as its process: for tests, and as the plainest reading of the port.
import type { DocumentId, PendingUpdate, StoredDocument, UpdateLog } from './ports.ts';

export interface MemoryLog extends UpdateLog {
  /** Brings a document into being, with these updates as its history. */
  create(document: DocumentId, updates?: readonly Uint8Array[]): void;
  /** The appended updates of all documents, in log order. */
  readonly appended: readonly PendingUpdate[];
}

/** A log in memory. Appending to a document that was not created rejects, and keeps nothing of the batch. */
export function createMemoryLog(): MemoryLog {
  const documents = new Map<DocumentId, Uint8Array[]>();
  const appended: PendingUpdate[] = [];
  return {
    appended,
    create(document, updates = []) {
      documents.set(document, [...updates]);
    },
    async load(document): Promise<StoredDocument | null> {
      const updates = documents.get(document);
      return updates === undefined ? null : { epoch: 1, sequence: updates.length, updates: [...updates] };
    },
    async append(batch) {
      const unknown = batch.find(({ document }) => !documents.has(document));
      if (unknown !== undefined) throw new Error(`there is no document ${unknown.document}`);
      const sequences = new Map<DocumentId, number>();
      for (const update of batch) {
        const updates = documents.get(update.document) ?? [];
        updates.push(update.bytes);
        appended.push(update);
        sequences.set(update.document, updates.length);
      }
      return sequences;
    },
  };
}
