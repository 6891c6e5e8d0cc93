// Owns the updates of one event-loop turn on their way to the sessions of one room (SPEC.md W6).
import * as Y from 'yjs';
import { broadcastContent } from '../wire/message.ts';

export interface Recipient {
  send(message: Uint8Array): void;
}

interface Outgoing {
  readonly from: Recipient | null;
  readonly update: Uint8Array;
}

export class Outbox {
  private outgoing: Outgoing[] = [];

  get isEmpty(): boolean {
    return this.outgoing.length === 0;
  }

  /** `from` null: an edit of the server, which everybody gets. */
  add(from: Recipient | null, update: Uint8Array): void {
    this.outgoing.push({ from, update });
  }

  /** Sends each recipient one message with what the others wrote. */
  flush(recipients: Iterable<Recipient>): void {
    const outgoing = this.outgoing;
    this.outgoing = [];
    const writers = new Set(outgoing.map(({ from }) => from));
    let forOthers: Uint8Array | null = null;
    for (const recipient of recipients) {
      if (writers.has(recipient)) {
        const byOthers = outgoing.filter(({ from }) => from !== recipient);
        if (byOthers.length > 0) recipient.send(message(byOthers));
      } else {
        forOthers ??= message(outgoing);
        recipient.send(forOthers);
      }
    }
  }
}

function message(outgoing: readonly Outgoing[]): Uint8Array {
  const [first] = outgoing;
  const alone = outgoing.length === 1 && first !== undefined;
  return broadcastContent(alone ? first.update : Y.mergeUpdates(outgoing.map(({ update }) => update)));
}
