// A browser tab of somebody: the client that ships, and the network by which it reaches the server, which the test may cut.
import { schemaVersion } from '@chancery/answer-doc';
import { createSystemClock } from '@chancery/sync';
import { LiveDocument, overHttpOnDemand, overSocket, Tab } from '@chancery/sync-client';
import { WebSocket } from 'ws';

/** One link for all documents, as a browser has; the same where WebSockets are blocked; a plain y-websocket socket for each document. */
export const ways = ['link', 'http', 'sockets'] as const;
export type Way = (typeof ways)[number];

export interface TabAddress {
  readonly url: string;
  readonly cookie: string;
  readonly way: Way;
}

export interface DocumentName {
  readonly round: string;
  readonly question: string;
}

/** Little patience, so that tests are quick. */
const maxPauseMs = 100;
const alwaysEarly = 0.02;
const clock = createSystemClock();

export class DeskTab {
  /** The class of the sockets to single documents: channels of the link where there is one. */
  readonly Socket: typeof globalThis.WebSocket;
  readonly #url: string;
  readonly #network: Network;
  readonly #tab: Tab | null;

  constructor({ url, cookie, way }: TabAddress) {
    this.#url = url;
    this.#network = new Network(cookie);
    this.#tab = way === 'sockets' ? null : openTab(url, this.#network, way);
    this.Socket = this.#tab?.Socket ?? this.#network.Socket;
  }

  /** A document that was closed stays so until it is reopened: nobody here is asked before. */
  opens({ round, question }: DocumentName): LiveDocument {
    const address = { server: `${this.#url.replace(/^http/, 'ws')}/sync/${round}`, question, schemaVersion };
    const document = { address, findLost: () => [], soonMs: Number.POSITIVE_INFINITY };
    return this.#tab?.open(document) ?? new LiveDocument({ ...document, Socket: this.Socket, clock, maxPauseMs });
  }

  /** True while a WebSocket of this tab is open. */
  get isConnected(): boolean {
    return this.#network.isInUse;
  }

  /** The codes with which its WebSockets were closed so far. */
  get farewells(): readonly number[] {
    return this.#network.farewells;
  }

  goesOffline(): void {
    this.#network.goes();
    this.#tab?.networkIsGone();
  }

  comesBack(): void {
    this.#network.isGone = false;
    this.#tab?.networkIsBack();
  }
}

/** A tab that has no choice between its transports. */
function openTab(url: string, network: Network, way: 'link' | 'http'): Tab {
  const transport =
    way === 'link'
      ? overSocket(() => new network.Socket(`${url.replace(/^http/, 'ws')}/sync`))
      : overHttpOnDemand({ url: `${url}/api/links`, fetch: (path, init) => network.fetch(path, init) });
  return new Tab({
    transports: { socket: transport, http: transport },
    memory: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    clock,
    random: () => alwaysEarly,
    maxPauseMs,
  });
}

/** What a browser has between its tab and the server: it sends the cookie with everything, and may be away. */
class Network {
  readonly Socket: typeof globalThis.WebSocket;
  readonly farewells: number[] = [];
  isGone = false;
  readonly #cookie: string;
  readonly #sockets = new Set<WebSocket>();
  #life = new AbortController();

  constructor(cookie: string) {
    this.#cookie = cookie;
    this.Socket = socketOf(this, cookie);
  }

  get isInUse(): boolean {
    return [...this.#sockets].some((socket) => socket.readyState === WebSocket.OPEN);
  }

  goes(): void {
    this.isGone = true;
    for (const socket of this.#sockets) socket.terminate();
    this.#life.abort();
    this.#life = new AbortController();
  }

  follows(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', (code) => {
      this.#sockets.delete(socket);
      this.farewells.push(code);
    });
  }

  fetch(path: string, init: RequestInit): Promise<Response> {
    if (this.isGone) return Promise.reject(new TypeError('the network is gone'));
    const headers = new Headers(init.headers);
    if (this.#cookie !== '') headers.set('cookie', this.#cookie);
    const signal = AbortSignal.any([this.#life.signal, ...(init.signal ? [init.signal] : [])]);
    return fetch(path, { ...init, headers, signal });
  }
}

function socketOf(network: Network, cookie: string): typeof globalThis.WebSocket {
  return class extends plainSocket({ cookie }) {
    constructor(url: string | URL) {
      super(network.isGone ? nowhere : url);
      network.follows(this as unknown as WebSocket);
    }
  };
}

/** Where nobody listens. */
const nowhere = 'ws://127.0.0.1:1';

/** WebSockets that send these headers, as Node's own do not. */
export function plainSocket(headers: Readonly<Record<string, string>>): typeof globalThis.WebSocket {
  class PlainSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')) });
    }
  }
  return PlainSocket as unknown as typeof globalThis.WebSocket;
}
