// The replies of several servers to a request, waited for a bounded time.
import type { Clock } from '@chancery/sync';

interface AwaitedReplies {
  readonly missing: Set<string>;
  readonly done: () => void;
}

export class Replies {
  readonly #requests = new Map<string, AwaitedReplies>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when each of the servers has replied to `request`, or after `withinMs`: to those that have not. */
  async all(request: string, serverIds: readonly string[], withinMs: number): Promise<readonly string[]> {
    if (serverIds.length === 0) return [];
    const missing = new Set(serverIds);
    const replied = Promise.withResolvers<void>();
    this.#requests.set(request, { missing, done: replied.resolve });
    using _late = this.#clock.after(withinMs, replied.resolve);
    await replied.promise;
    this.#requests.delete(request);
    return [...missing];
  }

  /** The server has replied. */
  hear(request: string, serverId: string): void {
    const awaited = this.#requests.get(request);
    awaited?.missing.delete(serverId);
    if (awaited?.missing.size === 0) awaited.done();
  }
}
