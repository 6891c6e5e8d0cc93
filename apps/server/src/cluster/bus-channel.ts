// One channel between the servers: messages of one purpose, numbered, so that the others notice what they missed.
import type { Bus } from '@chancery/sync';
import { type Envelope, seal, uncounted, unseal } from './envelope.ts';

type Listener = Parameters<Bus['listen']>[0];

export interface ChannelParts {
  /** Id of this server. */
  readonly serverId: string;
  /** Hands the bytes to whatever carries them; never throws. */
  readonly carry: (bytes: Buffer) => void;
  readonly count: (what: 'published' | 'received' | 'lost') => void;
}

export class BusChannel implements Bus {
  readonly #parts: ChannelParts;
  readonly #listeners = new Set<Listener>();
  /** Number of the last message heard of each server. */
  readonly #heard = new Map<string, number>();
  #sent = 0;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
  }

  publish(message: Uint8Array): void {
    this.#sent += 1;
    this.#parts.count('published');
    this.#parts.carry(seal({ from: this.#parts.serverId, number: this.#sent, message }));
  }

  listen(listener: Listener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  /** Takes what the carrier brought. */
  receive(bytes: Buffer): void {
    const envelope = unseal(bytes);
    if (envelope === null || envelope.from === this.#parts.serverId) return;
    this.#parts.count('received');
    // Before the message: what it builds on is missing.
    if (envelope.number !== uncounted && !this.#follows(envelope)) this.#tellLost();
    for (const listener of this.#listeners) listener.message(envelope.message);
  }

  /** The carrier was away. */
  missed(): void {
    this.#heard.clear();
    this.#tellLost();
  }

  /** False when something that its sender sent before it has not arrived. */
  #follows({ from, number }: Envelope): boolean {
    const expected = (this.#heard.get(from) ?? number - 1) + 1;
    this.#heard.set(from, number);
    return number === expected;
  }

  #tellLost(): void {
    this.#parts.count('lost');
    for (const listener of this.#listeners) listener.lost();
  }
}
