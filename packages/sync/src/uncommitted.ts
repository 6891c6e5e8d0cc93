// Owns the accepted updates of one document until the log has them, and who waits for that.
import * as Y from 'yjs';
import { NotCommittedError } from './errors.ts';
import type { Author, DocumentId, PendingUpdate } from './ports.ts';

/** One session, or one edit of the server: updates of the same writer are merged. */
export interface Writer {
  readonly author: Author | null;
}

interface Entry {
  readonly writer: Writer;
  readonly at: number;
  readonly parts: Uint8Array[];
}

interface Waiter {
  readonly revision: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class Uncommitted {
  readonly document: DocumentId;
  /** Called after each commit, when `committed` and `sequence` have moved. */
  readonly onCommit: () => void;
  /** How many updates were accepted, and up to which of them the log has all. */
  accepted = 0;
  committed = 0;
  /** The log's sequence of the last committed update. */
  sequence = 0;
  private entries = new Map<Writer, Entry>();
  private underWay: { readonly entries: Map<Writer, Entry>; readonly revision: number } | null = null;
  private waiters: Waiter[] = [];

  constructor(document: DocumentId, onCommit: () => void) {
    this.document = document;
    this.onCommit = onCommit;
  }

  get isEmpty(): boolean {
    return this.committed === this.accepted;
  }

  add(writer: Writer, bytes: Uint8Array, at: number): void {
    this.accepted += 1;
    const entry = this.entries.get(writer);
    if (entry === undefined) this.entries.set(writer, { writer, at, parts: [bytes] });
    else entry.parts.push(bytes);
  }

  /** Takes all that waits, one merged update for each writer (D3). It is under way until `settle` or `putBack`. */
  take(): PendingUpdate[] {
    this.underWay = { entries: this.entries, revision: this.accepted };
    this.entries = new Map();
    return [...this.underWay.entries.values()].map(({ writer, at, parts }) => {
      return { document: this.document, bytes: Y.mergeUpdates(parts), author: writer.author, at };
    });
  }

  /** The log has what was under way. */
  settle(sequence: number): void {
    this.committed = this.underWay?.revision ?? this.committed;
    this.sequence = sequence;
    this.underWay = null;
    this.onCommit();
    const ready = this.waiters.filter((waiter) => waiter.revision <= this.committed);
    this.waiters = this.waiters.filter((waiter) => waiter.revision > this.committed);
    for (const waiter of ready) waiter.resolve();
  }

  /** The log refused what was under way: it waits again, before what came later (D4). */
  putBack(): void {
    const later = this.entries;
    this.entries = this.underWay?.entries ?? new Map();
    this.underWay = null;
    for (const entry of later.values()) {
      const earlier = this.entries.get(entry.writer);
      if (earlier === undefined) this.entries.set(entry.writer, entry);
      else earlier.parts.push(...entry.parts);
    }
  }

  /** Resolves when the log has all that is accepted now; rejects with NotCommittedError when the rooms are disposed first. */
  whenCommitted(): Promise<void> {
    if (this.isEmpty) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiters.push({ revision: this.accepted, resolve, reject }));
  }

  abandon(): void {
    for (const waiter of this.waiters) waiter.reject(new NotCommittedError(`document ${this.document} is not committed`));
    this.waiters = [];
  }
}
