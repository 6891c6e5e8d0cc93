// One connection to one document, the same for ours and for the rivals: y-websocket's messages over a plain socket, and frames counted where
// the server counts them. It holds no Yjs document (what arrives is handed on as bytes), since what the load costs is taken from the server;
// so it is on purpose not the client that ships.

import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Language } from './dialect.ts';
import type { Dialect } from '../../servers/names.ts';

export interface LoadListener {
  /** The whole content, in reply to this client's request. */
  content?(update: Uint8Array): void;
  update?(update: Uint8Array): void;
  /** The server has the edits up to this one, counted from 1. */
  acknowledged?(edits: number): void;
  closed?(code: number): void;
}

export interface ClientAddress {
  readonly port: number;
  readonly dialect: Dialect;
  readonly document: string;
  /** Asks for nothing: only writes. Not every server spares such a client the edits of others. */
  readonly isDeaf?: boolean;
}

export class LoadClient {
  listener: LoadListener;
  /** Settles when the server's content has arrived; on a bare relay, which has none, when the socket is open. */
  readonly ready: Promise<void>;
  private readonly ws: WebSocket;
  private readonly language: Language;
  private readonly isDeaf: boolean;
  private readonly arrived = Promise.withResolvers<void>();
  /** Content frames that were no edits: the replies to the server's requests. */
  private replies = 0;
  private saved = 0;
  private isCorked = false;
  private isOver = false;

  constructor({ port, dialect, document, isDeaf = false }: ClientAddress, listener: LoadListener = {}) {
    this.listener = listener;
    this.language = new Language(dialect, document);
    this.isDeaf = isDeaf;
    this.ready = this.arrived.promise;
    this.ws = new WebSocket(`ws://127.0.0.1:${port}/${document}`, { perMessageDeflate: false });
    this.ws.on('open', () => this.greet());
    this.ws.on('message', (data: Buffer) => this.receive(data));
    this.ws.on('error', (cause) => this.arrived.reject(cause));
    this.ws.on('close', (code) => {
      this.arrived.reject(new Error(`the server closed the connection with ${code}`));
      if (!this.isOver) this.listener.closed?.(code);
    });
    this.ready.catch(() => {}); // who waits for it hears of it
  }

  /** Sends an edit. Those of one turn of the event loop leave in one write. */
  send(update: Uint8Array): void {
    if (!this.isCorked) this.cork();
    this.ws.send(this.language.update(update));
  }

  async close(): Promise<void> {
    this.isOver = true;
    if (this.ws.readyState === WebSocket.CLOSED) return;
    const closed = once(this.ws, 'close');
    this.ws.close();
    const late = setTimeout(() => this.ws.terminate(), 2_000);
    await closed;
    clearTimeout(late);
  }

  private greet(): void {
    const { introduction, dialect } = this.language;
    if (introduction !== null) return this.ws.send(introduction);
    if (!this.isDeaf) this.ws.send(this.language.question);
    if (dialect === 'bare') this.arrived.resolve();
  }

  private receive(data: Buffer): void {
    const heard = this.language.hear(data);
    switch (heard.kind) {
      case 'authenticated':
        return this.ws.send(this.language.question);
      case 'question':
        // On the relay it comes from another client, to which nobody replies.
        if (this.language.dialect === 'bare') return;
        this.replies += 1;
        this.ws.send(this.language.emptyReply);
        if (this.isDeaf) this.arrived.resolve();
        return;
      case 'content':
        this.listener.content?.(heard.update);
        return this.arrived.resolve();
      case 'update':
        return this.listener.update?.(heard.update);
      case 'acknowledged':
        return this.acknowledge(heard.frames);
      case 'saved':
        this.saved += 1;
        return this.acknowledge(this.saved);
      case 'other':
        return;
    }
  }

  private acknowledge(frames: number): void {
    if (frames > this.replies) this.listener.acknowledged?.(frames - this.replies);
  }

  private cork(): void {
    // ws has no way of its own to say so.
    const { _socket: socket } = this.ws as unknown as { readonly _socket: { cork(): void; uncork(): void } };
    this.isCorked = true;
    socket.cork();
    process.nextTick(() => {
      this.isCorked = false;
      socket.uncork();
    });
  }
}
