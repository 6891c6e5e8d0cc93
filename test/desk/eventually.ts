// Waiting for what others cause: asked again until it holds. Of no test runner, so that browser journeys may wait as well.
import { setTimeout as pause } from 'node:timers/promises';

const askAgainMs = 10;
/** Not about speed: the slowest machine is through by then. */
const patienceMs = 120_000;

/** Resolves with what `assertion` gives once it no longer throws; rejects with its last error after `withinMs`. */
export async function eventually<T>(assertion: () => T | Promise<T>, withinMs = patienceMs): Promise<T> {
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

/** A time that the product promises: held to where the machine is said to be quiet, as at night (`QUIET_MACHINE=1`), and nowhere else. */
export function promised(ms: number): number {
  return process.env['QUIET_MACHINE'] === '1' ? ms : patienceMs;
}
