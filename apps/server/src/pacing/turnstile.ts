// A turnstile, "one after the other for each key": what is checked and then counted is not checked by a hundred at once.

export class Turnstile {
  readonly #last = new Map<string, { waiting: number; done: Promise<unknown> }>();
  readonly #maxWaiting: number;

  constructor(maxWaiting: number) {
    this.#maxWaiting = maxWaiting;
  }

  /** Runs `work` after all that came before it with this key; null, without running it, when too many are waiting. */
  async pass<T>(key: string, work: () => Promise<T>): Promise<{ readonly value: T } | null> {
    const queue = this.#last.get(key) ?? { waiting: 0, done: Promise.resolve() };
    if (queue.waiting >= this.#maxWaiting) return null;
    const turn = queue.done.then(work);
    this.#last.set(key, { waiting: queue.waiting + 1, done: turn.catch(() => {}) });
    try {
      return { value: await turn };
    } finally {
      const now = this.#last.get(key);
      if (now !== undefined && now.waiting > 1) this.#last.set(key, { ...now, waiting: now.waiting - 1 });
      else this.#last.delete(key);
    }
  }
}
