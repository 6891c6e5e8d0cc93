// Owns one connection to one document: its limits, its acknowledgements, and its end. What its messages mean is the room's business.
import { Acknowledgements } from './acknowledgements.ts';
import { Allowances } from './allowances.ts';
import { type CloseCode, closeCodes, endingsWithContent } from '../close-codes.ts';
import { MalformedMessageError } from '../errors.ts';
import type { RefusalReason } from '../events.ts';
import type { Limits } from '../limits.ts';
import type { Access, ClientVersion, Member } from '../member.ts';
import { acknowledge, announceAccess, type ClientMessage, readMessage } from '../wire/message.ts';
import type { Author, Clock, Socket } from '../ports.ts';
import type { Writer } from '../log/uncommitted.ts';
import type { Speaker } from '../room/awareness.ts';

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
  /** Throws MalformedMessageError for a message that cannot be what it says. */
  handle(session: RoomSession, message: ClientMessage): void;
  /** Content that came after the session was closed for not being allowed to write. */
  handleLate(session: RoomSession, update: Uint8Array): void;
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

/** Why a client may only hand over what it holds. */
export type Older = Extract<RefusalReason, 'older-schema' | 'older-epoch' | 'right-lost'>;

/** `waiting`: for its room to be loaded. `refused`: closed for its content, while what the client had sent still arrives. */
type SessionState =
  | { readonly status: 'waiting'; readonly inbox: Uint8Array[]; bytes: number }
  | { readonly status: 'live' | 'refused' | 'closed' };

const nothing: readonly Uint8Array[] = [];
const live: SessionState = { status: 'live' };

export class RoomSession implements Session, Writer, Speaker {
  readonly member: Member;
  readonly version: ClientVersion;
  awarenessClient: number | null = null;
  /** Not null for a client that may only hand over what it holds, and is closed then. */
  older: Older | null = null;
  /** True once the client has delivered what the server lacked. */
  isSynced = false;
  /** True once the client has asked for the content: before that, updates would be of no use to it. */
  isListening = false;
  /** Content that came before the first reply and builds on what that reply will bring. */
  early: readonly Uint8Array[] = nothing;
  private granted: Access;
  private reason: RefusalReason;
  private state: SessionState = { status: 'waiting', inbox: [], bytes: 0 };
  private readonly socket: Socket;
  private readonly host: Host;
  private readonly allowances: Allowances;
  private readonly acknowledgements = new Acknowledgements();
  private sentAt: number;
  private handedOverBytes = 0;
  private patience: Disposable | null = null;
  private asked = 0;

  constructor({ socket, member, access, version }: Connection, host: Host) {
    this.socket = socket;
    this.member = member;
    this.version = version;
    this.granted = access;
    this.reason = access === 'write' ? 'right-lost' : 'reader';
    this.host = host;
    this.sentAt = host.clock.now();
    this.allowances = new Allowances(host.limits, this.sentAt);
  }

  get author(): Author {
    return this.member.author;
  }

  get access(): Access {
    return this.granted;
  }

  /** Why the session may not write, where it may not. */
  get refusalReason(): RefusalReason {
    return this.older ?? this.reason;
  }

  get unacknowledged(): { readonly frames: number; readonly bytes: number } {
    return this.acknowledgements.waiting;
  }

  get isLive(): boolean {
    return this.state.status === 'live';
  }

  get isOver(): boolean {
    return this.state.status === 'closed' || this.state.status === 'refused';
  }

  receive(bytes: Uint8Array): void {
    if (this.state.status === 'closed') return;
    if (bytes.length > this.host.limits.messageBytes) return this.close(closeCodes.tooLarge, 'the message is too large');
    const exceeded = this.allowances.takeMessage(this.host.clock.now(), bytes.length);
    if (exceeded !== null) return this.close(closeCodes.tooFast, `too many ${exceeded} in too short a time`);
    if (this.state.status === 'waiting') return this.keepForLater(bytes);
    this.handle(bytes);
  }

