// Owns chance in the crash tests: one seed, one choice of edits and instants. What the machine does in between is its own affair.
import { randomInt } from 'node:crypto';

/** Of this run; the title of each test names it, and `CRASH_SEED` asks for it again. */
export const seed = Number(process.env['CRASH_SEED'] ?? randomInt(2 ** 31));

/** How often each crash test kills: a few times with every change, 50 times at night. */
export const crashRounds = Number(process.env['CRASH_ROUNDS'] ?? 5);

/** Time of one round and of what stands around the rounds, on a machine that does other things as well. */
export const crashTestMs = 60_000 + crashRounds * 15_000;

export class Seeded {
  #state: number;

  constructor(of: number) {
    this.#state = of >>> 0;
  }

  /** A whole number from 0 up to, not including, `below` (mulberry32). */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
