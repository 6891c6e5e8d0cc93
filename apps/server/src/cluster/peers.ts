// Owns which other servers are there: heard of within the last seconds.
import type { Clock } from '@chancery/sync';

/** A server that has said nothing for this long does not count. */
const silentAtMostMs = 10_000;

export class Peers {
  readonly #heardAt = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True when the server was not known to be there. */
  hear(node: string): boolean {
    const isNew = !this.#heardAt.has(node);
    this.#heardAt.set(node, this.#clock.now());
    return isNew;
  }

  /** It has gone, or did not answer: it counts again when it is heard. */
  forget(node: string): void {
    this.#heardAt.delete(node);
  }

  /** Forgets those that have been silent for too long. */
  forgetSilent(): void {
    for (const [node, at] of this.#heardAt) if (this.#clock.now() - at > silentAtMostMs) this.#heardAt.delete(node);
  }

  list(): readonly string[] {
    return [...this.#heardAt.keys()];
  }
}
