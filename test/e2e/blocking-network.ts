// A network that blocks WebSockets: a proxy in front of a site that passes requests and streams, and cuts every upgrade.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

export interface BlockingNetwork extends AsyncDisposable {
  /** Where the site is reached through the network. */
  readonly url: string;
  /** Upgrades that were asked for, and cut. */
  readonly cut: number;
}

/** Opens the network in front of the site at `siteUrl`. */
export async function openBlockingNetwork(siteUrl: string): Promise<BlockingNetwork> {
  const { hostname, port } = new URL(siteUrl);
  let cut = 0;
  const proxy = createServer((from, to) => {
    const passed = request({ hostname, port, method: from.method, path: from.url, headers: from.headers }, (response) => {
      to.writeHead(response.statusCode ?? 502, response.headers);
      pipeline(response, to, () => {});
    });
    // Either side that goes away takes the other along.
    to.on('close', () => passed.destroy());
    passed.on('error', () => to.destroy());
    pipeline(from, passed, () => {});
  });
  proxy.on('upgrade', (_request, socket) => {
    cut += 1;
    socket.destroy();
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    get cut() {
      return cut;
    },
    [Symbol.asyncDispose]: async () => {
      proxy.close();
      proxy.closeAllConnections();
      await once(proxy, 'close').catch(() => {});
    },
  };
}
