// The envelope in which a message travels between servers: whose it is, its number, when it was sent, and the seal that only a server of
// this installation can make. What carries envelopes is trusted with nothing: others may write to it, read it, and say again what was said.
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Envelope {
  /** Id of the server that sent it. */
  readonly from: string;
  /** `all`: every server is to hear it. `one`: for the one whose channel it is. */
  readonly to: 'all' | 'one';
  /** Counted from 1, apart for messages to all and to one; a message that could not be sent leaves a gap. */
  readonly number: number;
  /** By the sender's clock, in milliseconds. */
  readonly sentAt: number;
  readonly message: Uint8Array;
}

const sealBytes = 32;
const numbersBytes = 1 + 8 + 8;

/** Makes and opens envelopes with the key of the installation. */
export class Sealing {
  readonly #key: Buffer;

  constructor(key: string) {
    this.#key = Buffer.from(key);
  }

  /** The seal, to whom, number and time, one byte for the length of the sender's id, the id, the message. */
  seal(channel: string, { from, to, number, sentAt, message }: Envelope): Buffer {
    const id = Buffer.from(from);
    const sealed = Buffer.allocUnsafe(sealBytes + numbersBytes + 1 + id.length + message.length);
    let at = sealed.writeUInt8(to === 'all' ? 0 : 1, sealBytes);
    at = sealed.writeDoubleBE(number, at);
    at = sealed.writeDoubleBE(sentAt, at);
    at = sealed.writeUInt8(id.length, at);
    at += id.copy(sealed, at);
    sealed.set(message, at);
    this.#sealOf(channel, sealed.subarray(sealBytes)).copy(sealed);
    return sealed;
  }

  /** Null for bytes that no server with this key has put on this channel. */
  open(channel: string, sealed: Buffer): Envelope | null {
    const start = sealBytes + numbersBytes + 1;
    if (sealed.length < start) return null;
    const inside = sealed.subarray(sealBytes);
    if (!timingSafeEqual(this.#sealOf(channel, inside), sealed.subarray(0, sealBytes))) return null;
    const end = start + sealed.readUInt8(start - 1);
    return {
      from: sealed.toString('utf8', start, end),
      to: sealed.readUInt8(sealBytes) === 0 ? 'all' : 'one',
      number: sealed.readDoubleBE(sealBytes + 1),
      sentAt: sealed.readDoubleBE(sealBytes + 9),
      message: new Uint8Array(sealed.subarray(end)),
    };
  }

  #sealOf(channel: string, inside: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(`${channel.length}:${channel}`).update(inside).digest();
  }
}
