// One link on the server (SPEC.md K rules): its channels by number, what is wrong with the link as a whole, and its end. What carries
// it is a socket like any other; what a channel says is the engine's business.
import { type Clock, closeCodes, every, MalformedMessageError, type Socket } from '@chancery/sync';
import { type ChannelNumber, type ClientFrame, readClientFrame, type ServerFrame, writeFrame } from '@chancery/sync/link';
import { TokenBucket } from '@chancery/sync/token-bucket';
import type { Logger } from 'pino';
import { admit, type Admitting, type VisitorHeaders } from '../admission.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { withBudget } from '../open-sockets.ts';
import { Channel } from './channel.ts';
import { newLinkId } from './link-forwarder.ts';

/** What a link needs. */
export interface Linking extends Admitting {
  readonly clock: Clock;
  readonly log: Logger;
  /** Id of this server, which the id of a link names. */
  readonly serverId: string;
}

export interface LinkLimits {
  /** Channels at a time, those included that the client has not heard to be closed. */
  readonly channels: number;
  readonly opensPerSecond: number;
  readonly openBurst: number;
  /** Sent and not yet gone, of all channels together; the engine closes single channels before that. */
  readonly bufferedBytes: number;
  /** Both sides say something at least this often. */
  readonly stillHereEveryMs: number;
  /** A client that has said nothing for this long is gone. */
  readonly silentMs: number;
}

const defaultLimits: LinkLimits = {
  channels: 100,
  opensPerSecond: 20,
  openBurst: 100,
  bufferedBytes: 24 * 1024 * 1024,
  stillHereEveryMs: 15_000,
  silentMs: 60_000,
};

/** Links that one sign-in may have at a time: one for each window. */
const maxLinks = 100;

/** A link of this sign-in on the socket; null when the socket was closed instead. */
export function beginLink(socket: Socket, { signIn, person }: SignedIn, headers: VisitorHeaders, context: Linking): Link | null {
  // Counted where it is added: a burst of them is let in at the same time.
  if (context.openSockets.countLinks(signIn) >= maxLinks) {
    socket.close(closeCodes.tooFast, 'This site is open in too many windows. Close some of them.');
    return null;
  }
  const link = new Link(withBudget(socket, person.id, context.openSockets), headers, context);
  const registration = context.openSockets.add({ kind: 'link', signIn, person: person.id, socket: link, member: null });
  link.onLeft(() => registration[Symbol.dispose]());
  link.begin();
  return link;
}

export class Link implements Socket {
  /** Cannot be guessed, and names the server. */
  readonly id: string;
  readonly #socket: Socket;
  readonly #headers: VisitorHeaders;
  readonly #context: Linking;
  readonly #limits: LinkLimits;
  readonly #channels = new Map<ChannelNumber, Channel>();
  readonly #opens: TokenBucket;
  readonly #owned = new DisposableStack();
  #latest: ChannelNumber = 0;
  #heardAt: number;

  constructor(socket: Socket, headers: VisitorHeaders, context: Linking, limits: Partial<LinkLimits> = {}) {
    this.id = newLinkId(context.serverId);
    this.#socket = socket;
    this.#headers = headers;
    this.#context = context;
    this.#limits = { ...defaultLimits, ...limits };
    this.#heardAt = context.clock.now();
    this.#opens = new TokenBucket({ perSecond: this.#limits.opensPerSecond, burst: this.#limits.openBurst }, this.#heardAt);
  }

  /** Runs `action` once the link is over. */
  onLeft(action: () => void): void {
    this.#owned.defer(action);
  }

  /** Says hello. */
  begin(): void {
    this.#write({ kind: 'welcome', link: this.id });
    this.#owned.use(every(this.#context.clock, this.#limits.stillHereEveryMs, () => this.#keepAlive()));
  }

  /** Takes one frame of the client; whatever it is, nothing is thrown. */
  receive(bytes: Uint8Array): void {
    if (this.#isOver) return;
    this.#heardAt = this.#context.clock.now();
    try {
      this.#take(readClientFrame(bytes));
    } catch (cause) {
      if (cause instanceof MalformedMessageError) return this.close(closeCodes.malformedMessage, cause.message);
      this.#context.log.error({ event: 'link-failed', err: cause });
      this.close(closeCodes.failed, 'The server met a bug.');
    }
  }

  /** Sends one frame. */
  send(frame: Uint8Array): void {
    if (this.#isOver) return;
    if (this.bufferedBytes > this.#limits.bufferedBytes) return this.close(closeCodes.tooSlow, 'The client does not read.');
    this.#socket.send(frame);
  }

  close(code: number, reason: string): void {
    if (this.#isOver) return;
    this.#socket.close(code, reason);
    this.left();
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedBytes;
  }

  /** What carried the link is gone. */
  left(): void {
    if (this.#isOver) return;
    this.#owned.dispose();
    for (const channel of this.#channels.values()) channel.left();
    this.#channels.clear();
  }

  get #isOver(): boolean {
    return this.#owned.disposed;
  }

  #take(frame: ClientFrame): void {
    switch (frame.kind) {
      case 'open':
        return this.#open(frame.channel, frame.path);
      case 'data':
        return this.#channel(frame.channel)?.receive(frame.message);
      case 'close':
        return this.#channel(frame.channel)?.left();
      case 'still-here':
        return;
    }
  }

  #open(number: ChannelNumber, path: string): void {
    if (number <= this.#latest) throw new MalformedMessageError('a channel of a number that was used before');
    this.#latest = number;
    const tooMany = this.#channels.size >= this.#limits.channels;
    if (tooMany || !this.#opens.take(this.#heardAt)) {
      const code = tooMany ? closeCodes.tooFast : closeCodes.tryAgainLater;
      return this.#write({ kind: 'closed', channel: number, code, reason: 'Too many answers are open. Close some of them.' });
    }
    const channel = new Channel({
      context: this.#context,
      write: (content) => this.#write({ ...content, channel: number }),
      bufferedBytes: () => this.bufferedBytes,
      forget: () => this.#channels.delete(number),
    });
    this.#channels.set(number, channel);
    admit(path, this.#headers, this.#context).then(
      (admission) => channel.decided(admission),
      (cause: unknown) => {
        this.#context.log.error({ event: 'admission-failed', err: cause });
        channel.close(closeCodes.failed, 'The server met a bug.');
      },
    );
  }

  /** Undefined for a channel that is over: what was on its way to it is of no use. */
  #channel(number: ChannelNumber): Channel | undefined {
    if (number > this.#latest) throw new MalformedMessageError('a channel that was never opened');
    return this.#channels.get(number);
  }

  #write(frame: ServerFrame): void {
    this.send(writeFrame(frame));
  }

  #keepAlive(): void {
    const silentForMs = this.#context.clock.now() - this.#heardAt;
    if (silentForMs > this.#limits.silentMs) this.close(closeCodes.tooSlow, 'The client says nothing.');
    else this.#write({ kind: 'still-here' });
  }
}
