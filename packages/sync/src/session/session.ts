// A session: one connection to one document, its limits, its acknowledgements and its end. What its messages mean is the room's business.
// Only this file changes the state.
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { MalformedMessageError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Access, ClientVersion, Member } from '../member.ts';
import type { Author, Clock, RefusalReason, Socket } from '../ports.ts';
import { type ClientMessage, type ContentMessage, readClientMessage } from '../wire/client-message.ts';
import { type ServerMessage, writeServerMessage } from '../wire/server-message.ts';
import { Acknowledgements, type Progress } from './acknowledgements.ts';
import { Allowances } from './allowances.ts';
import { FirstReply } from './first-reply.ts';
import { Right } from './right.ts';
import { closed, listening, live, type Older, type SessionState, stateAfter } from './session-state.ts';

/** One connection to one document, as the server's socket code holds it. */
export interface Session {
  /** Takes one message of the client; whatever it is, nothing is thrown. */
  receive(bytes: Uint8Array): void;
  /** The socket is closed. */
  left(): void;
}

/** The room as a session sees it. */
export interface Host {
  readonly limits: Limits;
  readonly clock: Clock;
  /** Takes a content frame; null while it waits to enter, or was refused. Throws MalformedMessageError. */
  take(session: RoomSession, content: ContentMessage): Progress | null;
  /** Throws MalformedMessageError for a message that cannot be what it says. */
  handle(session: RoomSession, message: Exclude<ClientMessage, ContentMessage>): void;
  /** Content that came after the session was closed for its content. */
  takeLate(session: RoomSession, update: Uint8Array): void;
  leave(session: RoomSession): void;
  /** The engine has closed it. */
  closed(code: CloseCode): void;
  alarm(cause: unknown): void;
}

export interface Connection {
  readonly socket: Socket;
  readonly member: Member;
  readonly access: Access;
  readonly version: ClientVersion;
}

export class RoomSession implements Session {
  readonly member: Member;
  readonly version: ClientVersion;
  readonly right: Right;
  readonly firstReply = new FirstReply();
  private state: SessionState = { status: 'waiting', inbox: [], bytes: 0 };
  private client: number | null = null;
  private readonly socket: Socket;
  private readonly host: Host;
  private readonly allowances: Allowances;
  private readonly acknowledgements = new Acknowledgements();
  private sentAt: number;
  private handedOverBytes = 0;

  constructor({ socket, member, access, version }: Connection, host: Host) {
    this.socket = socket;
    this.member = member;
    this.version = version;
    this.right = new Right(access);
    this.host = host;
    this.sentAt = host.clock.now();
    this.allowances = new Allowances(host.limits, this.sentAt);
  }

  get author(): Author {
    return this.member.author;
  }

  get access(): Access {
    return this.right.access;
  }

  /** Not null for a client that may only hand over what it holds, also after its end. */
  get older(): Older | null {
    return this.state.status === 'handing-over' || this.state.status === 'refused' ? this.state.why : null;
  }

  /** Why the session may not write, where it may not. */
  get refusalReason(): RefusalReason {
    return this.older ?? this.right.whyNotWrite;
  }

  /** The one client id that it speaks for in awareness; null before it has introduced one. */
  get awarenessClient(): number | null {
    return this.client;
  }

  get unacknowledged(): { readonly frames: number; readonly bytes: number } {
    return this.acknowledgements.waiting;
  }

  get isLive(): boolean {
    return this.state.status === 'live';
  }

  get isListening(): boolean {
    return this.state.status === 'live' && this.state.isListening;
  }

  /** True while its client is there to hear something. */
  get isOpen(): boolean {
    return this.state.status === 'live' || this.state.status === 'handing-over';
  }

  receive(bytes: Uint8Array): void {
    if (this.state.status === 'closed') return;
    if (bytes.length > this.host.limits.messageBytes) return this.close(closeCodes.tooLarge, 'the message is too large');
    const exceeded = this.allowances.takeMessage(this.host.clock.now(), bytes.length);
    if (exceeded !== null) return this.close(closeCodes.tooFast, `too many ${exceeded} in too short a time`);
    if (this.state.status === 'waiting') this.keepForLater(this.state, bytes);
    else this.read(bytes);
  }

  left(): void {
    if (this.state.status === 'closed') return;
    this.end(closed);
    this.host.leave(this);
  }

  /** The room is loaded: greets the client, then handles what has arrived meanwhile. */
  admit(greeting: readonly ServerMessage[]): void {
    this.enter(live, greeting);
  }

