// The floor: a relay on `ws` that passes each message on to the others in the document, understands none and stores none.

import type { WebSocket } from 'ws';
import { listenForSockets, type ListeningServer } from './serving.ts';

export async function serveRelay(): Promise<ListeningServer> {
  const rooms = new Map<string, Set<WebSocket>>();
  const { port, close } = await listenForSockets((ws, document) => {
    const room = rooms.get(document) ?? new Set<WebSocket>();
    rooms.set(document, room.add(ws));
    ws.on('message', (data: Buffer) => {
      for (const other of room) if (other !== ws) other.send(data);
    });
    ws.on('close', () => room.delete(ws));
  });
  return { port, stop: close };
}
