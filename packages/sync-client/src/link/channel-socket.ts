// The WebSocket class whose sockets are channels of one link, for clients that know nothing of links.
import type { TabChannel } from './tab-channel.ts';
import type { TabLink } from './tab-link.ts';
import { broken } from './transport.ts';

const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const;
type ReadyState = (typeof states)[keyof typeof states];

/** As much of a WebSocket as clients of documents use: binary messages, handlers instead of listeners. Its URL's path names the document. */
export function channelSocket(link: TabLink): typeof WebSocket {
  return class extends ChannelSocket {
    constructor(url: string | URL) {
      super(link, new URL(url));
    }
  } as unknown as typeof WebSocket;
}

class ChannelSocket {
  static readonly CONNECTING = states.CONNECTING;
  static readonly OPEN = states.OPEN;
  static readonly CLOSING = states.CLOSING;
  static readonly CLOSED = states.CLOSED;
  readonly CONNECTING = states.CONNECTING;
  readonly OPEN = states.OPEN;
  readonly CLOSING = states.CLOSING;
  readonly CLOSED = states.CLOSED;
  readonly url: string;
  binaryType: BinaryType = 'arraybuffer';
  readyState: ReadyState = states.CONNECTING;
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  readonly #channel: TabChannel;

  constructor(link: TabLink, url: URL) {
    this.url = url.href;
    this.#channel = link.open(url.pathname + url.search, {
      opened: () => {
        this.readyState = states.OPEN;
        this.onopen?.({});
      },
      received: (message) => this.onmessage?.({ data: message.slice().buffer }),
      closed: (code, reason) => {
        if (code === broken) this.onerror?.({});
        this.#closed(code, reason);
      },
    });
  }

  send(message: Uint8Array): void {
    if (this.readyState === states.CONNECTING) throw new Error('the socket is not open yet');
    if (this.readyState === states.OPEN) this.#channel.send(message);
  }

  close(): void {
    if (this.readyState >= states.CLOSING) return;
    this.readyState = states.CLOSING;
    this.#channel.close();
    queueMicrotask(() => this.#closed(1000, ''));
  }

  #closed(code: number, reason: string): void {
    this.readyState = states.CLOSED;
    this.onclose?.({ code, reason, wasClean: code !== broken });
  }
}
