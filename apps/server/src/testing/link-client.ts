// A client of a link in tests, on purpose not the one that ships: it sends whatever frames it is given, over a WebSocket or over HTTP.
import { FrameSplitter, joinFrames, readServerFrame, type ClientFrame, type ServerFrame, writeFrame } from '@chancery/sync/link';
import { WebSocket } from 'ws';

export type Way = 'WebSocket' | 'HTTP';

export interface Site {
  readonly url: string;
  readonly cookie: string;
}

export class LinkClient implements Disposable {
  readonly received: ServerFrame[] = [];
  /** Code with which the link ended; null while it has not. */
  endedWith: number | null = null;
  readonly #send: (bytes: Uint8Array) => void;
  readonly #drop: () => void;

  private constructor(connect: (client: LinkClient) => { send: (bytes: Uint8Array) => void; drop: () => void }) {
    const { send, drop } = connect(this);
    this.#send = send;
    this.#drop = drop;
  }

  static over(way: Way, { url, cookie }: Site): LinkClient {
    return new LinkClient((client) => (way === 'HTTP' ? overHttp(client, url, cookie) : overSocket(client, url, cookie)));
  }

  sends(...frames: readonly ClientFrame[]): void {
    for (const frame of frames) this.#send(writeFrame(frame));
  }

  sendsBytes(bytes: Uint8Array): void {
    this.#send(bytes);
  }

  /** What came on one channel. */
  on(channel: number): readonly ServerFrame[] {
    return this.received.filter((frame) => 'channel' in frame && frame.channel === channel);
  }

  /** The code with which the server closed a channel. */
  closedWith(channel: number): number | null {
    return this.on(channel).flatMap((frame) => (frame.kind === 'closed' ? [frame.code] : []))[0] ?? null;
  }

  /** The name that the server gave the link. */
  get id(): string | null {
    const [first] = this.received;
    return first?.kind === 'welcome' ? first.link : null;
  }

  hears(bytes: Uint8Array): void {
    const frame = readServerFrame(bytes);
    this.received.push(frame);
    if (frame.kind === 'ended') this.endedWith ??= frame.code;
  }

  ends(code: number): void {
    this.endedWith ??= code;
  }

  [Symbol.dispose](): void {
    this.#drop();
  }
}

function overSocket(client: LinkClient, url: string, cookie: string) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/sync`, { headers: { cookie } });
  const waiting: Uint8Array[] = [];
  socket.on('open', () => waiting.forEach((bytes) => socket.send(bytes)));
  socket.on('message', (bytes: Buffer) => client.hears(new Uint8Array(bytes)));
  socket.on('close', (code) => client.ends(code));
  socket.on('error', () => {});
  const send = (bytes: Uint8Array) => void (socket.readyState === socket.OPEN ? socket.send(bytes) : waiting.push(bytes));
  return { send, drop: () => socket.terminate() };
}

/** `endedWith` is the HTTP status where the link could not be opened. */
function overHttp(client: LinkClient, url: string, cookie: string) {
  const abort = new AbortController();
  let sending: Promise<unknown>;
  let sequence = 0;
  const opened = fetch(`${url}/api/links`, { method: 'POST', headers: { cookie }, signal: abort.signal });
  const welcomed = opened.then(async (response) => {
    if (!response.ok || response.body === null) return client.ends(response.status);
    const reader = response.body.getReader();
    const splitter = new FrameSplitter();
    const read = async (): Promise<boolean> => {
      const { done, value } = await reader.read();
      for (const frame of value === undefined ? [] : splitter.push(value)) client.hears(frame);
      return !done;
    };
    await read();
    void (async () => {
      while (await read());
      client.ends(1006);
    })().catch(() => client.ends(1006));
  });
  sending = welcomed.catch(() => client.ends(1006));
  const send = (bytes: Uint8Array) => {
    sending = sending.then(async () => {
      sequence += 1;
      const response = await sendUp({ url, cookie }, client.id ?? '', sequence, joinFrames([bytes]));
      await response.body?.cancel();
    });
  };
  return { send, drop: () => abort.abort() };
}

/** One request up a link. */
export function sendUp({ url, cookie }: Site, link: string, sequence: number | string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/octet-stream' };
  return fetch(`${url}/api/links/${link}/up?sequence=${sequence}`, { method: 'POST', headers, body });
}
