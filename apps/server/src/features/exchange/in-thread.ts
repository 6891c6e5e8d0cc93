// Owns work that would hold up the event loop: run in a thread of its own, bounded in time and memory, ended with its request.
import { Worker } from 'node:worker_threads';

const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** The work took longer, or more memory, than it may. */
export class BeyondBoundsError extends Error {}

export interface Bounds {
  /** Aborting ends the thread at once. */
  readonly signal: AbortSignal;
  readonly longestMs: number;
}

/** What the thread posts first. Rejects with the signal's reason, with BeyondBoundsError, or with what the thread threw. */
export async function runInThread<T>(file: URL, workerData: unknown, { signal, longestMs }: Bounds): Promise<T> {
  signal.throwIfAborted();
  const thread = new Worker(file, { workerData, resourceLimits });
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  try {
    return await firstMessage<T>(thread, bounded);
  } catch (cause) {
    signal.throwIfAborted();
    const isOutOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw bounded.aborted || isOutOfMemory ? new BeyondBoundsError('the thread was stopped at its bounds', { cause }) : cause;
  } finally {
    await thread.terminate();
  }
}

function firstMessage<T>(thread: Worker, bounded: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread ended without an answer')));
  bounded.addEventListener('abort', () => reject(new Error('the thread was stopped')), { once: true });
  return promise;
}
