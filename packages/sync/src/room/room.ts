// Owns one document's room: loading it, who is in it, and its end (SPEC.md R1-R9). What becomes of content is open-room's business.
import { Awareness } from './awareness.ts';
import type { CommittedContent, RemoteState } from '../wire/bus-message.ts';
import type { ClientIds } from '../content/client-ids.ts';
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { QuarantinedDocumentError, UnknownDocumentError } from '../errors.ts';
import { Gate, type HeldContent } from './gate.ts';
import type { Limits } from '../limits.ts';
import { closingOf, type LoadedDocument, loadDocument } from '../log/load.ts';
import type { Member } from '../member.ts';
import { type ClientMessage, heartbeat } from '../wire/message.ts';
import type { Neighbourly } from '../servers/neighbours.ts';
import { OpenRoom } from './open-room.ts';
import type { Clock, DocumentId } from '../ports.ts';
import { distinctMembers, hasOther } from './presence.ts';
import { type Refusals, type Refused, refuse, refuseLate } from './refuse.ts';
import type { RoomParts } from './room-parts.ts';
import type { Host, RoomSession } from '../session/session.ts';

type RoomState =
  | { readonly status: 'loading'; readonly heard: CommittedContent[] }
  | { readonly status: 'open'; readonly inside: OpenRoom; linger: Disposable | null }
  /** Nobody is in it; it ends when the log has all. Who comes before that finds it open again (R4). */
  | { readonly status: 'flushing'; readonly inside: OpenRoom }
  | { readonly status: 'quarantined'; readonly forget: Disposable }
  | { readonly status: 'ended' };

export class Room implements Host, Neighbourly {
  readonly id: DocumentId;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly gate = new Gate();
  readonly sessions = new Set<RoomSession>();
  /** Rejects when the document cannot be loaded. */
  readonly loaded: Promise<OpenRoom>;
  private state: RoomState = { status: 'loading', heard: [] };
  private readonly parts: RoomParts;
  private readonly ended: () => void;
  private readonly clientIds: ClientIds;
  private readonly awareness: Awareness;
  private readonly admitted = new Set<RoomSession>();
  private uses = 0;

  constructor(id: DocumentId, parts: RoomParts, ended: () => void) {
    this.id = id;
    this.parts = parts;
    this.limits = parts.limits;
    this.clock = parts.clock;
    this.ended = ended;
    this.clientIds = parts.claims.of(id);
    this.awareness = new Awareness({
      clock: this.clock,
      limits: this.limits,
      clientIds: this.clientIds,
      speakers: () => this.admitted,
      publish: (states) => parts.neighbours.publishAwareness(id, states),
    });
    this.loaded = this.load();
    this.loaded.catch(() => {}); // whoever asks for it hears of it; the sessions are closed below
  }

  get status(): RoomState['status'] {
    return this.state.status;
  }

  /** Null while it is not open. */
  get inside(): OpenRoom | null {
    return this.state.status === 'open' || this.state.status === 'flushing' ? this.state.inside : null;
  }

  /** The persons with a session here. */
  get present(): readonly Member[] {
    return distinctMembers([...this.admitted].map((session) => session.member));
  }

  get refusals(): Refusals {
    return { id: this.id, now: this.clock.now(), gate: this.gate, limits: this.limits, events: this.parts.events };
  }

  join(session: RoomSession): void {
    if (this.state.status === 'quarantined') return session.close(closeCodes.quarantined, 'this document cannot be read back');
    this.sessions.add(session);
    this.wake();
    if (this.state.status === 'open') this.admit(session, this.state.inside);
  }

  leave(session: RoomSession): void {
    this.sessions.delete(session);
    this.awareness.leave(session);
    if (this.admitted.delete(session) && !hasOther(this.admitted, session)) this.parts.presenceMoved(this.id, this.present);
    this.rest();
  }

  handle(session: RoomSession, message: ClientMessage): void {
    this.inside?.handle(session, message); // the room of a live session is open
  }

  handleLate(session: RoomSession, update: Uint8Array): void {
    refuseLate(this.refusals, session, update);
  }

  closed(code: CloseCode): void {
    this.parts.events.closed(this.id, code);
  }

  alarm(cause: unknown): void {
    this.parts.events.alarm(this.id, cause);
  }

  /** Takes content that was held while the room was frozen (G2). */
  takeHeld(content: HeldContent): void {
    this.inside?.intake.takeHeld(content);
  }

