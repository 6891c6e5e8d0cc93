// One channel between the servers: messages of one purpose, numbered, so that the others notice what they missed and what is said again.
import type { Bus } from '@chancery/sync';
import type { Envelope, Sealing } from './envelope.ts';

type Listener = Parameters<Bus['listen']>[0];

export interface ChannelParts {
  readonly name: string;
  /** Id of this server. */
  readonly serverId: string;
  readonly sealing: Sealing;
  /** The servers' common time, in milliseconds. */
  readonly now: () => number;
  /** Hands the bytes to whatever carries them; never throws. */
  readonly carry: (bytes: Buffer) => void;
  /** `refused`: bytes that no server of this installation has just sent. */
  readonly count: (what: 'published' | 'received' | 'lost' | 'refused') => void;
}

/** By how much two servers' clocks and the way between them may differ: what was sent longer ago is being said again. */
export const maxAgeMs = 30_000;
/** Servers whose numbers are remembered; each start of one is another. */
const maxSenders = 1_000;

export class BusChannel implements Bus {
  readonly #parts: ChannelParts;
  readonly #listeners = new Set<Listener>();
  /** Number of the last message heard of each server, to all and to this one. */
  readonly #heard = { all: new Map<string, number>(), one: new Map<string, number>() };
  /** The carrier was away: servers of which a gap says nothing before they are heard again. */
  #unheard = new Set<string>();
  #sent = 0;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
  }

  publish(message: Uint8Array): void {
    const { name, serverId, sealing, now, carry, count } = this.#parts;
    this.#sent += 1;
    count('published');
    carry(sealing.seal(name, { from: serverId, to: 'all', number: this.#sent, sentAt: now(), message }));
  }

  listen(listener: Listener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  /** Takes what the carrier brought. */
  receive(bytes: Buffer): void {
    const envelope = this.#parts.sealing.open(this.#parts.name, bytes);
    if (envelope === null || !this.#isNew(envelope)) return this.#parts.count('refused');
    if (envelope.from === this.#parts.serverId) return;
    this.#parts.count('received');
    // Before the message: what it builds on is missing.
    if (this.#leavesGap(envelope)) this.#tellLost();
    this.#remember(envelope);
    for (const listener of this.#listeners) listener.message(envelope.message);
  }

  /** The carrier was away. */
  missed(): void {
    this.#unheard = new Set(this.#heard.all.keys());
    this.#tellLost();
  }

  /** False for what was heard before, or sent so long ago that nobody knows whether it was. */
  #isNew({ from, to, number, sentAt }: Envelope): boolean {
    if (!(Math.abs(this.#parts.now() - sentAt) <= maxAgeMs)) return false;
    return from === this.#parts.serverId || number > (this.#heard[to].get(from) ?? 0);
  }

  /** True when something that its sender has said to all before it has not arrived. */
  #leavesGap({ from, to, number }: Envelope): boolean {
    if (to === 'one' || this.#unheard.has(from)) return false;
    return number !== (this.#heard.all.get(from) ?? number - 1) + 1;
  }

  #remember({ from, to, number }: Envelope): void {
    const heard = this.#heard[to];
    this.#unheard.delete(from);
    heard.delete(from);
    heard.set(from, number); // the latest last
    const [oldest] = heard.keys();
    if (heard.size > maxSenders && oldest !== undefined) heard.delete(oldest);
  }

  #tellLost(): void {
    this.#parts.count('lost');
    for (const listener of this.#listeners) listener.lost();
  }
}
