// Which transport a tab uses: the WebSocket, unless the network has shown that it does not let one live.
import type { Clock } from '@chancery/sync/ports';

export type TransportName = 'socket' | 'http';

/** How long a tab stays with HTTP before it tries the WebSocket again, at the next reconnect. */
const rememberMs = 5 * 60_000;
/** A WebSocket that breaks sooner than this after opening is suspicious. */
const soonMs = 10_000;
const key = 'chancery.links-over-http-until';

/** Lives as long as the tab, through reloads, as `sessionStorage` does. */
export interface TabMemory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export class TransportChoice {
  readonly #memory: TabMemory;
  readonly #clock: Clock;
  #brokenSoon = 0;

  constructor(memory: TabMemory, clock: Clock) {
    this.#memory = memory;
    this.#clock = clock;
  }

  /** What to try first now. */
  get first(): TransportName {
    return Number(this.#memory.getItem(key) ?? 0) > this.#clock.now() ? 'http' : 'socket';
  }

  /** HTTP opened where the WebSocket had just failed: the server is not away. */
  socketIsBlocked(): void {
    this.#memory.setItem(key, String(this.#clock.now() + rememberMs));
    this.#brokenSoon = 0;
  }

  /** An open WebSocket broke. */
  socketBroke(openForMs: number): void {
    this.#brokenSoon = openForMs < soonMs ? this.#brokenSoon + 1 : 0;
    if (this.#brokenSoon >= 2) this.socketIsBlocked();
  }

  /** HTTP does not open either: nothing is known about this network. */
  httpFailed(): void {
    this.#memory.removeItem(key);
  }
}
