// Reading one document back from the log.
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { QuarantinedDocumentError, UnknownDocumentError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { DamagedHistoryError, type DocumentId, type StoredDocument, type UpdateLog } from '../ports.ts';
import { RoomDocument } from '../content/document.ts';

export interface LoadedDocument {
  readonly document: RoomDocument;
  readonly stored: Pick<StoredDocument, 'epoch' | 'sequence' | 'owners'>;
}

/** Loads all that is committed. Throws UnknownDocumentError, QuarantinedDocumentError for stored bytes that make no document, or the log's error. */
export async function loadDocument(log: UpdateLog, id: DocumentId, limits: Limits): Promise<LoadedDocument> {
  const stored = await log.load(id).catch((cause: unknown) => {
    throw cause instanceof DamagedHistoryError ? new QuarantinedDocumentError(id, cause) : cause;
  });
  if (stored === null) throw new UnknownDocumentError(id);
  try {
    const { epoch, sequence, owners, updates } = stored;
    return { document: new RoomDocument(updates, limits), stored: { epoch, sequence, owners } };
  } catch (cause) {
    throw new QuarantinedDocumentError(id, cause);
  }
}

/** How the sessions of a document that could not be loaded are closed. */
export function closingOf(cause: unknown): readonly [CloseCode, string] {
  if (cause instanceof UnknownDocumentError) return [closeCodes.unknownDocument, 'there is no such document'];
  if (cause instanceof QuarantinedDocumentError) return [closeCodes.quarantined, 'this document cannot be read back'];
  return [closeCodes.failed, 'the document could not be loaded'];
}
