// Owns which sockets belong to which sign-in, so that signing out closes the open documents, and the links that carry them.
import type { PersonId } from '@chancery/domain';
import type { CloseCode, Socket } from '@chancery/sync';

interface OpenSocket {
  /** A document alone or as a channel of a link, or a link itself. */
  readonly kind: 'document' | 'link';
  /** Hash of the session id. */
  readonly session: string;
  readonly person: PersonId;
  readonly socket: Socket;
}

export class OpenSockets {
  readonly #open = new Set<OpenSocket>();

  /** Remembers the socket until disposed. */
  add(opened: OpenSocket): Disposable {
    this.#open.add(opened);
    return { [Symbol.dispose]: () => this.#open.delete(opened) };
  }

  /** How many sockets of a kind this sign-in has open. */
  count(session: string, kind: OpenSocket['kind']): number {
    return [...this.#open].filter((entry) => entry.session === session && entry.kind === kind).length;
  }

  /** How many sockets of a kind are open. */
  countAll(kind: OpenSocket['kind']): number {
    return [...this.#open].filter((entry) => entry.kind === kind).length;
  }

  /** Closes every socket of one sign-in. */
  closeSession(session: string, code: CloseCode, reason: string): void {
    for (const entry of this.#open) if (entry.session === session) entry.socket.close(code, reason);
  }

  /** The sign-ins that have a socket open. */
  sessions(): ReadonlySet<string> {
    return new Set([...this.#open].map((entry) => entry.session));
  }
}
