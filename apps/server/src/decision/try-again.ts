// The one way to begin again when what a piece of work was based on has changed under it.

/** What was read is out of date, and nothing was done: begin again. */
export class OutOfDateError extends Error {}

/**
 * Runs `work`, and runs it again from its start each time it throws OutOfDateError. The outcome of `giveUp`, which may throw, when it was
 * out of date at every one of `maxTries` tries.
 */
export async function tryAgain<T>(work: () => Promise<T>, giveUp: () => T, maxTries = 5): Promise<T> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof OutOfDateError)) throw cause;
    }
  }
  return giveUp();
}