  /** As `admit`, for a client that may only hand over what it holds, and is closed with `ending` when it has not within `withinMs`. */
  admitToHandOver(why: Older, greeting: readonly ServerMessage[], ending: readonly [CloseCode, string], withinMs: number): void {
    if (this.state.status !== 'waiting') return;
    const patience = this.host.clock.after(withinMs, () => this.close(...ending));
    this.enter({ status: 'handing-over', why, patience }, greeting);
  }

  /** Replies to the client's sync step 1; from now on it listens. */
  reply(update: Uint8Array): void {
    this.tell({ type: 'sync-step-2', update });
    if (this.state.status === 'live') this.state = listening;
  }

  /** Changes what the session may do, and tells its client; `reason` is reported with what it still writes. */
  grant(access: Access, reason: 'right-lost' | 'frozen' = 'right-lost'): void {
    if (this.right.change(access, reason) && this.isOpen) this.tell({ type: 'access', access });
  }

  /** From now on it speaks for that client id. */
  introduce(client: number): void {
    this.client = client;
  }

  /** Gives the content frames received so far their place in the room's order, and acknowledges what is committed, unless one still waits for the reply. */
  place(progress: Progress): void {
    if (this.firstReply.isAwaited) return;
    this.acknowledgements.mark(progress.accepted);
    this.acknowledge(progress);
  }

  /** Tells the client what is committed, if that is news. */
  acknowledge({ committed }: Progress): void {
    const frames = this.acknowledgements.committed(committed);
    if (frames !== null) this.tell({ type: 'acknowledgement', frames });
  }

  tell(message: ServerMessage): void {
    if (this.isOpen) this.send(writeServerMessage(message));
  }

  /** Sends the bytes of a message that several sessions get. */
  send(message: Uint8Array): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedBytes > this.host.limits.bufferedBytes) return this.close(closeCodes.tooSlow, 'the client does not read');
    try {
      this.socket.send(message);
      this.sentAt = this.host.clock.now();
    } catch (cause) {
      this.host.alarm(cause);
      this.close(closeCodes.failed, 'the message could not be sent');
    }
  }

  /** W5: sends `message` when the client has heard nothing for too long. */
  keepAlive(message: Uint8Array): void {
    if (this.host.clock.now() - this.sentAt >= this.host.limits.heartbeatMs) this.send(message);
  }

  /** Counts content that was not sent as an edit, or came too late; false when the session has handed over more than it may. */
  countHandedOver(byteLength: number): boolean {
    this.handedOverBytes += byteLength;
    return this.handedOverBytes <= this.host.limits.unacknowledgedBytes;
  }

  close(code: CloseCode, reason: string): void {
    if (this.state.status === 'refused' || this.state.status === 'closed') return;
    this.end(stateAfter(code, this.older));
    try {
      this.socket.close(code, reason);
    } catch (cause) {
      this.host.alarm(cause);
    }
    this.host.closed(code);
    this.host.leave(this);
  }

  private enter(state: SessionState, greeting: readonly ServerMessage[]): void {
    if (this.state.status !== 'waiting') return;
    const { inbox } = this.state;
    this.state = state;
    this.tell({ type: 'access', access: this.access });
    for (const message of greeting) this.tell(message);
    for (const message of inbox) if (this.isOpen) this.read(message);
  }

  private end(state: SessionState): void {
    if (this.state.status === 'handing-over') this.state.patience[Symbol.dispose]();
    this.state = state;
  }

  private keepForLater(waiting: Extract<SessionState, { status: 'waiting' }>, bytes: Uint8Array): void {
    waiting.inbox.push(bytes);
    waiting.bytes += bytes.length;
    if (waiting.bytes > this.host.limits.waitingBytes) this.close(closeCodes.tooLarge, 'too many messages before the document is loaded');
  }

  private read(bytes: Uint8Array): void {
    try {
      const message = readClientMessage(bytes);
      if (message.type === 'sync-step-1' && !this.allowances.takeStep(this.host.clock.now()))
        return this.close(closeCodes.tooFast, 'too many requests for the whole text');
      if (message.type === 'content') this.take(message);
      else if (this.isOpen) this.host.handle(this, message);
    } catch (cause) {
      if (cause instanceof MalformedMessageError) return this.close(closeCodes.malformedMessage, cause.message);
      this.host.alarm(cause);
      this.close(closeCodes.failed, 'the server met a bug');
    }
  }

  private take(content: ContentMessage): void {
    const byteLength = content.update.length;
    if (!this.isOpen) {
      if (this.countHandedOver(byteLength)) this.host.takeLate(this, content.update);
      else this.state = closed;
      return;
    }
    if (this.acknowledgements.receive(byteLength) > this.host.limits.unacknowledgedBytes)
      return this.close(closeCodes.tooLarge, 'too much content awaits its commit');
    const progress = this.host.take(this, content);
    if (progress !== null) this.place(progress);
  }
}
