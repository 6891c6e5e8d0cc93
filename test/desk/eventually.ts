// Owns waiting for what others cause: asked again until it holds. Of no test runner, so that browser journeys may wait as well.
import { setTimeout as pause } from 'node:timers/promises';

const askAgainMs = 10;

/** Resolves with what `assertion` gives once it no longer throws; rejects with its last error after `withinMs`. */
export async function eventually<T>(assertion: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() >= until) throw error;
    }
    await pause(askAgainMs);
  }
}
