// One channel of a link on the server: from the client's frame that opens a document until both sides know that it is over.
import { type Clock, closeCodes, type Session, type Socket } from '@chancery/sync';
import { type Admission, type Admitting, begin } from '../admission.ts';

/** Of messages that arrive before it is decided whether the client may open the document; the engine bounds what comes later. */
const maxWaitingBytes = 4 * 1024 * 1024;
const maxWaiting = 200;
/** A client that does not say that it has heard the end is not waited for. */
const farewellMs = 30_000;

/** What the channel needs of its link. */
export interface ChannelLine {
  readonly context: Admitting & { readonly clock: Clock };
  write(frame: { kind: 'data'; message: Uint8Array } | { kind: 'closed'; code: number; reason: string }): void;
  bufferedBytes(): number;
  /** The channel is over on both sides. */
  forget(): void;
}

type ChannelState =
  | { readonly status: 'asking'; readonly waiting: Uint8Array[]; bytes: number }
  | { readonly status: 'open'; readonly session: Session }
  /** The client is told; what it had sent before it knew still arrives (X3). */
  | { readonly status: 'closing'; readonly session: Session | null; readonly farewell: Disposable }
  | { readonly status: 'over' };

export class Channel implements Socket {
  readonly #line: ChannelLine;
  #state: ChannelState = { status: 'asking', waiting: [], bytes: 0 };

  constructor(line: ChannelLine) {
    this.#line = line;
  }

  get bufferedBytes(): number {
    return this.#line.bufferedBytes();
  }

  send(message: Uint8Array): void {
    const { status } = this.#state;
    if (status === 'asking' || status === 'open') this.#line.write({ kind: 'data', message });
  }

  /** Ends the channel from this side. */
  close(code: number, reason: string): void {
    const state = this.#state;
    if (state.status === 'closing' || state.status === 'over') return;
    const farewell = this.#line.context.clock.after(farewellMs, () => this.left());
    this.#state = { status: 'closing', session: state.status === 'open' ? state.session : null, farewell };
    this.#line.write({ kind: 'closed', code, reason });
  }

  /** Takes one message of the client. */
  receive(message: Uint8Array): void {
    const state = this.#state;
    if (state.status === 'asking') return this.#keepForLater(state, message);
    if (state.status !== 'over') state.session?.receive(message);
  }

  /** It is known whether the client may open the document. */
  decided(admission: Admission): void {
    const asking = this.#state;
    if (asking.status !== 'asking') return;
    const session = begin(this, 'channel', admission, this.#line.context);
    if (session === null) return;
    // The engine may have closed it at once.
    const now = this.#state;
    if (now.status === 'over') return session.left();
    this.#state = now.status === 'closing' ? { ...now, session } : { status: 'open', session };
    for (const message of asking.waiting) session.receive(message);
  }

  /** The client is done with the channel, or the link is over. */
  left(): void {
    const state = this.#state;
    if (state.status === 'over') return;
    this.#state = { status: 'over' };
    if (state.status === 'closing') state.farewell[Symbol.dispose]();
    if (state.status !== 'asking') state.session?.left();
    this.#line.forget();
  }

  #keepForLater(state: Extract<ChannelState, { status: 'asking' }>, message: Uint8Array): void {
    state.waiting.push(message);
    state.bytes += message.length;
    if (state.bytes > maxWaitingBytes || state.waiting.length > maxWaiting)
      this.close(closeCodes.tooLarge, 'Too many messages before the answer is open.');
  }
}
