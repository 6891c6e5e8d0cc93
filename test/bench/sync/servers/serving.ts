// What a server under measurement is to the process it runs in, and the HTTP server on which those on `ws` listen.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface ListeningServer {
  readonly port: number;
  /** Ends as the server does in good order: everything that it holds is written. */
  stop(): Promise<void>;
}

/** Where a server keeps its documents, and how many of them must be there: `bench/d0`, `bench/d1` and so on. */
export interface ServerStorage {
  readonly directory: string;
  /** Null: the embedded database in the directory. */
  readonly databaseUrl: string | null;
  readonly documents: number;
}

export function documentName(index: number): string {
  return `bench/d${index}`;
}

export interface SocketServing {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of this machine and hands over each socket with the name of the document that its address asks for. */
export async function listenForSockets(begin: (ws: WebSocket, document: string, request: IncomingMessage) => void): Promise<SocketServing> {
  const http = createServer((_, response) => response.writeHead(404).end());
  // As the product's: see apps/server/src/connection/upgrade.ts.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024, perMessageDeflate: false, clientTracking: true });
  http.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (ws) => begin(ws, (request.url ?? '/').slice(1), request));
  });
  return { port: await listen(http), close: () => closeAll(http, sockets) };
}

async function listen(http: Server): Promise<number> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
}

async function closeAll(http: Server, sockets: WebSocketServer): Promise<void> {
  for (const ws of sockets.clients) ws.terminate();
  const closed = once(http, 'close');
  http.close();
  await closed;
}
