// Owns a WebSocket as the engine sees it.
import type { Socket } from '@chancery/sync';
import type { WebSocket } from 'ws';

/** The engine's socket over this one; what is sent after its end is dropped. */
export function socketOf(ws: WebSocket): Socket {
  return {
    send: (message) => {
      if (ws.readyState === ws.OPEN) ws.send(message);
    },
    close: (code, reason) => ws.close(code, reason),
    get bufferedBytes() {
      return ws.bufferedAmount;
    },
  };
}
