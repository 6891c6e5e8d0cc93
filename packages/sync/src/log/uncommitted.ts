// The accepted updates of one document until the log has them, and who waits for that.
import * as Y from 'yjs';
import { NotCommittedError } from '../errors.ts';
import type { Appended, Author, DocumentId, PendingUpdate } from '../ports.ts';

/** One session, or one edit of the server: updates of the same writer are merged. */
export interface Writer {
  readonly author: Author | null;
}

interface Entry {
  readonly writer: Writer;
  readonly at: number;
  readonly parts: Uint8Array[];
  readonly binds: number[];
}

export interface Accepted {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly binds: readonly number[];
}

interface Waiter {
  readonly revision: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** What a room is told of its updates. */
export interface CommitListener {
  /** The log has all up to `committed`; these are what it kept this time. */
  kept(appended: Extract<Appended, { status: 'kept' }>, updates: readonly PendingUpdate[]): void;
  /** The log refuses the document's updates for good (D13). */
  refused(why: Exclude<Appended['status'], 'kept'>): void;
  /** The log does not take anything at the moment; it is tried again. */
  failed(cause: unknown): void;
}

export class Uncommitted {
  readonly document: DocumentId;
  /** How many updates were accepted, and up to which of them the log has all. */
  accepted = 0;
  committed = 0;
  private readonly listener: CommitListener;
  private entries = new Map<Writer, Entry>();
  private underWay: { readonly entries: Map<Writer, Entry>; readonly updates: PendingUpdate[]; readonly revision: number } | null = null;
  private waiters: Waiter[] = [];

  constructor(document: DocumentId, listener: CommitListener) {
    this.document = document;
    this.listener = listener;
  }

  get isEmpty(): boolean {
    return this.committed === this.accepted;
  }

  add(writer: Writer, { bytes, at, binds }: Accepted): void {
    this.accepted += 1;
    const entry = this.entries.get(writer);
    if (entry === undefined) {
      this.entries.set(writer, { writer, at, parts: [bytes], binds: [...binds] });
    } else {
      entry.parts.push(bytes);
      entry.binds.push(...binds);
    }
  }

  /** Takes all that waits, one merged update for each writer (D3). It is under way until `settle` or `fail`. */
  take(): readonly PendingUpdate[] {
    const updates: PendingUpdate[] = [];
    this.underWay = { entries: this.entries, updates, revision: this.accepted };
    this.entries = new Map();
    for (const entry of this.underWay.entries.values()) updates.push(this.pendingOf(entry));
    return updates;
  }

  /** The log has said what became of what was under way. */
  settle(appended: Appended): void {
    const { underWay } = this;
    if (underWay === null) return;
    if (appended.status !== 'kept') {
      this.putBack();
      return this.listener.refused(appended.status);
    }
    this.committed = underWay.revision;
    this.underWay = null;
    this.listener.kept(appended, underWay.updates);
    const ready = this.waiters.filter((waiter) => waiter.revision <= this.committed);
    this.waiters = this.waiters.filter((waiter) => waiter.revision > this.committed);
    for (const waiter of ready) waiter.resolve();
  }

  /** The log did not take what was under way: it waits again, before what came later (D4). */
  fail(cause: unknown): void {
    this.putBack();
    this.listener.failed(cause);
  }

  /** Lets go of all that is not committed: who wrote what. */
  giveUp(): readonly PendingUpdate[] {
    this.putBack();
    const given = [...this.entries.values()].map((entry) => this.pendingOf(entry));
    this.entries.clear();
    this.accepted = this.committed;
    return given;
  }

  /** Resolves when the log has all that is accepted now; rejects with NotCommittedError, or the error that `abandon` was given. */
  whenCommitted(): Promise<void> {
    if (this.isEmpty) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiters.push({ revision: this.accepted, resolve, reject }));
  }

  abandon(reason: Error = new NotCommittedError(`document ${this.document} is not committed`)): void {
    for (const waiter of this.waiters) waiter.reject(reason);
    this.waiters = [];
  }

  private pendingOf({ writer, at, parts, binds }: Entry): PendingUpdate {
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only : Y.mergeUpdates(parts);
    return { document: this.document, bytes, author: writer.author, at, binds };
  }

  private putBack(): void {
    const later = this.entries;
    this.entries = this.underWay?.entries ?? new Map();
    this.underWay = null;
    for (const entry of later.values()) {
      const earlier = this.entries.get(entry.writer);
      if (earlier === undefined) {
        this.entries.set(entry.writer, entry);
      } else {
        earlier.parts.push(...entry.parts);
        earlier.binds.push(...entry.binds);
      }
    }
  }
}
