// The compaction of logs: every so often the documents with long tails, one after the other, beside everything else.
import {
  bytesOf,
  compactable,
  dropCompacted,
  isUnavailable,
  keepSnapshot,
  readForCompaction,
  type Store,
  type Tail,
  type Uncompacted,
} from '@chancery/store';
import type { Clock } from '@chancery/sync';
import type { Compacted } from '@chancery/sync/compaction';
import type { Logger } from 'pino';
import type { Alarms } from './alarms.ts';
import { Compactor } from './compactor.ts';
import type { Meters } from './metrics/meters.ts';

interface Parts {
  readonly store: Store;
  readonly alarms: Pick<Alarms, 'raise' | 'clear'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Logger;
  readonly meters: Pick<Meters, 'compacted'>;
}

const mebibyte = 1024 * 1024;
/** More updates or bytes than this after its snapshot, and a document is compacted. */
const maxTail: Tail = { updates: 100, bytes: 4 * mebibyte };
/** A longer tail is compacted in parts of this size, so that memory holds no more of it at a time. */
const bytesOfPart = 16 * mebibyte;
const firstAfterMs = 5_000;
const everyMs = 60_000;
/** A document that cannot be read back costs a whole reading each time. */
const failedAgainAfterMs = 60 * 60_000;

export class Compaction implements AsyncDisposable {
  readonly #parts: Parts;
  /** What could not be compacted is left as it is, with its alarm; when that was, by document. */
  readonly #failed = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #compactor: Compactor | null = null;
  #sweeping: Promise<void> = Promise.resolve();
  #isDisposed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Compacts now and then until disposed. */
  static start(parts: Parts): Compaction {
    const compaction = new Compaction(parts);
    compaction.#schedule(firstAfterMs);
    return compaction;
  }

  /** Compacts every document with a long tail. Never rejects: what fails has an alarm or a line in the log. */
  async sweep(): Promise<void> {
    this.#sweeping = this.#sweep().catch((cause: unknown) => {
      if (!this.#isDisposed) this.#parts.log.warn({ event: 'compaction-put-off', err: cause });
    });
    await this.#sweeping;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#compactor?.[Symbol.asyncDispose]();
    await this.#sweeping;
  }

  #schedule(afterMs: number): void {
    this.#timer = setTimeout(() => void this.#sweepAndGoOn(), afterMs);
    this.#timer.unref();
  }

  async #sweepAndGoOn(): Promise<void> {
    await this.sweep();
    if (!this.#isDisposed) this.#schedule(everyMs);
  }

  async #sweep(): Promise<void> {
    const documents = await compactable(this.#parts.store.read, maxTail);
    // The thread lives only while there is work.
    await using compactor = new Compactor();
    this.#compactor = compactor;
    // Mended, and compacted by another server.
    for (const document of this.#failed.keys()) if (!documents.includes(document)) this.#succeeded(document);
    for (const document of documents) {
      if (this.#isDisposed) return;
      if (this.#isDue(document)) await this.#tryCompact(document, compactor);
    }
  }

  #isDue(document: string): boolean {
    const failedAt = this.#failed.get(document);
    return failedAt === undefined || this.#parts.clock.now() - failedAt >= failedAgainAfterMs;
  }

  #succeeded(document: string): void {
    if (this.#failed.delete(document)) this.#parts.alarms.clear(subjectOf(document));
  }

  async #tryCompact(document: string, compactor: Compactor): Promise<void> {
    try {
      await this.#compact(document, compactor);
      this.#succeeded(document);
    } catch (cause) {
      if (this.#isDisposed || isUnavailable(cause)) throw cause; // nothing is wrong with the document
      this.#failed.set(document, this.#parts.clock.now());
      this.#parts.alarms.raise(subjectOf(document), `The history of the answer document ${document} can't be compacted.`);
      this.#parts.log.error({ event: 'compaction-failed', document, err: cause });
    }
  }

  async #compact(document: string, compactor: Compactor): Promise<void> {
    await dropCompacted(this.#parts.store, document); // what an interrupted compaction left
    while (!this.#isDisposed && (await this.#compactPart(document, compactor, bytesOfPart)));
  }

  /** Compacts what `enoughBytes` hold of the tail. True when there is more of it. */
  async #compactPart(document: string, compactor: Compactor, enoughBytes: number): Promise<boolean> {
    const { store, log, meters } = this.#parts;
    const read = await readForCompaction(store.read, document, enoughBytes);
    const last = read?.updates.at(-1);
    if (read === null || last === undefined || !isLong(read)) return false;
    const before = read.snapshot === null ? null : { snapshot: read.snapshot.bytes, attribution: read.snapshot.attribution };
    let compacted: Compacted;
    try {
      compacted = await compactor.compact({ before, updates: read.updates });
    } catch (cause) {
      if (read.isWhole || this.#isDisposed) throw cause;
      // It may have ended amid updates of one append that build on later ones.
      return await this.#compactPart(document, compactor, 2 * enoughBytes);
    }
    const { sequence, author, at } = last;
    const { snapshot, attribution } = compacted;
    await keepSnapshot(store, document, { sequence, author, at, bytes: snapshot, attribution });
    await dropCompacted(store, document);
    meters.compacted();
    log.info({ event: 'compacted', document, updates: read.updates.length, bytes: snapshot.length });
    return !read.isWhole;
  }
}

function subjectOf(document: string): string {
  return `compaction of ${document}`;
}

function isLong({ updates, isWhole }: Uncompacted): boolean {
  return !isWhole || updates.length > maxTail.updates || bytesOf(updates) > maxTail.bytes;
}
