// The owner's end of a worker: sends requests, matches replies by id, and fails what is waiting when the worker ends.
import { type ResourceLimits, type Transferable, Worker } from 'node:worker_threads';
import { type WorkerFault, isReply, type ReplyMessage, type RequestMessage, type Requests } from './messages.ts';

/** The worker took longer, or more memory, than it may; it was ended. */
export class BeyondBoundsError extends Error {
  override readonly name = 'BeyondBoundsError';
}

export interface WorkerOptions {
  /** A worker that needs more memory is ended. */
  readonly memory?: ResourceLimits;
  /** The error to reject with for what a request threw; otherwise one that has it as its cause. */
  readonly toError?: (fault: WorkerFault) => Error;
}

export interface AskOptions {
  /** Handed over and not copied: empty here afterwards. */
  readonly transfer?: readonly Transferable[];
  /** Aborting ends the worker at once, since nothing else stops what it is busy with. */
  readonly signal?: AbortSignal;
  /** A request that takes longer ends the worker. */
  readonly maxMs?: number;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

export class WorkerHandle<R extends Requests<R>> implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #toError: (fault: WorkerFault) => Error;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: { readonly reason: unknown } | null = null;

  constructor(file: URL, { memory, toError = workerError }: WorkerOptions = {}) {
    // execArgv: flags of a test runner or debugger are not for this worker.
    this.#worker = new Worker(file, { execArgv: [], ...(memory && { resourceLimits: memory }) });
    this.#toError = toError;
    this.#worker.on('message', (message: unknown) => isReply(message) && this.#settle(message));
    this.#worker.on('error', (cause) => this.#end(reasonOf(cause)));
    this.#worker.on('exit', () => this.#end(new Error('the worker has ended')));
  }

  /** True once every further request rejects. */
  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /**
   * Requests are begun in the order in which they were sent. Rejects with what the request threw, with the signal's reason, with
   * BeyondBoundsError, and when the worker has ended.
   */
  ask<Name extends keyof R & string>(
    name: Name,
    request: Parameters<R[Name]>[0],
    options: AskOptions = {},
  ): Promise<Awaited<ReturnType<R[Name]>>> {
    const { signal, maxMs } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#ended !== null) return Promise.reject(this.#ended.reason);
    const reply = this.#send(name, request, options.transfer) as Promise<Awaited<ReturnType<R[Name]>>>;
    return signal === undefined && maxMs === undefined ? reply : this.#within(reply, signal, maxMs);
  }

  /** Ends the worker, whatever it is busy with; what is waiting rejects. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#end(new Error('the worker has ended'));
    await this.#worker.terminate();
  }

  #send(name: string, request: unknown, transfer: readonly Transferable[] | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      this.#worker.postMessage({ id: this.#lastId, name, request } satisfies RequestMessage, transfer);
      this.#waiting.set(this.#lastId, { resolve, reject });
    });
  }

  async #within<T>(reply: Promise<T>, signal?: AbortSignal, maxMs?: number): Promise<T> {
    const onAbort = () => this.#stop(signal?.reason);
    const timer = maxMs === undefined ? null : setTimeout(() => this.#stop(new BeyondBoundsError(`no reply in ${maxMs} ms`)), maxMs);
    signal?.addEventListener('abort', onAbort);
    try {
      return await reply;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      if (timer !== null) clearTimeout(timer);
    }
  }

  #stop(reason: unknown): void {
    this.#end(reason);
    void this.#worker.terminate();
  }

  #settle(reply: ReplyMessage): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.result);
    else waiting?.reject(this.#toError(reply.fault));
  }

  #end(reason: unknown): void {
    this.#ended ??= { reason };
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended.reason);
    this.#waiting.clear();
  }
}

function workerError({ message, error }: WorkerFault): Error {
  return new Error(`a request to a worker failed: ${message}`, { cause: error });
}

function reasonOf(cause: unknown): Error {
  const isOutOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? new BeyondBoundsError('out of memory', { cause }) : new Error('the worker failed', { cause });
}
