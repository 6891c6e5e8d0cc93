// Slots, "so many at once": costly work waits its turn, key after key, so that anyone who asks for much of it waits for themselves.

export interface SlotLimits {
  /** That run at the same time. */
  readonly atOnce: number;
  /** That wait, in all and with one key. */
  readonly maxWaiting: number;
  readonly maxWaitingOfOne: number;
}

export class Slots {
  readonly #limits: SlotLimits;
  /** The key that was served longest ago comes first. */
  readonly #queues = new Map<string, (() => void)[]>();
  #running = 0;
  #waiting = 0;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /** Runs `work` once there is a slot; null, without running it, when too many are waiting. */
  async run<T>(key: string, work: () => Promise<T>): Promise<{ readonly value: T } | null> {
    if (!(await this.#enter(key))) return null;
    try {
      return { value: await work() };
    } finally {
      this.#leave();
    }
  }

  async #enter(key: string): Promise<boolean> {
    if (this.#running < this.#limits.atOnce) {
      this.#running += 1;
      return true;
    }
    const queue = this.#queues.get(key) ?? [];
    if (this.#waiting >= this.#limits.maxWaiting || queue.length >= this.#limits.maxWaitingOfOne) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queues.set(key, queue);
    queue.push(resolve);
    this.#waiting += 1;
    await promise;
    return true;
  }

  /** The slot goes to the next in turn, without being free in between. */
  #leave(): void {
    const [next] = this.#queues;
    if (next === undefined) {
      this.#running -= 1;
      return;
    }
    const [key, queue] = next;
    const first = queue.shift();
    this.#queues.delete(key);
    if (queue.length > 0) this.#queues.set(key, queue);
    this.#waiting -= 1;
    first?.();
  }
}
