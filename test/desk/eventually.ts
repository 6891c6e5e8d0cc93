// Owns waiting for what others cause: asked again until it holds.
import { vi } from 'vitest';

/** Resolves with what `assertion` gives once it no longer throws; rejects with its last error after `withinMs`. */
export function eventually<T>(assertion: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  return vi.waitFor(assertion, { timeout: withinMs, interval: 10 });
}
