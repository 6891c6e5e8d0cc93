// The one link of a tab (SPEC K): when it is opened, over what, and when it ends. Any number of documents are channels on it, each of which
// believes that it is a socket of its own.
import { closeCodes } from '@chancery/sync/close-codes';
import { type ClientFrame, maxFrameBytes, readServerFrame, type ServerFrame, writeFrame } from '@chancery/sync/link';
import type { Clock } from '@chancery/sync/ports';
import { type ChannelListener, TabChannel } from './tab-channel.ts';
import { ReconnectPause } from './reconnect-pause.ts';
import { broken, type OpenTransport, type Transport } from './transport.ts';
import type { TransportChoice, TransportName } from './transport-choice.ts';

export interface TabLinkParts {
  readonly transports: Readonly<Record<TransportName, OpenTransport>>;
  readonly choice: TransportChoice;
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/** How long a transport may take until the server's welcome is here. */
const openWithinMs: Readonly<Record<TransportName, number>> = { socket: 5_000, http: 10_000 };
/** The server says something every 15 s. Under the 30 s after which y-websocket gives up by itself. */
const silentMs = 25_000;
/** After the last document is closed another one is often opened. */
const lingerMs = 1_000;
/** A longer message would not fit into a frame with its head, and would end the link of all documents. */
const maxMessageBytes = maxFrameBytes - 32;

type LinkState =
  | { readonly status: 'idle' }
  | { readonly status: 'pausing'; readonly timer: Disposable }
  | {
      readonly status: 'opening';
      readonly way: TransportName;
      readonly transport: Transport;
      readonly timer: Disposable;
      readonly isSecondTry: boolean;
    }
  | {
      readonly status: 'open';
      readonly way: TransportName;
      readonly transport: Transport;
      readonly since: number;
      heardAt: number;
      timer: Disposable;
    };

const ourCodes: ReadonlySet<number> = new Set(Object.values(closeCodes));

export class TabLink {
  readonly #parts: TabLinkParts;
  readonly #pause: ReconnectPause;
  readonly #channels = new Set<TabChannel>();
  #state: LinkState = { status: 'idle' };
  #lingering: Disposable | null = null;
  #latest = 0;

  constructor(parts: TabLinkParts) {
    this.#parts = parts;
    this.#pause = new ReconnectPause(parts.clock, parts.random);
  }

  /** Opens a channel to the document at `path`, with its query. Nothing is reported before this has returned. */
  open(path: string, listener: ChannelListener): TabChannel {
    const channel = new TabChannel(path, listener, {
      send: (message) => this.#send(channel, message),
      close: () => this.#close(channel),
    });
    this.#channels.add(channel);
    this.#lingering?.[Symbol.dispose]();
    if (this.#state.status === 'idle') this.#connect();
    if (this.#state.status === 'open') queueMicrotask(() => this.#begin(channel));
    return channel;
  }

  /** Gives up the transport, if there is one: a browser that lost its network tells its sockets much later. */
  drop(): void {
    if (this.#state.status === 'open' || this.#state.status === 'opening') this.#end(broken, '');
  }

  /** The network is said to be back: what waits to reconnect waits no longer than after a first failure. */
  hurry(): void {
    this.#pause.startAgain();
    if (this.#state.status !== 'pausing') return;
    this.#state.timer[Symbol.dispose]();
    this.#connect();
  }

  #connect(): void {
    const timer = this.#parts.clock.after(this.#pause.leftMs, () => {
      this.#state = { status: 'idle' };
      if (this.#channels.size > 0) this.#try(this.#parts.choice.first, false);
    });
    this.#state = { status: 'pausing', timer };
  }

  #try(way: TransportName, isSecondTry: boolean): void {
    const transport = this.#parts.transports[way]({
      received: (frame) => this.#hear(frame),
      closed: (code, reason) => this.#broke(code, reason),
    });
    const timer = this.#parts.clock.after(openWithinMs[way], () => this.#broke(broken, ''));
    this.#state = { status: 'opening', way, transport, timer, isSecondTry };
  }

  #hear(bytes: Uint8Array): void {
    if (this.#state.status === 'open') this.#state.heardAt = this.#parts.clock.now();
    let frame: ServerFrame;
    try {
      frame = readServerFrame(bytes);
    } catch {
      return this.#end(broken, ''); // no server of ours speaks like this: something stands in between
    }
    this.#take(frame);
  }

