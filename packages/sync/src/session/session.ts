// A session: one connection to one document, its state, its limits, its acknowledgements and its end. What its messages mean is the room's
// business. Only this file changes the state.
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { MalformedMessageError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Access, ClientVersion, Member } from '../member.ts';
import type { Author, Clock, RefusalReason, Socket } from '../ports.ts';
import { type ClientMessage, type ContentMessage, readClientMessage } from '../wire/client-message.ts';
import { type ServerMessage, writeServerMessage } from '../wire/server-message.ts';
import { Acknowledgements, type Progress } from './acknowledgements.ts';
import { Allowances } from './allowances.ts';

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

/** Why a client may only hand over what it holds. */
export type Older = Extract<RefusalReason, 'older-schema' | 'older-epoch' | 'right-lost'>;

type SessionState =
  /** For its room to be loaded. */
  | { readonly status: 'waiting'; readonly inbox: Uint8Array[]; bytes: number }
  /** Its client may only hand over what it holds, and is closed then, or when its patience is at an end. */
  | { readonly status: 'handing-over'; readonly why: Older; readonly patience: Disposable }
  /** `isListening` once the client has asked for the content: before that, updates would be of no use to it. */
  | { readonly status: 'live'; readonly isListening: boolean }
  /** Closed for its content, while what the client had sent still arrives. `why`: what it was handing over for. */
  | { readonly status: 'refused'; readonly why: Older | null }
  | { readonly status: 'closed' };

/** After these codes the client holds content that the document does not; what it had sent is still on its way. */
const endingsWithContent: ReadonlySet<CloseCode> = new Set([
  closeCodes.readOnly,
  closeCodes.notPermitted,
  closeCodes.outdatedClient,
  closeCodes.replacedDocument,
]);

// One object for all sessions: there are thousands, and nearly all of them are listening.
const live: SessionState = { status: 'live', isListening: false };
const listening: SessionState = { status: 'live', isListening: true };
const closed: SessionState = { status: 'closed' };
const nothing: readonly Uint8Array[] = [];

export class RoomSession implements Session {
  readonly member: Member;
  readonly version: ClientVersion;
  private state: SessionState = { status: 'waiting', inbox: [], bytes: 0 };
  private granted: Access;
  private whyNotWrite: RefusalReason;
  private client: number | null = null;
  // These two outlive the connection: what was held of it while the room was frozen enters after a thaw.
  private hasReplied = false;
  private early: readonly Uint8Array[] = nothing;
  private readonly socket: Socket;
  private readonly host: Host;
  private readonly allowances: Allowances;
  private readonly acknowledgements = new Acknowledgements();
  private sentAt: number;
  private handedOverBytes = 0;
  private asked = 0;

  constructor({ socket, member, access, version }: Connection, host: Host) {
    this.socket = socket;
    this.member = member;
    this.version = version;
    this.granted = access;
    this.whyNotWrite = access === 'write' ? 'right-lost' : 'reader';
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

  /** Not null for a client that may only hand over what it holds, also after its end. */
  get older(): Older | null {
    return this.state.status === 'handing-over' || this.state.status === 'refused' ? this.state.why : null;
  }

  /** Why the session may not write, where it may not. */
  get refusalReason(): RefusalReason {
    return this.older ?? this.whyNotWrite;
  }

  /** The one client id that it speaks for in awareness; null before it has introduced one. */
  get awarenessClient(): number | null {
    return this.client;
  }

  /** True once the client has delivered what the server lacked. */
  get isSynced(): boolean {
    return this.hasReplied;
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
    if (access === this.granted) return;
    this.granted = access;
    this.whyNotWrite = reason;
    if (this.isOpen) this.tell({ type: 'access', access });
  }

  /** Begins to ask for this session's right; of several questions under way only the latest counts. */
  askAgain(): number {
    this.asked += 1;
    return this.asked;
  }

  isLatest(asked: number): boolean {
    return this.asked === asked;
  }

  /** From now on it speaks for that client id. */
  introduce(client: number): void {
    this.client = client;
  }

  /** Keeps content that came before the first reply and builds on what that reply will bring (R5). */
  keepEarly(update: Uint8Array): void {
    this.early = [...this.early, update];
  }

  takeEarly(): readonly Uint8Array[] {
    const { early } = this;
    this.early = nothing;
    return early;
  }

  /** The client's reply is in. */
  markSynced(): void {
    this.hasReplied = true;
  }

  /** Gives the content frames received so far their place in the room's order, and acknowledges what is committed, unless one still waits for the reply. */
  place(progress: Progress): void {
    if (this.early.length > 0) return;
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
    this.end(endingsWithContent.has(code) ? { status: 'refused', why: this.older } : closed);
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
    this.tell({ type: 'access', access: this.granted });
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
