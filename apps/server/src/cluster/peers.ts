// The peers that are there: the other servers, heard of within the last seconds.
import type { Clock } from '@chancery/sync';

/** A server that has said nothing for this long does not count. */
const maxSilentMs = 10_000;

export class Peers {
  readonly #heardAt = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True when the server was not known to be there. */
  hear(serverId: string): boolean {
    const isNew = !this.#heardAt.has(serverId);
    this.#heardAt.set(serverId, this.#clock.now());
    return isNew;
  }

  /** It has gone, or did not answer: it counts again when it is heard. */
  forget(serverId: string): void {
    this.#heardAt.delete(serverId);
  }

  /** Forgets those that have been silent for too long. */
  forgetSilent(): void {
    for (const [serverId, at] of this.#heardAt) if (this.#clock.now() - at > maxSilentMs) this.#heardAt.delete(serverId);
  }

  list(): readonly string[] {
    return [...this.#heardAt.keys()];
  }
}