  #take(frame: ServerFrame): void {
    switch (frame.kind) {
      case 'welcome':
        return this.#welcomed();
      case 'data':
        return this.#find(frame.channel)?.listener.received(frame.message);
      case 'closed':
        return this.#closed(frame.channel, frame.code, frame.reason);
      case 'still-here':
        return this.#write({ kind: 'still-here' });
      case 'ended':
        return this.#end(frame.code, frame.reason);
    }
  }

  #welcomed(): void {
    const state = this.#state;
    if (state.status !== 'opening') return;
    state.timer[Symbol.dispose]();
    if (state.isSecondTry) this.#parts.choice.socketIsBlocked();
    const now = this.#parts.clock.now();
    this.#state = { status: 'open', way: state.way, transport: state.transport, since: now, heardAt: now, timer: this.#watch(silentMs) };
    this.#latest = 0;
    for (const channel of this.#channels) this.#begin(channel);
    this.#lingerIfUnused();
  }

  /** Ends the link when it has been silent; looks again otherwise. */
  #watch(inMs: number): Disposable {
    const { clock } = this.#parts;
    return clock.after(inMs, () => {
      if (this.#state.status !== 'open') return;
      const silentForMs = clock.now() - this.#state.heardAt;
      if (silentForMs >= silentMs) this.#end(broken, '');
      else this.#state.timer = this.#watch(silentMs - silentForMs);
    });
  }

  #begin(channel: TabChannel): void {
    if (this.#state.status !== 'open' || channel.number !== null || !this.#channels.has(channel)) return;
    this.#latest += 1;
    channel.number = this.#latest;
    this.#write({ kind: 'open', channel: this.#latest, path: channel.path });
    // The server decides meanwhile; what is sent to it waits there (K6).
    channel.listener.opened();
  }

  #send(channel: TabChannel, message: Uint8Array): void {
    const { number } = channel;
    if (number === null || !this.#channels.has(channel)) return;
    if (message.length <= maxMessageBytes) this.#write({ kind: 'data', channel: number, message });
    else queueMicrotask(() => this.#closed(number, closeCodes.tooLarge, 'The message is too large.'));
  }

  /** The server has closed a channel, or it cannot go on. */
  #closed(number: number, code: number, reason: string): void {
    const channel = this.#find(number);
    if (channel === undefined) return;
    this.#close(channel);
    channel.listener.closed(code, reason);
  }

  #close(channel: TabChannel): void {
    if (!this.#channels.delete(channel)) return;
    if (channel.number !== null) this.#write({ kind: 'close', channel: channel.number });
    this.#lingerIfUnused();
  }

  #lingerIfUnused(): void {
    if (this.#channels.size > 0 || (this.#state.status !== 'open' && this.#state.status !== 'opening')) return;
    this.#lingering?.[Symbol.dispose]();
    this.#lingering = this.#parts.clock.after(lingerMs, () => {
      if (this.#channels.size === 0) this.#giveUp();
    });
  }

  /** The transport is gone, or does not open. */
  #broke(code: number, reason: string): void {
    const state = this.#state;
    const { choice, clock } = this.#parts;
    // Before the welcome any other code is of something in between: a middlebox may take the socket and close it politely.
    if (state.status === 'opening' && !ourCodes.has(code)) {
      if (state.way === 'http') choice.httpFailed();
      else {
        this.#giveUp();
        return this.#try('http', true);
      }
    }
    if (state.status === 'open' && state.way === 'socket' && code === broken) choice.socketBroke(clock.now() - state.since);
    this.#end(code, reason);
  }

  /** K12: all channels end with the link, and nothing is resumed. */
  #end(code: number, reason: string): void {
    this.#pause.linkEnded(this.#state.status === 'open' ? this.#parts.clock.now() - this.#state.since : 0);
    this.#giveUp();
    const ended = [...this.#channels];
    this.#channels.clear();
    for (const channel of ended) channel.listener.closed(code, reason);
  }

  #giveUp(): void {
    if (this.#state.status !== 'idle') this.#state.timer[Symbol.dispose]();
    if (this.#state.status === 'open' || this.#state.status === 'opening') this.#state.transport.close();
    this.#state = { status: 'idle' };
  }

  #write(frame: ClientFrame): void {
    if (this.#state.status === 'open') this.#state.transport.send(writeFrame(frame));
  }

  #find(number: number): TabChannel | undefined {
    for (const channel of this.#channels) if (channel.number === number) return channel;
    return undefined;
  }
}
