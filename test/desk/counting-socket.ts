// Owns a WebSocket that counts the content frames that it sends, from 0 for each connection.
import { messageTypes, syncMessageTypes } from '@chancery/sync';

export interface FrameCount {
  sent: number;
  acknowledged: number;
}

/** A class over `Base` for `WebSocketPolyfill`. */
export function countingSocket(Base: typeof WebSocket, count: FrameCount): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL) {
      super(url);
      count.sent = 0;
      count.acknowledged = 0;
    }

    override send(message: string | Blob | BufferSource): void {
      if (message instanceof Uint8Array && isContent(message)) count.sent += 1;
      super.send(message);
    }
  };
}

function isContent(message: Uint8Array): boolean {
  return message[0] === messageTypes.sync && message[1] !== syncMessageTypes.syncStep1;
}
