// How long a tab waits before it connects again: at random, so that a server that comes back does not meet all tabs in one instant.
import type { Clock } from '@chancery/sync/ports';

const maxFirstMs = 1_000;
const maxMs = 5_000;
/** A link that lasted this long was a good one. */
const steadyMs = 10_000;

export class ReconnectPause {
  readonly #clock: Clock;
  readonly #random: () => number;
  #failures = 0;
  #until = 0;

  /** `random`: from 0 up to, not including, 1. */
  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Milliseconds still to wait. */
  get leftMs(): number {
    return Math.max(0, this.#until - this.#clock.now());
  }

  /** The link ended, or could not be opened (0). */
  linkEnded(openForMs: number): void {
    if (openForMs >= steadyMs) this.#failures = 0;
    this.#until = this.#clock.now() + this.#random() * Math.min(maxFirstMs * 2 ** this.#failures, maxMs);
    this.#failures += 1;
  }

  /** There is reason to believe that it goes better now. */
  startAgain(): void {
    this.#failures = 0;
    this.#until = Math.min(this.#until, this.#clock.now() + this.#random() * maxFirstMs);
  }
}
