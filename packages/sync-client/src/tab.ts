// A browser's tab: its one link (SPEC K14), and the documents that are opened over it.
import type { Carrier } from './document/document-connection.ts';
import { type LiveDocumentParts, LiveDocument } from './document/live-document.ts';
import { channelSocket } from './link/channel-socket.ts';
import { TabLink, type TabLinkParts } from './link/tab-link.ts';
import { type TabMemory, TransportChoice } from './link/transport-choice.ts';

export interface TabParts extends Omit<TabLinkParts, 'choice'>, Omit<Carrier, 'Socket'> {
  readonly memory: TabMemory;
}

export class Tab {
  /** A WebSocket class for clients that know nothing of links: each of its sockets is a channel of this tab's link. */
  readonly Socket: typeof WebSocket;
  readonly #parts: TabParts;
  readonly #link: TabLink;

  /** Nothing is connected before the first document is opened. */
  constructor(parts: TabParts) {
    this.#parts = parts;
    this.#link = new TabLink({ ...parts, choice: new TransportChoice(parts.memory, parts.clock) });
    this.Socket = channelSocket(this.#link);
  }

  /** Opens a document, each time with a connection and a Yjs document of its own. */
  open(document: Omit<LiveDocumentParts, keyof Carrier>): LiveDocument {
    return new LiveDocument({ ...this.#parts, ...document, Socket: this.Socket });
  }

  /** The network is said to be gone: the link is given up at once, as a browser tells its sockets much later. */
  networkIsGone(): void {
    this.#link.drop();
  }

  /** The network is said to be back: what waits to connect again waits no longer than after a first failure. */
  networkIsBack(): void {
    this.#link.hurry();
  }
}
