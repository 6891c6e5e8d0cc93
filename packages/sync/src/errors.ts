// The errors that callers of the engine can tell apart.
import type { DocumentId } from './ports.ts';

export class UnknownDocumentError extends Error {
  override readonly name = 'UnknownDocumentError';
  constructor(document: DocumentId) {
    super(`there is no document ${document}`);
  }
}

/** The stored history of a document cannot be read back; `cause` says why. */
export class QuarantinedDocumentError extends Error {
  override readonly name = 'QuarantinedDocumentError';
  readonly document: DocumentId;
  constructor(document: DocumentId, cause: unknown) {
    super(`document ${document} cannot be read back`, { cause });
    this.document = document;
  }
}

/** A server edit met a document that takes no content. */
export class FrozenDocumentError extends Error {
  override readonly name = 'FrozenDocumentError';
  constructor(document: DocumentId) {
    super(`document ${document} is read-only`);
  }
}

/** A server edit brought more than the document has room for; nothing of it is there. */
export class FullDocumentError extends Error {
  override readonly name = 'FullDocumentError';
}

/** The log did not commit in time, or the rooms were disposed first. */
export class NotCommittedError extends Error {
  override readonly name = 'NotCommittedError';
}

/** A client sent bytes that are not of the protocol, or content that is not allowed. */
export class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError';
}
