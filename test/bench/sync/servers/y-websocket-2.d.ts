// The types of the one module of y-websocket 2.1 that is used here; the package has none for it.

declare module 'y-websocket-2/bin/utils' {
  import type { IncomingMessage } from 'node:http';
  import type { WebSocket } from 'ws';

  export function setupWSConnection(ws: WebSocket, request: IncomingMessage, options: { readonly docName: string }): void;
  export function getPersistence(): { readonly provider: { destroy(): Promise<void> } } | null;
}
