// Owns the engine's clock in a running server.
import type { Clock } from './ports.ts';

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
