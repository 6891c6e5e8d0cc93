// A log for the tests that fails or stalls when told, and that outlives the rooms it is given to.
import { createMemoryLog, type MemoryLog } from './memory-log.ts';
import type { Appended, DocumentId, PendingUpdate, StoredDocument } from '../ports.ts';

export class FragileLog implements MemoryLog {
  private readonly memory = createMemoryLog();
  /** True for a batch that shall be rejected. */
  fails: (batch: readonly PendingUpdate[]) => boolean = () => false;
  failsToLoad = false;
  /** What happens while an append is under way. */
  beforeAppend: () => void = () => {};
  /** While it is there, what is told of heads waits, and says what was true when it was asked for. */
  slowHeads: PromiseWithResolvers<void> | null = null;
  readonly batches: (readonly PendingUpdate[])[] = [];
  loads = 0;
  private stalled: PromiseWithResolvers<void> | null = null;

  get appended(): readonly PendingUpdate[] {
    return this.memory.appended;
  }

  create(document: DocumentId, updates?: readonly Uint8Array[]): void {
    this.memory.create(document, updates);
  }

  /** From now on appends wait; the function returned lets them go. */
  stall(): () => void {
    const stalled = Promise.withResolvers<void>();
    stalled.promise.catch(() => {}); // nobody may be waiting for it
    this.stalled = stalled;
    return () => {
      this.stalled = null;
      stalled.resolve();
    };
  }

  /** The connection is gone: appends that wait never reach the log. */
  lose(): void {
    this.stalled?.reject(new Error('the connection is gone'));
    this.stalled = null;
  }

  fence(document: DocumentId, isFenced: boolean): void {
    this.memory.fence(document, isFenced);
  }

  loseLast(document: DocumentId, count: number): void {
    this.memory.loseLast(document, count);
  }

  compact(document: DocumentId): void {
    this.memory.compact(document);
  }

  async load(document: DocumentId, after?: number): Promise<StoredDocument | null> {
    this.loads += 1;
    if (this.failsToLoad) throw new Error('the log is away');
    return this.memory.load(document, after);
  }

  async heads(documents: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, number>> {
    const heads = await this.memory.heads(documents);
    await this.slowHeads?.promise;
    return heads;
  }

  async append(batch: readonly PendingUpdate[]): Promise<ReadonlyMap<DocumentId, Appended>> {
    this.batches.push(batch);
    this.beforeAppend();
    await this.stalled?.promise;
    if (this.fails(batch)) throw new Error('the log is full');
    return this.memory.append(batch);
  }
}
