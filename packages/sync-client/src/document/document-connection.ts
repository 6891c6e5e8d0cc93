// The connection to one document: its Yjs document, y-websocket's provider unmodified, and the truth about whether what was typed is saved.
import { messageTypes } from '@chancery/sync/close-codes';
import type { Clock } from '@chancery/sync/ports';
import { readVarString, readVarUint } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type AnswerAccess, type ConnectionState, endingOf, type Saving } from './connection-state.ts';
import { countingSocket } from './counting-socket.ts';
import { SaveLedger } from './save-ledger.ts';

export interface DocumentAddress {
  /** `wss://host/sync/{round}`, without the question. */
  readonly server: string;
  readonly question: string;
  readonly schemaVersion: number;
}

/** What carries documents. */
export interface Carrier {
  /** The class of the sockets: channels of a link, or plain ones. */
  readonly Socket: typeof WebSocket;
  readonly clock: Clock;
  /** The longest pause of a document that has lost its connection, in milliseconds; y-websocket's own 2,500 unless told otherwise. */
  readonly maxPauseMs?: number;
}

/** What the server has said on this connection. */
interface Told {
  /** Null until it has said so: nothing may be typed before. */
  readonly access: AnswerAccess | null;
  readonly isLogFailing: boolean;
}

const nothingTold: Told = { access: null, isLogFailing: false };

export class DocumentConnection implements Disposable {
  readonly document = new Y.Doc();
  readonly #provider: WebsocketProvider;
  readonly #clock: Clock;
  readonly #ledger: SaveLedger;
  readonly #listeners = new Set<() => void>();
  #told = nothingTold;
  #lastAccess: AnswerAccess | null = null;
  #hasFailed = false;
  #late: Disposable | null = null;
  #state: ConnectionState = { status: 'connecting' };

  constructor({ server, question, schemaVersion }: DocumentAddress, { Socket, clock, maxPauseMs }: Carrier) {
    this.#clock = clock;
    this.#ledger = new SaveLedger(() => clock.now());
    this.#provider = new WebsocketProvider(server, encodeURIComponent(question), this.document, {
      disableBc: true, // it would carry edits past the server and its rights
      params: { schema: String(schemaVersion) },
      WebSocketPolyfill: countingSocket(Socket, {
        opened: () => this.#ledger.connectionStarted(),
        contentSent: (frame) => this.#change(() => this.#ledger.frameSent(frame)),
      }),
      ...(maxPauseMs === undefined ? {} : { maxBackoffTime: maxPauseMs }),
    });
    this.#hearMessages();
    this.#followProvider();
    this.#followEdits();
  }

  /** Who else is here, and where their carets are. */
  get awareness(): WebsocketProvider['awareness'] {
    return this.#provider.awareness;
  }

  /** Edits made here, and how many of them, in their order, are committed. */
  get edits(): { readonly made: number; readonly saved: number } {
    return { made: this.#ledger.made, saved: this.#ledger.saved };
  }

  /** Listens to the state; returns how to stop. Bound, as React's external stores need it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The state as it stands: the same object until it changes. */
  readonly current = (): ConnectionState => this.#state;

  /** Hands over an update that is no edit: the server keeps it as a proposal (SPEC W11). Must be open. */
  handOver(update: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.proposal);
    encoding.writeVarUint8Array(encoder, update);
    this.#provider.ws?.send(encoding.toUint8Array(encoder));
  }

  [Symbol.dispose](): void {
    this.#late?.[Symbol.dispose]();
    this.#listeners.clear();
    this.#provider.destroy();
    this.document.destroy();
  }

  #hearMessages(): void {
    const provider = this.#provider;
    provider.messageHandlers[messageTypes.acknowledgement] = (_encoder, decoder) => {
      const frames = readVarUint(decoder);
      this.#change(() => this.#ledger.acknowledged(frames));
    };
    provider.messageHandlers[messageTypes.access] = (_encoder, decoder) => {
      const access: AnswerAccess = readVarString(decoder) === 'write' ? 'write' : 'read';
      this.#change(() => {
        this.#told = { ...this.#told, access };
        this.#lastAccess = access;
      });
    };
    provider.messageHandlers[messageTypes.epoch] = (_encoder, decoder) => {
      provider.params = { ...provider.params, epoch: String(readVarUint(decoder)) }; // read again when it connects again
    };
    provider.messageHandlers[messageTypes.trouble] = (_encoder, decoder) => {
      const isLogFailing = readVarUint(decoder) === 1;
      this.#change(() => {
        this.#told = { ...this.#told, isLogFailing };
      });
    };
  }

  #followProvider(): void {
    const provider = this.#provider;
    provider.on('sync', () => this.#change());
    provider.on('status', () => this.#change());
    provider.on('connection-close', () =>
      this.#change(() => {
        this.#told = nothingTold;
        this.#hasFailed = true;
      }),
    );
    provider.on('closed', ({ code }) => this.#become({ status: 'ended', ending: endingOf(code), code }));
  }

  /** Registered after the provider's own listener: what it could send has been counted by then. */
  #followEdits(): void {
    const provider = this.#provider;
    this.document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      const { ws } = provider;
      this.#change(() => this.#ledger.edited(provider.wsconnected && ws !== null && ws.readyState === ws.OPEN));
    });
  }

  #change(apply: () => void = () => {}): void {
    apply();
    if (this.#state.status === 'ended') return;
    this.#become(this.#derive());
    this.#late?.[Symbol.dispose]();
    const { lateIn } = this.#ledger;
    this.#late = lateIn === null || lateIn === 0 ? null : this.#clock.after(lateIn, () => this.#change());
  }

  #derive(): ConnectionState {
    const { wsconnected, synced } = this.#provider;
    const { access } = this.#told;
    if (wsconnected && synced && access !== null) return { status: 'open', access, saving: this.#saving(access) };
    if (!this.#hasFailed) return { status: 'connecting' };
    return { status: 'offline', access: this.#lastAccess, hasUnsavedEdits: !this.#ledger.isSaved };
  }

  /** Anyone who may write is told of a failing log before they type more into it. */
  #saving(access: AnswerAccess): Saving {
    const { isSaved, lateIn } = this.#ledger;
    if (this.#told.isLogFailing && (access === 'write' || !isSaved)) return 'failing';
    if (isSaved) return 'saved';
    return lateIn === 0 ? 'late' : 'saving';
  }

  #become(next: ConnectionState): void {
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