  left(): void {
    this.patience?.[Symbol.dispose]();
    if (this.state.status === 'closed') return;
    this.state = { status: 'closed' };
    this.host.leave(this);
  }

  /** The room is loaded: greets the client, then handles what has arrived meanwhile. */
  admit(greeting: readonly Uint8Array[]): void {
    if (this.state.status !== 'waiting') return;
    const { inbox } = this.state;
    this.state = live;
    this.send(announceAccess(this.granted));
    for (const message of greeting) this.send(message);
    for (const message of inbox) if (!this.isOver) this.handle(message);
  }

  /** Closes it so when it is not closed by then. */
  closeWithin(ms: number, code: CloseCode, reason: string): void {
    this.patience = this.host.clock.after(ms, () => this.close(code, reason));
  }

  /** Changes what the session may do, and tells its client; `reason` is reported with what it still writes. */
  grant(access: Access, reason: 'right-lost' | 'frozen' = 'right-lost'): void {
    if (access === this.granted) return;
    this.granted = access;
    this.reason = reason;
    if (this.isLive) this.send(announceAccess(access));
  }

  /** Begins to ask for this session's right; of several answers under way only that of the latest question counts. */
  askAgain(): number {
    this.asked += 1;
    return this.asked;
  }

  isLatest(asked: number): boolean {
    return this.asked === asked;
  }

  send(message: Uint8Array): void {
    if (!this.isLive) return;
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

  /** Counts a content frame; false when the session was closed for having too much unacknowledged. */
  countContent(byteLength: number): boolean {
    if (this.acknowledgements.receive(byteLength) <= this.host.limits.unacknowledgedBytes) return true;
    this.close(closeCodes.tooLarge, 'too much content awaits its commit');
    return false;
  }

  /** Every content frame received so far is covered by the room's updates up to `revision`. */
  markContent(revision: number): void {
    this.acknowledgements.mark(revision);
  }

  /** Counts content that was not sent as an edit, or came too late; false when the session has handed over more than it may. */
  countHandedOver(byteLength: number): boolean {
    this.handedOverBytes += byteLength;
    return this.handedOverBytes <= this.host.limits.unacknowledgedBytes;
  }

  /** Tells the client what is committed, if that is news. */
  acknowledgeUpTo(revision: number): void {
    const frames = this.acknowledgements.committed(revision);
    if (frames !== null) this.send(acknowledge(frames));
  }

  close(code: CloseCode, reason: string): void {
    if (this.isOver) return;
    this.patience?.[Symbol.dispose]();
    this.state = { status: endingsWithContent.has(code) ? 'refused' : 'closed' };
    try {
      this.socket.close(code, reason);
    } catch (cause) {
      this.host.alarm(cause);
    }
    this.host.closed(code);
    this.host.leave(this);
  }

  private keepForLater(bytes: Uint8Array): void {
    if (this.state.status !== 'waiting') return;
    this.state.inbox.push(bytes);
    this.state.bytes += bytes.length;
    if (this.state.bytes > this.host.limits.waitingBytes)
      this.close(closeCodes.tooLarge, 'too many messages before the document is loaded');
  }

  private handle(bytes: Uint8Array): void {
    try {
      const message = readMessage(bytes);
      if (message.type === 'sync-step-1' && !this.allowances.takeStep(this.host.clock.now()))
        return this.close(closeCodes.tooFast, 'too many requests for the whole text');
      if (this.isLive) this.host.handle(this, message);
      else if (message.type === 'content') this.handleLate(message.update);
    } catch (cause) {
      if (cause instanceof MalformedMessageError) return this.close(closeCodes.malformedMessage, cause.message);
      this.host.alarm(cause);
      this.close(closeCodes.failed, 'the server met a bug');
    }
  }

  private handleLate(update: Uint8Array): void {
    if (this.countHandedOver(update.length)) this.host.handleLate(this, update);
    else this.state = { status: 'closed' };
  }
}
