// Hocuspocus 4.7 with its SQLite extension on a file, everything else as it is by default.

import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ListeningServer, ServerStorage } from './serving.ts';

export async function serveHocuspocus({ directory }: ServerStorage): Promise<ListeningServer> {
  const extensions = [new SQLite({ database: join(directory, 'hocuspocus.sqlite') })];
  const server = new Server({ quiet: true, stopOnSignals: false, extensions });
  // Not by its own `listen`, which takes port 0 for none.
  server.httpServer.listen(0, '127.0.0.1');
  await once(server.httpServer, 'listening');
  const { port } = server.httpServer.address() as AddressInfo;
  return { port, stop: () => server.destroy() };
}
