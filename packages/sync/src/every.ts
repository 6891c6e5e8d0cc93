// Owns what is done again and again.
import type { Clock } from './ports.ts';

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
