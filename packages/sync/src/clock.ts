// The engine's clock in a running server, and what is done at regular intervals on any clock.
import type { Clock } from './ports.ts';

// Of Node, whose types the rest of this package does not see: it runs in any engine.
declare function setImmediate(action: () => void): object;
declare function clearImmediate(immediate: object): void;
declare function setTimeout(action: () => void, ms: number): { unref(): object };
declare function clearTimeout(timer: object): void;

/** A clock on the machine's time whose timers keep no process alive. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, action) {
      if (ms === 0) {
        const immediate = setImmediate(action); // runs in this turn, and needs no unref, which is not free
        return { [Symbol.dispose]: () => clearImmediate(immediate) };
      }
      const timer = setTimeout(action, ms).unref();
      return { [Symbol.dispose]: () => clearTimeout(timer) };
    },
  };
}

/** Runs `action` every `ms`, for the first time `ms` from now, until disposed. */
export function every(clock: Clock, ms: number, action: () => void): Disposable {
  let isOver = false;
  const wait = (): Disposable =>
    clock.after(ms, () => {
      action();
      if (!isOver) waiting = wait();
    });
  let waiting = wait();
  return {
    [Symbol.dispose]: () => {
      isOver = true;
      waiting[Symbol.dispose]();
    },
  };
}
