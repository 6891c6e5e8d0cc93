// Owns a client whose edits are counted: the real y-websocket provider on any document of a round, and how many of its edits were acknowledged.
import { messageTypes } from '@chancery/sync';
import { readVarUint } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countingSocket } from '../desk/counting-socket.ts';
import { plainSocket } from '../desk/tab.ts';
import { eventually, type Visitor } from '../desk/index.ts';

export interface DocumentAddress {
  readonly round: string;
  readonly question: string;
}

export class Client implements Disposable {
  readonly doc = new Y.Doc();
  readonly #provider: WebsocketProvider;
  readonly #frames = { sent: 0, acknowledged: 0 };
  /** For frames of this connection, from its first sync on: how many edits they and the frames before them carry. */
  #marks: { readonly frame: number; readonly edits: number }[] = [];
  #made = 0;
  #acknowledged = 0;
  #closedWith: number | null = null;

  constructor({ url, cookie }: Visitor, { round, question }: DocumentAddress) {
    this.#provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync/${round}`, question, this.doc, {
      disableBc: true,
      WebSocketPolyfill: countingSocket(plainSocket({ cookie }), this.#frames),
      maxBackoffTime: 100,
    });
    this.#provider.messageHandlers[messageTypes.acknowledgement] = (_encoder, decoder) => {
      this.#frames.acknowledged = readVarUint(decoder);
      this.#settle();
    };
    // Everybody here may write; a message without a handler would be printed.
    for (const type of [messageTypes.access, messageTypes.epoch, messageTypes.trouble]) this.#provider.messageHandlers[type] = () => {};
    this.#provider.on('sync', (isSynced) => {
      // The reply to the server went out before, and with it whatever was edited without a connection.
      this.#marks = isSynced ? [this.#mark()] : [];
      this.#settle();
    });
    this.#provider.on('closed', ({ code }: { code: number }) => {
      this.#closedWith = code;
    });
  }

  /** Edits made here so far. */
  get made(): number {
    return this.#made;
  }

  /** Of the edits made here, in their order, how many this person was told are saved. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  get isConnected(): boolean {
    return this.#provider.wsconnected;
  }

  /** One edit, sent at once where there is a connection. */
  edit(change: () => void): void {
    this.doc.transact(change, this);
    this.#made += 1;
    if (this.#provider.synced) this.#marks.push(this.#mark());
  }

  /** Resolves when the document is here. */
  async isOpen(): Promise<this> {
    await eventually(() => {
      this.#assertNotClosed();
      if (!this.#provider.synced) throw new Error('the document is not open yet');
    });
    return this;
  }

  /** Resolves when every edit made here is acknowledged on the present connection. */
  async saved(withinMs?: number): Promise<void> {
    await eventually(() => {
      this.#assertNotClosed();
      if (!this.#provider.synced || this.#marks.length > 0) throw new Error(`${this.#acknowledged} of ${this.#made} edits are saved`);
    }, withinMs);
  }

  /** Goes away, with what it has. */
  leaves(): void {
    this.#provider.disconnect();
  }

  returns(): void {
    this.#provider.connect();
  }

  [Symbol.dispose](): void {
    this.#provider.destroy();
    this.doc.destroy();
  }

  #mark() {
    return { frame: this.#frames.sent, edits: this.#made };
  }

  #settle(): void {
    const isCommitted = ({ frame }: { frame: number }) => frame <= this.#frames.acknowledged;
    for (const { edits } of this.#marks.filter(isCommitted)) this.#acknowledged = Math.max(this.#acknowledged, edits);
    this.#marks = this.#marks.filter((mark) => !isCommitted(mark));
  }

  #assertNotClosed(): void {
    if (this.#closedWith !== null) throw new Error(`the server closed the document with ${this.#closedWith}`);
  }
}
