// The server of y-websocket 2.1 with y-leveldb, as its bin/server starts it, on the `ws` of the others.

import type * as Utils from 'y-websocket-2/bin/utils';
import { listenForSockets, type ListeningServer, type ServerStorage } from './serving.ts';

export async function serveYWebsocket({ directory }: ServerStorage): Promise<ListeningServer> {
  // Read by the module when it is loaded.
  process.env['YPERSISTENCE'] = directory;
  const { default: utils } = (await import('y-websocket-2/bin/utils')) as { default: typeof Utils };
  const { port, close } = await listenForSockets((ws, document, request) => utils.setupWSConnection(ws, request, { docName: document }));
  return {
    port,
    stop: async () => {
      await close();
      // Queued behind the writes that are under way.
      await utils.getPersistence()?.provider.destroy();
    },
  };
}
