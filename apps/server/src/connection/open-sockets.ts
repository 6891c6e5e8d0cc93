// The open sockets by sign-in: signing out closes them, and nobody has too many or leaves too much unread.
import type { PersonId } from '@chancery/domain';
import { type CloseCode, closeCodes, type Member, type Socket } from '@chancery/sync';

interface OpenSocket {
  /** A document alone, a document as a channel of a link, or a link itself. */
  readonly kind: 'document' | 'channel' | 'link';
  /** Hash of the id of the sign-in. */
  readonly signIn: string;
  readonly person: PersonId;
  readonly socket: Socket;
  /** Null for a link. */
  readonly member: Member | null;
}

export class OpenSockets {
  readonly #open = new Set<OpenSocket>();

  /** Remembers the socket until disposed. */
  add(opened: OpenSocket): Disposable {
    this.#open.add(opened);
    return { [Symbol.dispose]: () => this.#open.delete(opened) };
  }

  /** The member that another open answer of the person has already, otherwise `member`: people have dozens open, and are one member. */
  shared(member: Member): Member {
    const key = JSON.stringify(member);
    for (const { person, member: known } of this.#open)
      if (known !== null && person === member.author.person && JSON.stringify(known) === key) return known;
    return member;
  }

  /** How many answers this sign-in has open. */
  countDocuments(signIn: string): number {
    return this.#which((entry) => entry.signIn === signIn && entry.kind !== 'link').length;
  }

  /** How many links this sign-in has open. */
  countLinks(signIn: string): number {
    return this.#which((entry) => entry.signIn === signIn && entry.kind === 'link').length;
  }

  /** How many links are open. */
  countAllLinks(): number {
    return this.#which(({ kind }) => kind === 'link').length;
  }

  /** Bytes that were sent to a person and not read yet; what waits for a channel waits in its link. */
  unreadBytes(person: PersonId): number {
    return this.#which((entry) => entry.person === person && entry.kind !== 'channel').reduce(
      (sum, { socket }) => sum + socket.bufferedBytes,
      0,
    );
  }

  /** Closes every socket of one sign-in. */
  closeSignIn(signIn: string, code: CloseCode, reason: string): void {
    for (const entry of this.#open) if (entry.signIn === signIn) entry.socket.close(code, reason);
  }

  /** The sign-ins that have a socket open. */
  signIns(): ReadonlySet<string> {
    return new Set([...this.#open].map((entry) => entry.signIn));
  }

  #which(asked: (entry: OpenSocket) => boolean): readonly OpenSocket[] {
    return [...this.#open].filter(asked);
  }
}

const mebibyte = 1024 * 1024;
/** May wait for one person who does not read, over all their connections: each of them alone may hold a few megabytes. */
const maxUnreadBytes = 64 * mebibyte;
/** A connection that waits for less is not asked about the others. */
const worthAsking = mebibyte;

/** The socket, closed as too slow when what waits for its person is more than that. */
export function withBudget(socket: Socket, person: PersonId, openSockets: Pick<OpenSockets, 'unreadBytes'>): Socket {
  return {
    send: (message) => {
      socket.send(message);
      if (socket.bufferedBytes > worthAsking && openSockets.unreadBytes(person) > maxUnreadBytes)
        socket.close(closeCodes.tooSlow, 'the client does not read');
    },
    close: (code, reason) => socket.close(code, reason),
    get bufferedBytes() {
      return socket.bufferedBytes;
    },
  };
}
