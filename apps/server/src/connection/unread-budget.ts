// The budget of one person who does not read: how much may wait over all their connections, each of which may hold a few megabytes.
import type { PersonId } from '@chancery/domain';
import { closeCodes, type Socket } from '@chancery/sync';
import type { OpenSockets } from './open-sockets.ts';

const mebibyte = 1024 * 1024;
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
