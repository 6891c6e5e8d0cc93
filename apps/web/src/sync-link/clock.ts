// Owns time as a link sees it, so that tests may move it.

export interface Clock {
  now(): number;
  /** Runs `action` once after `ms`; disposing cancels it. */
  after(ms: number, action: () => void): Disposable;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
};
