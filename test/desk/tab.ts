// Owns a browser tab of somebody: the sockets in it, and the way in which they reach the server.
import { createSystemClock } from '@chancery/sync';
import { channelSocket, overSocket, TabLink, TransportChoice } from '@chancery/sync-client';
import { overHttp } from '@chancery/sync-client/http-transport';
import { WebSocket } from 'ws';

/** A socket of its own for each document, as other clients have; one link for all of them; the same where WebSockets are blocked. */
export const ways = ['sockets', 'link', 'http'] as const;
export type Way = (typeof ways)[number];

export interface TabPlace {
  readonly url: string;
  readonly cookie: string;
  readonly way: Way;
}

/** The class whose sockets this tab opens: the web client's own, where it is about links. */
export function openTab({ url, cookie, way }: TabPlace): typeof globalThis.WebSocket {
  if (way === 'sockets') return plainSocket({ cookie });
  const Socket = plainSocket({ cookie });
  const over =
    way === 'link'
      ? overSocket(() => new Socket(`${url.replace(/^http/, 'ws')}/sync`))
      : overHttp({ url: `${url}/api/links`, fetch: (path, init) => fetch(path, { ...init, headers: withCookie(init.headers, cookie) }) });
  const clock = createSystemClock();
  const forgetful = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const choice = new TransportChoice(forgetful, clock);
  // There is no choice, and little patience.
  return channelSocket(new TabLink({ transports: { socket: over, http: over }, choice, clock, random: () => 0.1 }));
}

function withCookie(sent: HeadersInit | undefined, cookie: string): Headers {
  const headers = new Headers(sent);
  if (cookie !== '') headers.set('cookie', cookie);
  return headers;
}

/** WebSockets that send these headers, as Node's own do not. */
export function plainSocket(headers: Readonly<Record<string, string>>): typeof globalThis.WebSocket {
  class PlainSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')) });
    }
  }
  return PlainSocket as unknown as typeof globalThis.WebSocket;
}
