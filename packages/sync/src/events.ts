// The events that the engine tells its server. A listener that throws is reported by `alarm` and stops nothing.
import type { CloseCode } from './close-codes.ts';
import type { Member } from './member.ts';
import type { Author, DocumentId, RefusalReason } from './ports.ts';

/** A refused edit: content that did not enter the document. `bytes` is a Yjs v1 update relative to what its session knew. */
export interface RefusedUpdate {
  readonly author: Author;
  readonly bytes: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: RefusalReason;
}

/** One append of the log. */
export interface AppendFacts {
  readonly documents: number;
  readonly updates: number;
  readonly bytes: number;
  /** From the call of the log until it resolves or rejects. */
  readonly ms: number;
}

export interface RoomEvents {
  /** The document was read into memory; whatever kept it from being read before is over. */
  loaded?(document: DocumentId): void;
  /** After a commit of this document, by this server or by a peer. */
  committed?(document: DocumentId, sequence: number): void;
  /** The distinct persons now connected, to whatever server, after one came or went. */
  presenceChanged?(document: DocumentId, present: readonly Member[]): void;
  /** Valid content of a session that may not write, or no longer: it may be kept as a proposal. */
  refused?(document: DocumentId, update: RefusedUpdate): void;
  /** A failing log, a document in quarantine, a bug: what an operator must see. */
  alarm?(document: DocumentId, cause: unknown): void;
  /** Something went wrong that concerns no document and passes: a message between servers that cannot be read. */
  failed?(cause: unknown): void;
  appended?(facts: AppendFacts): void;
  /** The engine has closed a session. */
  closed?(document: DocumentId, code: CloseCode): void;
}

/** The same events, each of them safe to call from inside the engine. */
export function guardEvents(events: RoomEvents): Required<RoomEvents> {
  const alarm = (document: DocumentId, cause: unknown): void => {
    try {
      events.alarm?.(document, cause);
    } catch {
      // The alarm itself is broken: nobody is left to tell, and the documents must go on.
    }
  };
  const guarded = (document: DocumentId | null, tell: () => void): void => {
    try {
      tell();
    } catch (cause) {
      if (document !== null) alarm(document, cause);
    }
  };
  return {
    alarm,
    loaded: (document) => guarded(document, () => events.loaded?.(document)),
    committed: (document, sequence) => guarded(document, () => events.committed?.(document, sequence)),
    presenceChanged: (document, present) => guarded(document, () => events.presenceChanged?.(document, present)),
    failed: (cause) => guarded(null, () => events.failed?.(cause)),
    appended: (facts) => guarded(null, () => events.appended?.(facts)),
    closed: (document, code) => guarded(document, () => events.closed?.(document, code)),
    refused: (document, update) => guarded(document, () => events.refused?.(document, update)),
  };
}
