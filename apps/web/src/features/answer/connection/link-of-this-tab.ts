// Owns the link of this tab: one by its nature, made by the first screen that opens a document, so that pages before it load none of this.
import { browserClock, onDemand, overSocket, TabLink, TransportChoice } from '@chancery/sync-client';

let link: TabLink | null = null;

/** The same one every time. */
export function linkOfThisTab(): TabLink {
  link ??= makeLink();
  return link;
}

function makeLink(): TabLink {
  const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
  const made = new TabLink({
    transports: {
      socket: overSocket(() => new WebSocket(socketUrl)),
      http: onDemand(async () => {
        const { overHttp } = await import('@chancery/sync-client/http-transport');
        return overHttp({ url: '/api/links', fetch: (url, init) => fetch(url, init) });
      }),
    },
    choice: new TransportChoice(sessionStorage, browserClock),
    clock: browserClock,
    random: Math.random,
  });
  addEventListener('offline', () => made.drop());
  addEventListener('online', () => made.hurry());
  return made;
}
