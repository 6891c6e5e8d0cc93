// The server's lock, kept: taken again when its connection breaks, and nothing is written without it.
import { type LockConnection, type TakenLock, takeServerLock, type Taking } from './server-lock.ts';
import { LockNotHeldError } from '../database/is-unavailable.ts';
import { StoreOpenError } from '../database/store-open-error.ts';

export type LockState =
  | { readonly status: 'held' }
  /** Its connection broke; it is being taken again. Nothing is written meanwhile. */
  | { readonly status: 'missing' }
  /** Another server took it meanwhile: this one never writes again. `cause` names that server. */
  | { readonly status: 'lost'; readonly cause: StoreOpenError };

const minRetryMs = 50;
const maxRetryMs = 5_000;

export class KeptServerLock implements AsyncDisposable {
  readonly #taking: Taking;
  readonly #changed: (state: LockState) => void;
  #state: LockState = { status: 'held' };
  #taken: TakenLock;
  #timer: NodeJS.Timeout | null = null;
  #isDisposed = false;

  private constructor(taking: Taking, taken: TakenLock, changed: (state: LockState) => void) {
    this.#taking = taking;
    this.#changed = changed;
    this.#taken = taken;
    this.#watch(taken);
  }

  /** Takes the lock and keeps it until disposed. Rejects as `takeServerLock` does. */
  static async take(taking: Taking, changed: (state: LockState) => void): Promise<KeptServerLock> {
    return new KeptServerLock(taking, await takeServerLock(taking), changed);
  }

  /** Throws LockNotHeldError unless this server may write. */
  check(): void {
    if (this.#state.status !== 'held') throw new LockNotHeldError(`the lock of the server is ${this.#state.status}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#taken[Symbol.asyncDispose]();
  }

  #watch(taken: TakenLock): void {
    void taken.ended.then(() => {
      if (this.#isDisposed) return;
      this.#become({ status: 'missing' });
      this.#takeAgainIn(minRetryMs, taken.connection);
    });
  }

  #takeAgainIn(ms: number, former: LockConnection): void {
    this.#timer = setTimeout(() => void this.#takeAgain(ms, former), ms);
  }

  async #takeAgain(waitedMs: number, former: LockConnection): Promise<void> {
    try {
      const taken = await takeServerLock({ ...this.#taking, former });
      if (this.#isDisposed) return await taken[Symbol.asyncDispose]();
      this.#taken = taken;
      this.#become({ status: 'held' });
      this.#watch(taken);
    } catch (cause) {
      if (this.#isDisposed) return;
      if (cause instanceof StoreOpenError) return this.#become({ status: 'lost', cause });
      // The database is still away; anyone who reads from it says so.
      this.#takeAgainIn(Math.min(2 * waitedMs, maxRetryMs), former);
    }
  }

  #become(state: LockState): void {
    this.#state = state;
    this.#changed(state);
  }
}
