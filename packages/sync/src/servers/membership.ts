// The membership of a cluster: which peers are there. A server says hello when it comes or may have missed something, that it is alive at
// regular intervals, and goodbye; whatever else it says shows as well that it is there.
import { every } from '../clock.ts';
import type { Limits } from '../limits.ts';
import type { Clock } from '../ports.ts';

/** What a server says of itself. */
export type Sign = 'hello' | 'alive' | 'bye';

export interface MembershipParts {
  readonly clock: Clock;
  readonly limits: Pick<Limits, 'aliveEveryMs' | 'maxSilentMs'>;
  /** Says it to all peers. */
  say(sign: Sign): void;
  /** A peer has said goodbye, or nothing for too long. */
  went(serverId: string): void;
  /** False while nobody can be heard: a silence then says nothing. */
  canHear(): boolean;
}

/** Says hello at once; disposing says goodbye. */
export class Membership implements Disposable {
  private readonly parts: MembershipParts;
  private readonly heardAt = new Map<string, number>();
  private readonly beat: Disposable;

  constructor(parts: MembershipParts) {
    this.parts = parts;
    parts.say('hello');
    this.beat = every(parts.clock, parts.limits.aliveEveryMs, () => this.keepAlive());
  }

  /** The ids of the peers that are there. */
  get serverIds(): readonly string[] {
    return [...this.heardAt.keys()];
  }

  /** A peer has said something; `sign` null: not of itself. True when it must be told who is where: it was not known, or has missed something. */
  hear(serverId: string, sign: Sign | null): boolean {
    if (sign === 'bye') {
      this.forget(serverId);
      this.parts.went(serverId);
      return false;
    }
    const came = sign === 'hello' || !this.heardAt.has(serverId);
    this.heardAt.set(serverId, this.parts.clock.now());
    if (came) this.parts.say('alive');
    return came;
  }

  /** It counts again when it is heard. */
  forget(serverId: string): void {
    this.heardAt.delete(serverId);
  }

  /** Messages may have been missed: everybody is asked again. */
  comeBack(): void {
    this.parts.say('hello');
  }

  [Symbol.dispose](): void {
    this.beat[Symbol.dispose]();
    this.parts.say('bye');
  }

  private keepAlive(): void {
    const { clock, limits } = this.parts;
    this.parts.say('alive');
    if (!this.parts.canHear()) return;
    for (const [serverId, at] of this.heardAt) {
      if (clock.now() - at <= limits.maxSilentMs) continue;
      this.forget(serverId);
      this.parts.went(serverId);
    }
  }
}
