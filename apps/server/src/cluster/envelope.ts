// The envelope in which a message travels between servers: whose it is, and its number among all that this server sent on this channel.

export interface Envelope {
  /** Id of the server that sent it. */
  readonly from: string;
  /** Counted from 1; a message that could not be sent leaves a gap. `uncounted` for one that was sent to one server alone. */
  readonly number: number;
  readonly message: Uint8Array;
}

export const uncounted = 0;
const numberBytes = 8;

/** One byte for the length of the sender's id, the id, the number, the message. */
export function seal({ from, number, message }: Envelope): Buffer {
  const id = Buffer.from(from);
  const sealed = Buffer.allocUnsafe(1 + id.length + numberBytes + message.length);
  sealed.writeUInt8(id.length, 0);
  id.copy(sealed, 1);
  sealed.writeDoubleBE(number, 1 + id.length);
  sealed.set(message, 1 + id.length + numberBytes);
  return sealed;
}

/** Null for bytes that are no envelope: another program may use the same channel. */
export function unseal(sealed: Buffer): Envelope | null {
  const start = 1 + (sealed[0] ?? 0) + numberBytes;
  if (sealed.length < start) return null;
  const from = sealed.toString('utf8', 1, start - numberBytes);
  const number = sealed.readDoubleBE(start - numberBytes);
  return Number.isSafeInteger(number) ? { from, number, message: new Uint8Array(sealed.subarray(start)) } : null;
}
