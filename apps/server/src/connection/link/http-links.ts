// The links over HTTP that live in this process, by id, and the order of what is sent up them.
import { closeCodes, MalformedMessageError } from '@chancery/sync';
import { splitFrames } from '@chancery/sync/link';
import type { Link } from './link.ts';
import type { Up, UpOutcome } from './link-forwarder.ts';

interface HttpLink {
  readonly link: Link;
  readonly signIn: string;
  /** Of the last request that was taken. */
  sequence: number;
}

export class HttpLinks {
  readonly #links = new Map<string, HttpLink>();

  get count(): number {
    return this.#links.size;
  }

  /** Knows the link until it is over. */
  add(link: Link, signIn: string): void {
    this.#links.set(link.id, { link, signIn, sequence: 0 });
    link.onLeft(() => this.#links.delete(link.id));
  }

  /** True where the link lives here and is of this sign-in. */
  has(link: string, signIn: string): boolean {
    return this.#links.get(link)?.signIn === signIn;
  }

  /** Takes what a client sent up. One that comes again, as proxies and browsers may send it, was taken already. */
  take({ link: id, signIn, sequence, body }: Up): UpOutcome {
    const known = this.#links.get(id);
    if (known === undefined || known.signIn !== signIn) return 'unknown';
    if (sequence <= known.sequence) return 'taken';
    if (sequence > known.sequence + 1) {
      known.link.close(closeCodes.restarting, 'Something that was sent before has not arrived.');
      return 'out-of-order';
    }
    known.sequence = sequence;
    return receiveAll(known.link, body);
  }

  /** Ends every link: the server is going away. */
  endAll(code: number, reason: string): void {
    for (const { link } of this.#links.values()) link.close(code, reason);
  }
}

function receiveAll(link: Link, body: Uint8Array): UpOutcome {
  try {
    for (const frame of splitFrames(body)) link.receive(frame);
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof MalformedMessageError)) throw cause;
    link.close(closeCodes.malformedMessage, cause.message);
    return 'malformed';
  }
}
