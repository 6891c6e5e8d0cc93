// Time in the tests: it moves only when told.
import type { Clock } from '../ports.ts';

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

/** Lets every promise that can settle do so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export class ManualClock implements Clock {
  private time = Date.UTC(2026, 0, 5, 9);
  private readonly timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  after(ms: number, action: () => void): Disposable {
    const timer = { at: this.time + ms, action };
    this.timers.add(timer);
    return { [Symbol.dispose]: () => this.timers.delete(timer) };
  }

  get waiting(): number {
    return this.timers.size;
  }

  /** Moves on by `ms`, running each timer at its time, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let timer = this.due(end); timer !== null; timer = this.due(end)) {
      this.timers.delete(timer);
      this.time = Math.max(this.time, timer.at);
      timer.action();
      await settled();
    }
    this.time = end;
  }

  private due(end: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.timers) if (timer.at <= end && (first === null || timer.at < first.at)) first = timer;
    return first;
  }
}
