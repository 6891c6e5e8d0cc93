// Owns one Yjs document in memory: what may be applied to it, the bytes it can be rebuilt from, and the encoded state for those who join.
// It knows neither sessions nor the log.
import * as Y from 'yjs';
import { type Examination, examine, isKnown } from './causality.ts';
import type { DecodedUpdate } from './content-check.ts';
import { MalformedMessageError } from './errors.ts';
import type { Limits } from './limits.ts';

const rebaseAtBytes = 64 * 1024;
const emptyStateVector = Y.encodeStateVector(new Y.Doc());

export class RoomDocument {
  private readonly limits: Limits;
  private current = new Y.Doc();
  /** Encoded state, and the updates since: together all accepted content. */
  private base: Uint8Array;
  private tail: Uint8Array[] = [];
  private tailBytes = 0;
  private emitted: Uint8Array[] = [];

  /** Builds the document from stored updates in log order. Throws when they cannot be applied or something they build on is missing. */
  constructor(stored: readonly Uint8Array[], limits: Limits) {
    this.limits = limits;
    this.current.transact(() => {
      for (const update of stored) Y.applyUpdate(this.current, update);
    });
    if (hasPending(this.current)) throw new Error('the stored updates build on content that is not stored');
    this.base = Y.encodeStateAsUpdate(this.current);
    this.listen();
  }

  /** Read only by contract: content enters by `apply` and `edit`. */
  get doc(): Y.Doc {
    return this.current;
  }

  get isFull(): boolean {
    return this.base.length + this.tailBytes > this.limits.documentBytes;
  }

  examine(update: DecodedUpdate): Examination {
    return examine(this.current, update, this.limits.typeDepth);
  }

  /** True when the update brings nothing that the document does not have. */
  isKnown(update: DecodedUpdate): boolean {
    return isKnown(this.current, update);
  }

  /**
   * Applies an update that was examined and found complete. Returns what of it was new, encoded by Yjs itself; null for nothing.
   * Throws MalformedMessageError when Yjs cannot take it; the document is then as it was before (H7).
   */
  apply(bytes: Uint8Array): Uint8Array | null {
    return this.enter(
      () => Y.applyUpdate(this.current, bytes),
      (cause) => new MalformedMessageError('an update that cannot be applied', { cause }),
    );
  }

  /** Runs a change of the server's in one transaction. Returns its update, null for none; when `change` throws, the document is as before. */
  edit(change: (doc: Y.Doc) => void): Uint8Array | null {
    return this.enter(
      () => this.current.transact(() => change(this.current)),
      (cause) => cause,
    );
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.current);
  }

  /** What a client with that state vector lacks. For an empty client the encoded state is kept. Throws MalformedMessageError. */
  contentSince(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length === emptyStateVector.length && stateVector[0] === emptyStateVector[0]) return this.rebase();
    try {
      return Y.encodeStateAsUpdate(this.current, stateVector);
    } catch (cause) {
      throw new MalformedMessageError('not a state vector', { cause });
    }
  }

  destroy(): void {
    this.current.destroy();
  }

  private enter(change: () => void, failure: (cause: unknown) => unknown): Uint8Array | null {
    this.emitted = [];
    try {
      change();
      if (hasPending(this.current)) throw new Error('it left pending structs');
    } catch (cause) {
      this.rebuild();
      throw failure(cause);
    }
    const update = this.emitted.length > 1 ? Y.mergeUpdates(this.emitted) : (this.emitted[0] ?? null);
    this.emitted = [];
    if (update !== null) this.keep(update);
    return update;
  }

  private keep(update: Uint8Array): void {
    this.tail.push(update);
    this.tailBytes += update.length;
    // Rarer as the document grows, so that encoding it stays a small part of the work.
    if (this.tailBytes > Math.max(rebaseAtBytes, this.base.length)) this.rebase();
  }

  private rebase(): Uint8Array {
    if (this.tail.length === 0) return this.base;
    this.base = Y.encodeStateAsUpdate(this.current);
    this.tail = [];
    this.tailBytes = 0;
    return this.base;
  }

  /** Yjs may have changed half of the document before it threw: start again from what was accepted. */
  private rebuild(): void {
    const fresh = new Y.Doc();
    fresh.transact(() => {
      for (const update of [this.base, ...this.tail]) Y.applyUpdate(fresh, update);
    });
    this.current.destroy();
    this.current = fresh;
    this.emitted = [];
    this.listen();
  }

  private listen(): void {
    this.current.on('update', (update: Uint8Array) => this.emitted.push(update));
  }
}

function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
