// Owns one live answer document: its Yjs document, its provider, and the truth about whether what was typed is saved.
import { messageTypes } from '@chancery/sync/close-codes';
import { readVarString, readVarUint } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Access, type ConnectionState, endingOf, type Saving } from './connection-state.ts';
import { countingSocket } from './counting-socket.ts';
import { SaveLedger } from './save-ledger.ts';

export interface AnswerAddress {
  /** `wss://host/sync/{round}`, without the question. */
  readonly server: string;
  readonly question: string;
  readonly schemaVersion: number;
}

export class AnswerConnection implements Disposable {
  readonly document = new Y.Doc();
  readonly provider: WebsocketProvider;
  private readonly ledger = new SaveLedger();
  private readonly listeners = new Set<() => void>();
  private access: Access | null = null;
  private isAccessFresh = false;
  private hasFailed = false;
  private hasTyped = false;
  private isLogFailing = false;
  private late: ReturnType<typeof setTimeout> | undefined;
  private state: ConnectionState = { status: 'connecting' };

  /** `Socket`: the class that carries the document. */
  constructor(address: AnswerAddress, Socket: typeof WebSocket) {
    this.provider = new WebsocketProvider(address.server, encodeURIComponent(address.question), this.document, {
      disableBc: true, // it would carry edits past the server and its rights
      params: { schema: String(address.schemaVersion) },
      WebSocketPolyfill: countingSocket(Socket, {
        opened: () => this.ledger.connectionStarted(),
        contentSent: (frame) => this.change(() => this.ledger.frameSent(frame)),
      }),
    });
    this.listen();
  }

  /** Listens to the state; returns how to stop. Bound, as React's external stores need it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The state as it stands: the same object until it changes. */
  readonly current = (): ConnectionState => this.state;

  /** Gives an update to the server that is no edit: it keeps it as a proposal. Must be open. */
  handOver(update: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.proposal);
    encoding.writeVarUint8Array(encoder, update);
    this.provider.ws?.send(encoding.toUint8Array(encoder));
  }

  [Symbol.dispose](): void {
    clearTimeout(this.late);
    this.listeners.clear();
    this.provider.destroy();
    this.document.destroy();
  }

  private listen(): void {
    const { provider } = this;
    provider.messageHandlers[messageTypes.acknowledgement] = (_encoder, decoder) => {
      const frames = readVarUint(decoder);
      this.change(() => this.ledger.acknowledged(frames));
    };
    provider.messageHandlers[messageTypes.access] = (_encoder, decoder) => {
      const access: Access = readVarString(decoder) === 'write' ? 'write' : 'read';
      this.change(() => {
        this.access = access;
        this.isAccessFresh = true;
      });
    };
    provider.messageHandlers[messageTypes.epoch] = (_encoder, decoder) => {
      provider.params = { ...provider.params, epoch: String(readVarUint(decoder)) }; // read anew when it connects again
    };
    provider.messageHandlers[messageTypes.trouble] = (_encoder, decoder) => {
      const isFailing = readVarUint(decoder) === 1;
      this.change(() => {
        this.isLogFailing = isFailing;
      });
    };
    provider.on('sync', () => this.change(() => undefined));
    provider.on('connection-close', () =>
      this.change(() => {
        this.ledger.connectionLost();
        this.isAccessFresh = false;
        this.isLogFailing = false;
        this.hasFailed = true;
      }),
    );
    provider.on('status', () => this.change(() => undefined));
    provider.on('closed', ({ code }) => this.become({ status: 'ended', ending: endingOf(code) }));
    // Registered after the provider's own listener: what it could send has been counted by now.
    this.document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      this.hasTyped = true;
      if (provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN) this.change(() => undefined);
      else this.change(() => this.ledger.editedWithoutConnection());
    });
  }

  private change(apply: () => void): void {
    apply();
    if (this.state.status === 'ended') return;
    this.become(this.derive());
    clearTimeout(this.late);
    const { lateIn } = this.ledger;
    if (lateIn !== null && lateIn > 0) this.late = setTimeout(() => this.change(() => undefined), lateIn + 1);
  }

  private derive(): ConnectionState {
    const { access, provider } = this;
    if (provider.wsconnected && provider.synced && this.isAccessFresh && access !== null) {
      return { status: 'open', access, saving: this.saving(access) };
    }
    if (!this.hasFailed) return { status: 'connecting' };
    return { status: 'offline', access, hasUnsavedEdits: !this.isSaved };
  }

  /** Whoever may write is told of a failing log before they type more into it. */
  private saving(access: Access): Saving {
    const { isSaved } = this;
    if (this.isLogFailing && (access === 'write' || !isSaved)) return 'failing';
    if (isSaved) return 'saved';
    return this.ledger.lateIn === 0 ? 'late' : 'saving';
  }

  /** The frames that every connection begins with hold no word of somebody who has typed none. */
  private get isSaved(): boolean {
    return !this.hasTyped || this.ledger.isSaved;
  }

  private become(next: ConnectionState): void {
    if (JSON.stringify(next) === JSON.stringify(this.state)) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}
