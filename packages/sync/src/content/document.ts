// The content of one document in memory: bytes until somebody writes, a Yjs document from then on, bytes again when it rests.
// It knows neither sessions nor the log.
import * as Y from 'yjs';
import { clocksOfWhole, type Examination, examine, isKnown } from './causality.ts';
import { type DecodedUpdate, decodeTrusted } from './decoded-update.ts';
import { FullDocumentError, MalformedMessageError } from '../errors.ts';
import type { Limits } from '../limits.ts';

const rebaseAtBytes = 64 * 1024;
/** What a full document has got since it was encoded is looked at again from this part of its limit on. */
const worthEncoding = 16;
/** With more stored updates than this a Yjs document is made at once: merging them as bytes takes the square of their number, and stays larger. */
const maxMerged = 50;
export const emptyStateVector = Y.encodeStateVector(new Y.Doc());
const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc());

export class RoomDocument {
  private readonly limits: Limits;
  private current: Y.Doc | null = null;
  /** Encoded state, and the updates since: together all accepted content. */
  private base: Uint8Array;
  private tail: Uint8Array[] = [];
  private tailBytes = 0;
  /** Characters that the tail deletes, counted once the document is large. */
  private tailDeletes = 0;
  private emitted: Uint8Array[] | null = null;
  private knownVector: Uint8Array | null = null;

  /** Takes stored updates in log order. Throws when they are no updates, or when something they build on is missing. */
  constructor(stored: readonly Uint8Array[], limits: Limits) {
    this.limits = limits;
    this.base = stored.length > maxMerged ? Y.encodeStateAsUpdate(made(stored)) : merged(stored);
    const clocks = clocksOfWhole(decodeTrusted(this.base));
    if (clocks === null) throw new Error(incomplete);
    this.knownVector = Y.encodeStateVector(clocks);
  }

  /** Read only by contract: content enters by `apply`, `edit` and `absorb`. */
  get doc(): Y.Doc {
    this.current ??= made([this.base, ...this.tail]);
    return this.current;
  }

  get isFull(): boolean {
    return !this.hasRoomFor(0);
  }

  /** False where a document of many client ids would get another one. */
  hasRoomForClients(clients: ReadonlySet<number>): boolean {
    const known = this.doc.store.clients;
    if (known.size + clients.size <= this.limits.documentClients) return true;
    return [...clients].every((client) => known.has(client));
  }

  examine(update: DecodedUpdate): Examination {
    return examine(this.doc, update, this.limits.typeDepth);
  }

  /** True when the update brings nothing that the document does not have. */
  isKnown(update: DecodedUpdate): boolean {
    return (update.structs.length === 0 && update.deletions.size === 0) || isKnown(this.doc, update);
  }

  /**
   * Applies an update that was examined and found complete. Returns what of it was new; null for nothing.
   * `isNew`: all of it is, so that it need not be encoded again.
   * Throws MalformedMessageError when Yjs cannot take it; the document is then as it was before (H7).
   */
  apply(bytes: Uint8Array, isNew = false): Uint8Array | null {
    const failure = (cause: unknown): unknown => new MalformedMessageError('an update that cannot be applied', { cause });
    if (!isNew) return this.enter(() => Y.applyUpdate(this.doc, bytes), failure);
    this.change(() => Y.applyUpdate(this.doc, bytes), failure);
    this.keep(bytes);
    return bytes;
  }

  /**
   * Runs a change of the server's in one transaction. Returns its update, null for none; when `change` throws, the document is as before, and
   * so it is, with FullDocumentError, when it has no room for what the change brings.
   */
  edit(change: (doc: Y.Doc) => void): Uint8Array | null {
    // Encodes what may be large before the edit, where much was deleted since.
    this.hasRoomFor(this.limits.documentBytes / 2);
    const changeWithinRoom = (): void => {
      this.doc.transact(() => change(this.doc));
      if (!this.isWithinRoom(this.emitted ?? [])) throw new FullDocumentError();
    };
    return this.enter(changeWithinRoom, (cause) => cause);
  }

