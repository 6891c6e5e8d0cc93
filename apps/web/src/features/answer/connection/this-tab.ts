// This tab of the browser: its link, and the answers that are open in it. One by its nature, made by the first screen that opens a document,
// so that pages before it load none of this.
import { OpenDocuments, overHttpOnDemand, overSocket, Tab } from '@chancery/sync-client';

interface ThisTab {
  readonly tab: Tab;
  readonly answers: OpenDocuments;
}

let made: ThisTab | null = null;

/** The same one every time. */
export function thisTab(): ThisTab {
  made ??= { tab: makeTab(), answers: new OpenDocuments(askBeforeClosing) };
  return made;
}

function makeTab(): Tab {
  const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
  const tab = new Tab({
    transports: {
      socket: overSocket(() => new WebSocket(socketUrl)),
      http: overHttpOnDemand({ url: '/api/links', fetch: (url, init) => fetch(url, init) }),
    },
    memory: sessionStorage,
    clock: { now: () => Date.now(), after },
    random: Math.random,
  });
  addEventListener('offline', () => tab.networkIsGone());
  addEventListener('online', () => tab.networkIsBack());
  return tab;
}

function after(ms: number, action: () => void): Disposable {
  const timer = setTimeout(action, ms);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}

/** Has the browser ask before the tab is closed with text that nobody else has. */
function askBeforeClosing(isHolding: boolean): void {
  // Listened to only while it is needed: a page with this listener is not kept by the browser for going back.
  if (isHolding) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
