// Owns waiting until all of several servers have answered a question, for a bounded time.
import type { Clock } from '@chancery/sync';

interface Question {
  readonly missing: Set<string>;
  readonly done: () => void;
}

export class Answers {
  readonly #questions = new Map<string, Question>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when each of `nodes` has answered `ask`, or after `withinMs`: to those that did not. */
  async all(ask: string, nodes: readonly string[], withinMs: number): Promise<readonly string[]> {
    if (nodes.length === 0) return [];
    const missing = new Set(nodes);
    const answered = Promise.withResolvers<void>();
    this.#questions.set(ask, { missing, done: answered.resolve });
    using _late = this.#clock.after(withinMs, answered.resolve);
    await answered.promise;
    this.#questions.delete(ask);
    return [...missing];
  }

  /** The server has answered. */
  hear(ask: string, node: string): void {
    const question = this.#questions.get(ask);
    question?.missing.delete(node);
    if (question?.missing.size === 0) question.done();
  }
}
