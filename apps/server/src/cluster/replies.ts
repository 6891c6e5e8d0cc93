// The replies of several servers to a question, waited for a bounded time.
import type { Clock } from '@chancery/sync';

interface Question {
  readonly missing: Set<string>;
  readonly done: () => void;
}

export class Replies {
  readonly #questions = new Map<string, Question>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when each of the servers has replied to `ask`, or after `withinMs`: to those that have not. */
  async all(ask: string, serverIds: readonly string[], withinMs: number): Promise<readonly string[]> {
    if (serverIds.length === 0) return [];
    const missing = new Set(serverIds);
    const replied = Promise.withResolvers<void>();
    this.#questions.set(ask, { missing, done: replied.resolve });
    using _late = this.#clock.after(withinMs, replied.resolve);
    await replied.promise;
    this.#questions.delete(ask);
    return [...missing];
  }

  /** The server has replied. */
  hear(ask: string, serverId: string): void {
    const question = this.#questions.get(ask);
    question?.missing.delete(serverId);
    if (question?.missing.size === 0) question.done();
  }
}
