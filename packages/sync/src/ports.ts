// The ports: what the engine needs from outside, which is sockets, a log, a bus and a clock. It knows no ws, no SQL, no questionnaire.

/** Opaque to the engine. */
export type DocumentId = string;

/** Who wrote an update; opaque strings, kept in the log. */
export interface Author {
  readonly person: string;
  readonly agency: string;
}

/** Why an edit is refused. */
export const refusalReasons = [
  /** The document takes no content. */
  'frozen',
  'right-lost',
  /** Its session was never allowed to write. */
  'reader',
  /** Its client was built with an older schema. */
  'older-schema',
  /** Its client holds an older history: the update is the whole of it. */
  'older-epoch',
  /** It adds content under a client id that belongs to another person. */
  'foreign',
  /** Its client handed it over as a proposal, since it could not be an edit. */
  'set-aside',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface Socket {
  send(message: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed to `send` that have not left this machine. */
  readonly bufferedBytes: number;
}

/** A Yjs v1 update on its way to the log. `author` null: the server itself. */
export interface PendingUpdate {
  readonly document: DocumentId;
  readonly bytes: Uint8Array;
  readonly author: Author | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Client ids that belong to the author from now on, kept with the update (SPEC.md X6). */
  readonly binds: readonly number[];
}

export interface StoredDocument {
  /** Grows when the history is replaced; clients of an older epoch must start again. */
  readonly epoch: number;
  /** Sequence of the last update; 0 for none. */
  readonly sequence: number;
  /** Yjs v1 updates in log order; a snapshot of all before it first, when there is one. */
  readonly updates: readonly Uint8Array[];
  /** The person to whom each bound client id belongs. */
  readonly owners: ReadonlyMap<number, string>;
}

/** What became of one document's updates of a batch. */
export type Appended =
  /** They are the sequences `first` to `last`, without anybody else's between them. */
  | { readonly status: 'kept'; readonly first: number; readonly last: number }
  /** The document takes no content: the log's own word, whatever a server believes. Nothing of it was kept. */
  | { readonly status: 'fenced' }
  /** They bind a client id that belongs to another person. Nothing of it was kept. */
  | { readonly status: 'foreign' };

/** What the log holds of one document is damaged; the log itself works. `cause` says how. */
export class DamagedHistoryError extends Error {
  override readonly name = 'DamagedHistoryError';
  constructor(document: DocumentId, cause: unknown) {
    super(`what is stored of document ${document} is damaged`, { cause });
  }
}

/** Where updates become durable. */
export interface UpdateLog {
  /** All that is committed after that sequence, at one moment. Null when there is no such document. Rejects with DamagedHistoryError. */
  load(document: DocumentId, after?: number): Promise<StoredDocument | null>;
  /**
   * Appends the batch, for any number of documents, in one transaction: after it resolves, no crash loses what was kept.
   * When it rejects, nothing was kept of any. Resolves to what became of each document named in the batch.
   * The updates of one document in one batch belong together: one of them may build on a later one.
   */
  append(batch: readonly PendingUpdate[]): Promise<ReadonlyMap<DocumentId, Appended>>;
  /** Sequence of the last committed update of each of these documents; one that does not exist is absent. */
  heads(documents: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, number>>;
}

/**
 * Carries messages between the servers of one log, each to all others and not back to its sender. In order from each sender;
 * a message may be lost, which the engine notices.
 */
export interface Bus {
  /** Never throws; what cannot be sent is lost. */
  publish(message: Uint8Array): void;
  /** `lost`: messages may have been missed, since the bus was away. */
  listen(listener: { message(bytes: Uint8Array): void; lost(): void }): Disposable;
}

/** Time as the engine sees it. A timer keeps no process alive. */
export interface Clock {
  now(): number;
  /** Runs `action` once after `ms`; disposing cancels it. 0 is the end of this turn of the event loop (`setImmediate`). */
  after(ms: number, action: () => void): Disposable;
}
