// Owns what the engine needs from outside: sockets, a log, a clock. The engine knows no ws, no SQL, no questionnaire.

/** Opaque to the engine. */
export type DocumentId = string;

/** Who wrote an update; opaque strings, kept in the log. */
export interface Author {
  readonly person: string;
  readonly agency: string;
}

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
}

export interface StoredDocument {
  /** Grows when the history is replaced; clients of an older epoch must start anew. */
  readonly epoch: number;
  /** Sequence of the last update; 0 for none. */
  readonly sequence: number;
  /** Yjs v1 updates (a snapshot first, when there is one), in log order. */
  readonly updates: readonly Uint8Array[];
}

/** Where updates become durable. */
export interface UpdateLog {
  /** Null when there is no such document. */
  load(document: DocumentId): Promise<StoredDocument | null>;
  /**
   * Appends all of the batch, for any number of documents, in one transaction: after it resolves, no crash loses one of them.
   * When it rejects, none was kept. Resolves to the last sequence of each document named in the batch.
   * The updates of one document in one batch belong together: one of them may build on a later one.
   */
  append(batch: readonly PendingUpdate[]): Promise<ReadonlyMap<DocumentId, number>>;
}

/** Time as the engine sees it. A timer keeps no process alive. */
export interface Clock {
  now(): number;
  /** Runs `action` once after `ms`; disposing cancels it. 0 is the end of this turn of the event loop (`setImmediate`). */
  after(ms: number, action: () => void): Disposable;
}
