// Owns one document's room: loading it, who is in it, and its end (SPEC.md R1-R8). What content may do is content-intake's business.
import { Awareness } from './awareness.ts';
import { ClientIds } from './client-ids.ts';
import { type CloseCode, closeCodes } from './close-codes.ts';
import { ContentIntake } from './content-intake.ts';
import { QuarantinedDocumentError, UnknownDocumentError } from './errors.ts';
import type { RoomEvents } from './events.ts';
import { Gate } from './gate.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Limits } from './limits.ts';
import { loadDocument } from './load.ts';
import type { Member } from './member.ts';
import { askForContent, type ClientMessage, heartbeat, replyWithContent } from './message.ts';
import { Outbox } from './outbox.ts';
import type { Clock, DocumentId, UpdateLog } from './ports.ts';
import { distinctMembers } from './presence.ts';
import { refuse, refuseLate } from './refuse.ts';
import type { RoomDocument } from './room-document.ts';
import type { Host, RoomSession } from './session.ts';
import { Uncommitted, type Writer } from './uncommitted.ts';

export interface RoomParts {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly events: Required<RoomEvents>;
  readonly commit: GroupCommit;
}

type RoomState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly document: RoomDocument; linger: Disposable | null }
  /** Nobody is in it; it ends when the log has all. Who comes before that finds it open again (R4). */
  | { readonly status: 'flushing'; readonly document: RoomDocument }
  | { readonly status: 'quarantined'; readonly forget: Disposable }
  | { readonly status: 'ended' };

export class Room implements Host {
  readonly id: DocumentId;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly gate = new Gate();
  readonly uncommitted: Uncommitted;
  readonly sessions = new Set<RoomSession>();
  /** Rejects when the document cannot be loaded. */
  readonly loaded: Promise<RoomDocument>;
  private state: RoomState = { status: 'loading' };
  private readonly parts: RoomParts;
  private readonly ended: () => void;
  private readonly clientIds = new ClientIds();
  private readonly awareness: Awareness;
  private readonly outbox = new Outbox();
  private readonly admitted = new Set<RoomSession>();
  private intake: ContentIntake | null = null;
  private uses = 0;

  constructor(id: DocumentId, parts: RoomParts, ended: () => void) {
    this.id = id;
    this.parts = parts;
    this.limits = parts.limits;
    this.clock = parts.clock;
    this.ended = ended;
    this.uncommitted = new Uncommitted(id, () => this.afterCommit());
    this.awareness = new Awareness({ clock: this.clock, limits: this.limits, clientIds: this.clientIds, speakers: () => this.admitted });
    this.loaded = this.load();
    this.loaded.catch(() => {}); // whoever asks for it hears of it; the sessions are closed below
  }

  get present(): readonly Member[] {
    return distinctMembers([...this.admitted].map((session) => session.member));
  }

  join(session: RoomSession): void {
    if (this.state.status === 'quarantined') return session.close(closeCodes.quarantined, 'this document cannot be read back');
    this.sessions.add(session);
    this.wake();
    if (this.state.status === 'open') this.admit(session, this.state.document);
  }

  leave(session: RoomSession): void {
    this.sessions.delete(session);
    this.awareness.leave(session);
    if (this.admitted.delete(session) && !this.hasOther(session)) this.parts.events.presenceChanged(this.id, this.present);
    this.rest();
  }

  handle(session: RoomSession, message: ClientMessage): void {
    if (this.state.status !== 'open' || this.intake === null) return; // the room of a live session is open
    switch (message.type) {
      case 'sync-step-1':
        session.send(replyWithContent(this.state.document.contentSince(message.stateVector)));
        session.isListening = true;
        return;
      case 'content':
        return this.intake.take({ session, update: message.update, isReply: message.isReply });
      case 'awareness':
        this.awareness.receive(session, message.entries);
        return this.intake.settle(session);
      case 'query-awareness':
        return this.awareness.showTo(session);
    }
  }

  handleLate(session: RoomSession, update: Uint8Array): void {
    refuseLate(this.refusals, session, update);
  }

  alarm(cause: unknown): void {
    this.parts.events.alarm(this.id, cause);
  }

  /** Takes content that was held while the room was frozen (G2). */
  takeHeld(content: Parameters<ContentIntake['takeHeld']>[0]): void {
    this.intake?.takeHeld(content);
  }

  /** Broadcasts an accepted update and has it committed. */
  accept(writer: Writer, from: RoomSession | null, update: Uint8Array): void {
    this.uncommitted.add(writer, update, this.clock.now());
    this.parts.commit.request(this.uncommitted);
    if (this.outbox.isEmpty) this.clock.after(0, () => this.broadcast());
    this.outbox.add(from, update);
  }

