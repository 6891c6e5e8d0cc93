// The membership of a cluster: which peers are there. On a channel of its own a server says hello when it comes or may have missed
// something, that it is alive at regular intervals, and goodbye; whatever it says on other channels shows as well that it is there.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { every } from '../clock.ts';
import type { Bus, Clock } from '../ports.ts';

/** How often a server says that it is there, and how long it may be silent. */
export const membershipLimits = { aliveEveryMs: 3_000, maxSilentMs: 10_000 } as const;

/** A part of the server that has to know of the peers. */
export interface PeerWatcher {
  /** A peer has said something. `isNew`: it was not there, or may have missed something, and must be told who is where. */
  heard(serverId: string, isNew: boolean): void;
  /** A peer has said goodbye, or nothing for too long. */
  went(serverId: string): void;
}

export interface MembershipParts {
  /** For this alone. */
  readonly bus: Bus;
  readonly serverId: string;
  readonly clock: Clock;
}

/** To be told to `greet` once its watchers can hear the peers; disposing says goodbye. */
export class ClusterMembership implements Disposable {
  readonly serverId: string;
  private readonly parts: MembershipParts;
  private readonly watchers = new Set<PeerWatcher>();
  private readonly heardAt = new Map<string, number>();
  private readonly listening: Disposable;
  private readonly beat: Disposable;

  constructor(parts: MembershipParts) {
    this.parts = parts;
    this.serverId = parts.serverId;
    this.listening = parts.bus.listen({ message: (bytes) => this.receive(bytes), lost: () => this.greet() });
    this.beat = every(parts.clock, membershipLimits.aliveEveryMs, () => this.keepAlive());
  }

  /** Tells the watcher of every peer from now on, those that are there already included. */
  watch(watcher: PeerWatcher): Disposable {
    this.watchers.add(watcher);
    for (const serverId of this.heardAt.keys()) watcher.heard(serverId, true);
    return { [Symbol.dispose]: () => this.watchers.delete(watcher) };
  }

  /** Says hello: this server has come, or may have missed messages, and every peer is to say who is where. */
  greet(): void {
    this.say('hello');
  }

  /** A peer has said something, here or on another channel. */
  hear(serverId: string, sign: Sign | null = null): void {
    if (sign === 'bye') return this.forget(serverId);
    const isNew = sign === 'hello' || !this.heardAt.has(serverId);
    this.heardAt.set(serverId, this.parts.clock.now());
    if (isNew) this.say('alive');
    for (const watcher of this.watchers) watcher.heard(serverId, isNew);
  }

  [Symbol.dispose](): void {
    this.beat[Symbol.dispose]();
    this.listening[Symbol.dispose]();
    this.say('bye');
  }

  private say(sign: Sign): void {
    this.parts.bus.publish(writeSign(this.serverId, sign));
  }

  private receive(bytes: Uint8Array): void {
    const said = readSign(bytes);
    if (said !== null) this.hear(said.serverId, said.sign);
  }

  private keepAlive(): void {
    this.say('alive');
    const now = this.parts.clock.now();
    for (const [serverId, at] of this.heardAt) if (now - at > membershipLimits.maxSilentMs) this.forget(serverId);
  }

  /** It counts again when it is heard. */
  private forget(serverId: string): void {
    if (this.heardAt.delete(serverId)) for (const watcher of this.watchers) watcher.went(serverId);
  }
}

const signs = ['hello', 'alive', 'bye'] as const;
type Sign = (typeof signs)[number];

export function writeSign(serverId: string, sign: Sign): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, serverId);
  encoding.writeVarUint(encoder, signs.indexOf(sign));
  return encoding.toUint8Array(encoder);
}

/** What a peer says in these bytes; null for what this server does not know. */
export function readSign(bytes: Uint8Array): { readonly serverId: string; readonly sign: Sign } | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const serverId = decoding.readVarString(decoder);
    const sign = signs[decoding.readVarUint(decoder)];
    return sign === undefined ? null : { serverId, sign };
  } catch {
    return null;
  }
}