  /** Takes an update that is in the log already. Returns what of it was new, as `apply`; all of it while nobody writes here. */
  absorb(bytes: Uint8Array): Uint8Array | null {
    if (this.current !== null) return this.apply(bytes);
    this.keep(bytes);
    return bytes;
  }

  stateVector(): Uint8Array {
    this.knownVector ??= this.current === null ? Y.encodeStateVectorFromUpdate(this.encoded()) : Y.encodeStateVector(this.current);
    return this.knownVector;
  }

  /** What a client with that state vector lacks. For an empty client the encoded state is kept. Throws MalformedMessageError. */
  contentSince(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length === emptyStateVector.length && stateVector[0] === emptyStateVector[0]) return this.encoded();
    try {
      return this.current === null ? Y.diffUpdate(this.encoded(), stateVector) : Y.encodeStateAsUpdate(this.current, stateVector);
    } catch (cause) {
      throw new MalformedMessageError('not a state vector', { cause });
    }
  }

  /** Keeps the bytes alone; a Yjs document of them is made again when somebody writes. */
  rest(): void {
    if (this.current === null) return;
    this.encoded();
    this.destroy();
  }

  destroy(): void {
    this.current?.destroy();
    this.current = null;
  }

  private enter(change: () => void, failure: (cause: unknown) => unknown): Uint8Array | null {
    const emitted: Uint8Array[] = [];
    this.emitted = emitted;
    this.doc.on('update', this.emit);
    try {
      this.change(change, failure);
    } finally {
      this.current?.off('update', this.emit);
      this.emitted = null;
    }
    if (emitted.length === 0) return null;
    const update = merged(emitted);
    this.keep(update);
    return update;
  }

  private hasRoomFor(byteLength: number): boolean {
    const { documentBytes } = this.limits;
    if (this.base.length + this.tailBytes + byteLength <= documentBytes) return true;
    // The tail may hold much that was deleted since: the encoding tells, where that is worth its cost, and not in the middle of an edit.
    if (this.emitted !== null || this.tailBytes + this.tailDeletes < documentBytes / worthEncoding) return false;
    // Only a Yjs document leaves out what was deleted; merged bytes keep it.
    this.current ??= made([this.base, ...this.tail]);
    return this.encoded().length + byteLength <= documentBytes;
  }

  /** True where there is room for the updates, or where they only delete. */
  private isWithinRoom(updates: readonly Uint8Array[]): boolean {
    const byteLength = updates.reduce((sum, update) => sum + update.length, 0);
    return this.hasRoomFor(byteLength) || updates.every((update) => decodeTrusted(update).structs.length === 0);
  }

  private readonly emit = (update: Uint8Array): void => void this.emitted?.push(update);

  private change(change: () => void, failure: (cause: unknown) => unknown): void {
    const doc = this.doc;
    try {
      change();
      if (hasPending(doc)) throw new Error('it left pending structs');
    } catch (cause) {
      // Yjs may have changed half of the document before it threw: start again from what was accepted.
      this.destroy();
      throw failure(cause);
    }
  }

  private keep(update: Uint8Array): void {
    this.knownVector = null;
    this.tail.push(update);
    this.tailBytes += update.length;
    if (this.base.length + this.tailBytes > this.limits.documentBytes / 2) this.tailDeletes += deletedIn(update);
    // Rarer as the document grows, so that encoding it stays a small part of the work.
    if (this.tailBytes > Math.max(rebaseAtBytes, this.base.length)) this.encoded();
  }

  private encoded(): Uint8Array {
    if (this.tail.length === 0) return this.base;
    this.base = this.current === null ? merged([this.base, ...this.tail]) : Y.encodeStateAsUpdate(this.current);
    this.tail = [];
    this.tailBytes = 0;
    this.tailDeletes = 0;
    return this.base;
  }
}

const incomplete = 'the stored updates build on content that is not stored';

function made(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (hasPending(doc)) throw new Error(incomplete);
  return doc;
}

function deletedIn(update: Uint8Array): number {
  let count = 0;
  for (const deletions of decodeTrusted(update).deletions.values()) for (const { len } of deletions) count += len;
  return count;
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  return updates.length === 1 ? (updates[0] ?? emptyUpdate) : Y.mergeUpdates([...updates]);
}

function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