  refuse(session: RoomSession, update: Uint8Array): void {
    refuse(this.refusals, session, update);
  }

  /** Runs `work` on the loaded document and keeps the room meanwhile. Rejects when it cannot be loaded. */
  async use<T>(work: (document: RoomDocument) => Promise<T>): Promise<T> {
    this.uses += 1;
    this.wake();
    try {
      return await work(await this.loaded);
    } finally {
      this.uses -= 1;
      this.rest();
    }
  }

  keepAlive(): void {
    for (const session of this.admitted) session.keepAlive(heartbeat);
  }

  /** Frees what the room holds; its sessions must be closed already. */
  end(): void {
    if (this.state.status === 'open') this.state.linger?.[Symbol.dispose]();
    if (this.state.status === 'open' || this.state.status === 'flushing') this.state.document.destroy();
    if (this.state.status === 'quarantined') this.state.forget[Symbol.dispose]();
    this.state = { status: 'ended' };
    this.awareness[Symbol.dispose]();
    this.uncommitted.abandon();
    this.ended();
  }

  private get refusals() {
    return { id: this.id, now: this.clock.now(), gate: this.gate, limits: this.limits, events: this.parts.events };
  }

  private async load(): Promise<RoomDocument> {
    try {
      const { document, sequence } = await loadDocument(this.parts.log, this.id, this.limits);
      this.open(document, sequence);
      return document;
    } catch (cause) {
      this.failToLoad(cause);
      throw cause;
    }
  }

  private open(document: RoomDocument, sequence: number): void {
    if (this.state.status === 'ended') return document.destroy(); // disposed meanwhile
    this.uncommitted.sequence = sequence;
    this.state = { status: 'open', document, linger: null };
    this.parts.events.loaded(this.id);
    this.intake = new ContentIntake({
      document,
      gate: this.gate,
      clientIds: this.clientIds,
      limits: this.limits,
      accepted: () => this.uncommitted.accepted,
      accept: (session, update) => this.accept(session, session, update),
      acknowledge: (session) => session.acknowledgeUpTo(this.uncommitted.committed),
      refuse: (session, update) => this.refuse(session, update),
    });
    for (const session of this.sessions) this.admit(session, document);
    this.rest();
  }

  private failToLoad(cause: unknown): void {
    const [code, reason] = closingOf(cause);
    const sessions = [...this.sessions];
    if (this.state.status === 'ended') return;
    if (cause instanceof QuarantinedDocumentError) {
      this.state = { status: 'quarantined', forget: this.clock.after(this.limits.quarantineMs, () => this.end()) };
    } else {
      this.end();
    }
    if (!(cause instanceof UnknownDocumentError)) this.alarm(cause);
    for (const session of sessions) session.close(code, reason);
  }

  private admit(session: RoomSession, document: RoomDocument): void {
    this.admitted.add(session);
    session.admit([askForContent(document.stateVector())]);
    this.awareness.showTo(session);
    if (session.isLive && !this.hasOther(session)) this.parts.events.presenceChanged(this.id, this.present);
  }

  private hasOther(session: RoomSession): boolean {
    return [...this.admitted].some((other) => other !== session && other.author.person === session.author.person);
  }

  private broadcast(): void {
    this.outbox.flush([...this.admitted].filter((session) => session.isListening));
  }

  private afterCommit(): void {
    for (const session of this.admitted) session.acknowledgeUpTo(this.uncommitted.committed);
    this.parts.events.committed(this.id, this.uncommitted.sequence);
    if (this.state.status === 'flushing' && this.uncommitted.isEmpty) this.end();
  }

  /** Somebody comes: the room stays. */
  private wake(): void {
    if (this.state.status === 'flushing') this.state = { status: 'open', document: this.state.document, linger: null };
    if (this.state.status !== 'open') return;
    this.state.linger?.[Symbol.dispose]();
    this.state.linger = null;
  }

  /** Nobody is left: the room ends after a while, and never before the log has all of it (R3). */
  private rest(): void {
    if (this.state.status !== 'open' || this.sessions.size > 0 || this.uses > 0) return;
    const { document } = this.state;
    this.state.linger ??= this.clock.after(this.limits.lingerMs, () => {
      this.state = { status: 'flushing', document };
      if (this.uncommitted.isEmpty) this.end();
    });
  }
}

function closingOf(cause: unknown): readonly [CloseCode, string] {
  if (cause instanceof UnknownDocumentError) return [closeCodes.unknownDocument, 'there is no such document'];
  if (cause instanceof QuarantinedDocumentError) return [closeCodes.quarantined, 'this document cannot be read back'];
  return [closeCodes.failed, 'the document could not be loaded'];
}
