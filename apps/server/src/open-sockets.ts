// Owns which sockets belong to which sign-in, so that signing out closes the open documents.
import type { PersonId } from '@chancery/domain';
import type { CloseCode, Socket } from '@chancery/sync';

interface OpenSocket {
  /** Hash of the session id. */
  readonly session: string;
  readonly person: PersonId;
  readonly socket: Socket;
}

export class OpenSockets {
  readonly #open = new Set<OpenSocket>();

  /** Remembers the socket until disposed. */
  add(session: string, person: PersonId, socket: Socket): Disposable {
    const entry = { session, person, socket };
    this.#open.add(entry);
    return { [Symbol.dispose]: () => this.#open.delete(entry) };
  }

  /** How many sockets this sign-in has open. */
  count(session: string): number {
    return [...this.#open].filter((entry) => entry.session === session).length;
  }

  /** Closes every socket of one sign-in. */
  closeSession(session: string, code: CloseCode, reason: string): void {
    for (const entry of this.#open) if (entry.session === session) entry.socket.close(code, reason);
  }

  /** The sign-ins that have a document open. */
  sessions(): ReadonlySet<string> {
    return new Set([...this.#open].map((entry) => entry.session));
  }
}
