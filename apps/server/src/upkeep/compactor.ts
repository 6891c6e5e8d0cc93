// The worker in which documents are compacted: started by the first, ended with its owner, bounded in time and memory.
import { WorkerHandle } from '@chancery/workers';
import type { Compactable, Compacted } from '@chancery/sync/compaction';
import type { CompactionRequests } from './compaction-worker.ts';

const memory = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 };
const maxMs = 120_000;
/** Copied to the worker between two turns of the event loop. */
const updatesAtOnce = 100;

export class Compactor implements AsyncDisposable {
  #worker: WorkerHandle<CompactionRequests> | null = null;

  /** Rejects with what makes the document unreadable, and when the worker was stopped at its bounds or disposed. One at a time. */
  async compact({ before, updates }: Compactable): Promise<Compacted> {
    const worker = this.#running();
    try {
      for (let from = 0; from < updates.length; from += updatesAtOnce) await worker.ask('take', updates.slice(from, from + updatesAtOnce));
      return await worker.ask('compact', before, { maxMs });
    } catch (cause) {
      throw new Error('the document cannot be compacted', { cause });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.[Symbol.asyncDispose]();
  }

  #running(): WorkerHandle<CompactionRequests> {
    if (this.#worker === null || this.#worker.hasEnded) {
      this.#worker = new WorkerHandle<CompactionRequests>(new URL('./compaction-worker.ts', import.meta.url), { memory });
    }
    return this.#worker;
  }
}
