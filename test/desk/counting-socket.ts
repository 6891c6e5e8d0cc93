// Owns a WebSocket that carries the cookie of a browser and counts the content frames that it sends, from 0 for each connection.
import { messageTypes, syncMessageTypes } from '@chancery/sync';
import { WebSocket } from 'ws';

export interface FrameCount {
  sent: number;
  acknowledged: number;
}

/** A class for `WebSocketPolyfill`. Node's WebSocket sets no headers. */
export function countingSocket(cookie: string, count: FrameCount): typeof globalThis.WebSocket {
  class CountingSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
      count.sent = 0;
      count.acknowledged = 0;
    }

    override send(...args: unknown[]): void {
      const [message] = args;
      if (message instanceof Uint8Array && isContent(message)) count.sent += 1;
      super.send(message as Uint8Array);
    }
  }
  return CountingSocket as unknown as typeof globalThis.WebSocket;
}

function isContent(message: Uint8Array): boolean {
  return message[0] === messageTypes.sync && message[1] !== syncMessageTypes.syncStep1;
}
