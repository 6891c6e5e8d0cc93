// A throttle, "at most once in a while for each key": the first call of a quiet key runs soon, later ones are folded into one.
import type { Clock } from '@chancery/sync';

export class Throttle<Key> implements Disposable {
  readonly #waiting = new Map<Key, Disposable>();
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #run: (key: Key) => void;

  constructor(clock: Clock, everyMs: number, run: (key: Key) => void) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#run = run;
  }

  /** Runs for `key` within `everyMs`, once however often it is asked meanwhile. */
  ask(key: Key): void {
    if (this.#waiting.has(key)) return;
    const timer = this.#clock.after(this.#everyMs, () => {
      this.#waiting.delete(key);
      this.#run(key);
    });
    this.#waiting.set(key, timer);
  }

  [Symbol.dispose](): void {
    for (const timer of this.#waiting.values()) timer[Symbol.dispose]();
    this.#waiting.clear();
  }
}