  refuse(session: RoomSession, refused: Refused): void {
    refuse(this.refusals, session, refused);
  }

  /** Runs `work` in the loaded room and keeps it meanwhile. Rejects when the document cannot be loaded. */
  async use<T>(work: (inside: OpenRoom) => Promise<T>): Promise<T> {
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
    if (this.uses === 0) this.inside?.rest();
  }

  hearContent(content: CommittedContent): void {
    if (this.state.status === 'loading') this.state.heard.push(content);
    else this.inside?.following.hear(content);
  }

  hearAwareness(node: string, states: readonly RemoteState[]): void {
    this.awareness.hear(node, states);
  }

  forgetNode(node: string): void {
    this.awareness.forget(node);
  }

  tellAll(): void {
    this.awareness.tellAll();
    this.parts.neighbours.publishPresence(this.id, this.present);
  }

  catchUpSoon(): void {
    this.inside?.following.catchUpSoon();
  }

  /** Frees what the room holds; its sessions must be closed already. */
  end(reason?: Error): void {
    const { inside } = this;
    if (this.state.status === 'open') this.state.linger?.[Symbol.dispose]();
    if (this.state.status === 'quarantined') this.state.forget[Symbol.dispose]();
    this.state = { status: 'ended' };
    this.awareness[Symbol.dispose]();
    inside?.uncommitted.abandon(reason);
    inside?.[Symbol.dispose]();
    this.ended();
  }

  private async load(): Promise<OpenRoom> {
    try {
      return this.open(await loadDocument(this.parts.log, this.id, this.limits));
    } catch (cause) {
      this.giveUp(cause);
      throw cause;
    }
  }

  private open(loaded: LoadedDocument): OpenRoom {
    const inside = new OpenRoom(loaded, {
      id: this.id,
      parts: this.parts,
      gate: this.gate,
      clientIds: this.clientIds,
      awareness: this.awareness,
      refusals: () => this.refusals,
      members: () => this.admitted,
      settled: () => this.state.status === 'flushing' && this.end(),
      dismiss: (code, reason, error) => this.dismiss(code, reason, error),
    });
    if (this.state.status !== 'loading') {
      inside[Symbol.dispose](); // disposed meanwhile
      return inside;
    }
    const { heard } = this.state;
    this.state = { status: 'open', inside, linger: null };
    this.parts.events.loaded(this.id);
    for (const content of heard) inside.following.hear(content);
    for (const session of this.sessions) this.admit(session, inside);
    this.parts.neighbours.ask(this.id);
    this.rest();
    return inside;
  }

  /** The document cannot be had: a damaged one is in quarantine for a while. */
  private giveUp(cause: unknown): void {
    if (this.state.status === 'ended') return;
    const [code, reason] = closingOf(cause);
    const sessions = [...this.sessions];
    if (cause instanceof QuarantinedDocumentError) {
      this.state = { status: 'quarantined', forget: this.clock.after(this.limits.quarantineMs, () => this.end()) };
    } else {
      this.end();
    }
    if (!(cause instanceof UnknownDocumentError)) this.alarm(cause);
    for (const session of sessions) session.close(code, reason);
  }

  private dismiss(code: CloseCode, reason: string, error: Error): void {
    if (code === closeCodes.readOnly) for (const session of this.sessions) session.grant('read', 'frozen');
    for (const session of this.sessions) session.close(code, reason);
    if (this.state.status !== 'ended') this.end(error);
  }

  private admit(session: RoomSession, inside: OpenRoom): void {
    if (!inside.greet(session)) return;
    this.admitted.add(session);
    this.awareness.showTo(session);
    if (session.isLive && !hasOther(this.admitted, session)) this.parts.presenceMoved(this.id, this.present);
  }

  /** Somebody comes: the room stays. */
  private wake(): void {
    if (this.state.status === 'flushing') this.state = { status: 'open', inside: this.state.inside, linger: null };
    if (this.state.status !== 'open') return;
    this.state.linger?.[Symbol.dispose]();
    this.state.linger = null;
  }

  /** Nobody is left: the room ends after a while, and never before the log has all of it (R3). */
  private rest(): void {
    if (this.state.status !== 'open' || this.sessions.size > 0 || this.uses > 0) return;
    const { inside } = this.state;
    this.state.linger ??= this.clock.after(this.limits.lingerMs, () => {
      this.state = { status: 'flushing', inside };
      if (inside.uncommitted.isEmpty) this.end();
    });
  }
}
