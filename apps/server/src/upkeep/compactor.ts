// Owns the thread in which documents are compacted: started by the first, ended with its owner, bounded in time and memory.
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Compactable, Compacted } from '@chancery/sync/compaction';
import type { CompactionReply, CompactionRequest } from './compaction-thread.ts';

const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 };
const longestMs = 120_000;
/** Copied to the thread between two turns of the event loop. */
const updatesAtOnce = 100;

export class Compactor implements AsyncDisposable {
  #thread: Worker | null = null;

  /** Rejects with what makes the document unreadable, and when the thread was stopped at its bounds or disposed. One at a time. */
  async compact({ before, updates }: Compactable): Promise<Compacted> {
    const thread = this.#running();
    const send = (request: CompactionRequest) => thread.postMessage(request);
    for (let from = 0; from < updates.length; from += updatesAtOnce) {
      send({ kind: 'updates', updates: updates.slice(from, from + updatesAtOnce) });
      await setImmediate();
    }
    const answered = this.#answerOf(thread);
    send({ kind: 'compact', before });
    const answer = await answered;
    if (answer.ok) return answer.compacted;
    throw new Error('the document cannot be compacted', { cause: answer.cause });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread?.terminate();
  }

  #running(): Worker {
    if (this.#thread !== null) return this.#thread;
    // execArgv: flags of a test runner or debugger are not for this thread.
    const thread = new Worker(new URL('./compaction-thread.ts', import.meta.url), { resourceLimits, execArgv: [] });
    thread.on('error', () => {}); // told by `exit` and to whoever waits
    thread.once('exit', () => {
      if (this.#thread === thread) this.#thread = null;
    });
    this.#thread = thread;
    return thread;
  }

  async #answerOf(thread: Worker): Promise<CompactionReply> {
    const ended = new AbortController();
    const onExit = () => ended.abort(new Error('the compaction thread has ended'));
    thread.once('exit', onExit);
    try {
      const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(longestMs)]);
      const [answer] = (await once(thread, 'message', { signal })) as [CompactionReply];
      return answer;
    } catch (cause) {
      await thread.terminate();
      throw cause;
    } finally {
      thread.off('exit', onExit); // the next document has the same thread
    }
  }
}
