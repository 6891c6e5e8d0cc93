// A room: one document with its sessions, from loading to its end (SPEC.md R1-R9).
import { type CloseCode, closeCodes } from '../close-codes.ts';
import type { ClientIds } from '../content/client-ids.ts';
import { QuarantinedDocumentError, UnknownDocumentError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { closingOf, type LoadedDocument, loadDocument } from '../log/load.ts';
import type { Clock, DocumentId } from '../ports.ts';
import type { PeerListener } from '../servers/peers.ts';
import type { Progress } from '../session/acknowledgements.ts';
import type { Host, RoomSession } from '../session/session.ts';
import type { ClientMessage, ContentMessage } from '../wire/client-message.ts';
import type { CommittedContent, PeerState } from '../wire/peer-message.ts';
import { Audience } from './audience.ts';
import { Gate } from './gate.ts';
import { OpenDocument, type Surroundings } from './open-document.ts';
import { Reception } from './reception.ts';
import { Refusals } from './refusals.ts';
import type { RoomParts } from './room-parts.ts';

interface Opened {
  readonly document: OpenDocument;
  readonly reception: Reception;
}

type RoomState =
  /** `heard`: what peers have committed meanwhile. */
  | { readonly status: 'loading'; readonly heard: CommittedContent[] }
  | (Opened & { readonly status: 'open'; linger: Disposable | null })
  /** Nobody is in it; it ends when the log has all. A session that comes before that finds it open again (R4). */
  | (Opened & { readonly status: 'flushing' })
  | { readonly status: 'quarantined'; readonly forget: Disposable }
  | { readonly status: 'ended' };

export class Room implements Host, PeerListener, Surroundings {
  readonly id: DocumentId;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly clientIds: ClientIds;
  readonly gate = new Gate();
  readonly audience: Audience;
  readonly refusals: Refusals;
  readonly sessions = new Set<RoomSession>();
  private state: RoomState = { status: 'loading', heard: [] };
  /** Rejects when the document cannot be loaded. */
  private readonly loaded: Promise<OpenDocument>;
  private readonly parts: RoomParts;
  private readonly ended: () => void;
  private uses = 0;

  constructor(id: DocumentId, parts: RoomParts, ended: () => void) {
    this.id = id;
    this.parts = parts;
    this.limits = parts.limits;
    this.clock = parts.clock;
    this.ended = ended;
    this.clientIds = parts.claims.of(id);
    this.audience = new Audience(id, this.clientIds, parts);
    this.refusals = new Refusals(id, this.gate, parts);
    this.loaded = this.load();
    this.loaded.catch(() => {}); // anyone who uses the room hears of it; the sessions are closed below
  }

  get status(): RoomState['status'] {
    return this.state.status;
  }

  /** Null while it is not open. */
  get document(): OpenDocument | null {
    return this.opened?.document ?? null;
  }

  join(session: RoomSession): void {
    if (this.state.status === 'quarantined') return session.close(closeCodes.quarantined, 'this document cannot be read back');
    this.sessions.add(session);
    this.wake();
    if (this.state.status === 'open') this.state.reception.welcome(session);
  }

  leave(session: RoomSession): void {
    this.sessions.delete(session);
    this.audience.remove(session);
    this.rest();
  }

  take(session: RoomSession, content: ContentMessage): Progress | null {
    return this.opened?.reception.take(session, content) ?? null; // the room of a session that was admitted is open
  }

  handle(session: RoomSession, message: Exclude<ClientMessage, ContentMessage>): void {
    this.opened?.reception.handle(session, message);
  }

  takeLate(session: RoomSession, update: Uint8Array): void {
    this.refusals.takeLate(session, update);
  }

  takeHeld(session: RoomSession, contents: readonly ContentMessage[]): void {
    this.opened?.reception.takeHeld(session, contents);
  }

  closed(code: CloseCode): void {
    this.parts.events.closed(this.id, code);
  }

  alarm(cause: unknown): void {
    this.parts.events.alarm(this.id, cause);
  }

  /** Runs `work` on the loaded document and keeps the room meanwhile. Rejects when the document cannot be loaded. */
  async use<T>(work: (document: OpenDocument) => Promise<T>): Promise<T> {
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
    this.audience.keepAlive();
    if (this.uses === 0) this.document?.rest();
  }

  hearContent(content: CommittedContent): void {
    if (this.state.status === 'loading') this.state.heard.push(content);
    else this.document?.following.hear(content);
  }

  hearAwareness(serverId: string, states: readonly PeerState[]): void {
    this.audience.awareness.hear(serverId, states);
  }

  forgetServer(serverId: string): void {
    this.audience.awareness.forget(serverId);
  }

  tellPeers(): void {
    this.audience.tellPeers();
  }

  catchUpSoon(): void {
    this.document?.following.catchUpSoon();
  }

  /** The log has everything that was accepted. */
  settled(): void {
    if (this.state.status === 'flushing') this.end();
  }

  dismiss(code: CloseCode, reason: string, error: Error): void {
    if (code === closeCodes.readOnly) for (const session of this.sessions) session.grant('read', 'frozen');
    for (const session of this.sessions) session.close(code, reason);
    if (this.state.status !== 'ended') this.end(error);
  }

  /** Frees what the room holds; its sessions must be closed already. */
  end(reason?: Error): void {
    const { document } = this;
    if (this.state.status === 'open') this.state.linger?.[Symbol.dispose]();
    if (this.state.status === 'quarantined') this.state.forget[Symbol.dispose]();
    this.state = { status: 'ended' };
    this.audience[Symbol.dispose]();
    document?.uncommitted.abandon(reason);
    document?.[Symbol.dispose]();
    this.ended();
  }

  private get opened(): Opened | null {
    return this.state.status === 'open' || this.state.status === 'flushing' ? this.state : null;
  }

  private async load(): Promise<OpenDocument> {
    try {
      return this.open(await loadDocument(this.parts.log, this.id, this.limits));
    } catch (cause) {
      this.giveUp(cause);
      throw cause;
    }
  }

  private open(loaded: LoadedDocument): OpenDocument {
    const document = new OpenDocument(loaded, this, this.parts);
    if (this.state.status !== 'loading') {
      document[Symbol.dispose](); // disposed meanwhile
      return document;
    }
    const { heard } = this.state;
    const reception = new Reception(document, this, this.refusals, this.parts);
    this.state = { status: 'open', document, reception, linger: null };
    this.parts.events.loaded(this.id);
    for (const content of heard) document.following.hear(content);
    for (const session of this.sessions) reception.welcome(session);
    this.parts.peers.ask(this.id);
    this.rest();
    return document;
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

  /** Somebody comes: the room stays. */
  private wake(): void {
    if (this.state.status === 'flushing') this.state = { ...this.state, status: 'open', linger: null };
    if (this.state.status !== 'open') return;
    this.state.linger?.[Symbol.dispose]();
    this.state.linger = null;
  }

  /** Nobody is left: the room ends after a while, and never before the log has all of it (R3). */
  private rest(): void {
    if (this.state.status !== 'open' || this.sessions.size > 0 || this.uses > 0) return;
    const { document, reception } = this.state;
    this.state.linger ??= this.clock.after(this.limits.lingerMs, () => {
      this.state = { status: 'flushing', document, reception };
      if (document.uncommitted.isEmpty) this.end();
    });
  }
}
