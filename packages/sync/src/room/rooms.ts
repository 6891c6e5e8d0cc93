// The engine's face: all rooms of one process, by document. One room, one document, one history.
import { Claims } from '../content/client-ids.ts';
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { FrozenDocumentError } from '../errors.ts';
import { every } from '../clock.ts';
import { guardEvents, type RoomEvents } from '../events.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Freeze, freeze } from './freeze.ts';
import { GroupCommit } from '../log/group-commit.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { loadDocument } from '../log/load.ts';
import type { Access, ClientVersion, Member } from '../member.ts';
import type { ClusterMembership } from '../servers/membership.ts';
import { ConnectedPeers, noPeers, type Peers } from '../servers/peers.ts';
import type { Author, Bus, Clock, DocumentId, Socket, UpdateLog } from '../ports.ts';
import { distinctMembers } from './audience.ts';
import { type Decide, recheck } from './recheck.ts';
import { Room } from './room.ts';
import type { RoomParts } from './room-parts.ts';
import { RoomSession, type Session } from '../session/session.ts';
import type * as Y from 'yjs';

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  readonly events?: RoomEvents;
  /** The way to the peers, and who of them is there; absent for one server alone. The membership is the caller's to dispose. */
  readonly cluster?: { readonly bus: Bus; readonly membership: ClusterMembership };
}

/** A client that may read, of this server's schema, that holds nothing of an older history. */
const current: ClientVersion = { mayRead: true, isOfThisSchema: true, epoch: null };

export interface Rooms extends AsyncDisposable {
  /** Puts a socket into the document's room; from now on its messages go to `receive`. Right and existence are checked before, by the caller. */
  connect(document: DocumentId, socket: Socket, member: Member, access: Access, version?: ClientVersion): Session;
  /** Asks again what each session may do, in all rooms or in those of `documents`, and applies what it is told at once. */
  recheck(decide: Decide, documents?: Iterable<DocumentId>): Promise<void>;
  closeSessions(which: (document: DocumentId, member: Member) => boolean, code: CloseCode, reason: string): void;
  /** From the call on no content enters the document; resolves when all before it is committed. Rejects when that cannot be had in time. */
  freeze(document: DocumentId): Promise<Freeze>;
  /** Looks at the committed state, after all that is pending or committed by a peer at the call. Rejects with UnknownDocumentError or QuarantinedDocumentError. */
  read<T>(document: DocumentId, look: (doc: Y.Doc, sequence: number) => T): Promise<T>;
  /** Changes the document as `author`, null for the server itself; resolves with the sequence after its commit. Rejects with FrozenDocumentError. */
  edit(document: DocumentId, author: Author | null, change: (doc: Y.Doc) => void): Promise<number>;
  /** Who is in which document now, on any server, distinct persons; documents without anybody are left out. */
  presence(): ReadonlyMap<DocumentId, readonly Member[]>;
  /** How much there is of everything. */
  figures(): Figures;
}

/** Opens the engine. Disposing closes every session as restarting and waits, bounded, until the log has everything. */
export function createRooms(options: RoomsOptions): Rooms {
  return new ProcessRooms(options);
}

class ProcessRooms implements Rooms {
  private readonly rooms = new Map<DocumentId, Room>();
  private readonly parts: RoomParts;
  private readonly peers: Peers;
  private readonly timers = new DisposableStack();
  private bringBackUntil: number;
  private isDisposed = false;

  constructor({ log, clock, limits: chosen, events: listeners, cluster }: RoomsOptions) {
    const limits = { ...defaultLimits, ...chosen };
    const events = guardEvents(listeners ?? {});
    this.bringBackUntil = clock.now() + limits.bringBackWithinMs;
    this.peers = cluster === undefined ? noPeers : this.meet(cluster, { clock, limits, events });
    this.parts = {
      log,
      clock,
      limits,
      events,
      commit: new GroupCommit({ log, clock, limits, events }),
      peers: this.peers,
      claims: new Claims(),
      mayBringBack: () => clock.now() < this.bringBackUntil,
      presenceMoved: (document, here) => {
        this.peers.publishPresence(document, here);
        this.tellPresence(document);
      },
    };
    this.timers.use(every(clock, limits.heartbeatMs / 4, () => this.rooms.forEach((room) => room.keepAlive())));
    if (!this.peers.isAlone) this.timers.use(every(clock, limits.compareEveryMs, () => void this.compare()));
  }

  connect(document: DocumentId, socket: Socket, member: Member, access: Access, version: ClientVersion = current): Session {
    const room = this.room(document);
    const session = new RoomSession({ socket, member, access: room.gate.isReadOnly ? 'read' : access, version }, room);
    if (this.isDisposed) session.close(closeCodes.restarting, 'the server is going away');
    else room.join(session);
    return session;
  }

  async recheck(decide: Decide, documents?: Iterable<DocumentId>): Promise<void> {
    const asked = documents === undefined ? null : new Set(documents);
    const rooms = [...this.rooms.values()].filter((room) => asked === null || asked.has(room.id));
    await Promise.all(rooms.map((room) => recheck(room, decide)));
  }

  closeSessions(which: (document: DocumentId, member: Member) => boolean, code: CloseCode, reason: string): void {
    for (const room of this.rooms.values()) {
      for (const session of room.sessions) if (which(room.id, session.member)) session.close(code, reason);
    }
  }

  freeze(document: DocumentId): Promise<Freeze> {
    return freeze(this.room(document));
  }

  async read<T>(document: DocumentId, look: (doc: Y.Doc, sequence: number) => T): Promise<T> {
    const seen = await this.rooms.get(document)?.use(async (open) => {
      await open.whenInStep();
      return open.uncommitted.isEmpty ? { value: look(open.content.doc, open.following.sequence) } : null;
    });
    if (seen !== undefined && seen !== null) return seen.value;
    // Not in memory, or somebody types on: the log has exactly what is committed.
    const loaded = await loadDocument(this.parts.log, document, this.parts.limits);
    try {
      return look(loaded.document.doc, loaded.stored.sequence);
    } finally {
      loaded.document.destroy();
    }
  }

  edit(document: DocumentId, author: Author | null, change: (doc: Y.Doc) => void): Promise<number> {
    const room = this.room(document);
    return room.use(async (open) => {
      while (room.gate.isFrozen) await room.gate.whenReleased();
      if (room.gate.isReadOnly) throw new FrozenDocumentError(document);
      const bytes = open.content.edit(change);
      if (bytes !== null) open.accept({ author }, bytes);
      await open.uncommitted.whenCommitted();
      return open.following.sequence;
    });
  }

  presence(): ReadonlyMap<DocumentId, readonly Member[]> {
    const documents = new Set([...this.rooms.keys(), ...this.peers.documentsElsewhere()]);
    const present = [...documents].map((document) => [document, this.presentIn(document)] as const);
    return new Map(present.filter(([, members]) => members.length > 0));
  }

  figures(): Figures {
    return figuresOf(this.rooms.values());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.timers.dispose();
    this.closeSessions(() => true, closeCodes.restarting, 'the server is going away');
    await this.parts.commit.drain(this.parts.limits.disposeWithinMs);
    for (const room of this.rooms.values()) room.end();
    this.peers[Symbol.dispose]();
  }

  private room(document: DocumentId): Room {
    const known = this.rooms.get(document);
    if (known !== undefined) return known;
    const room = new Room(document, this.parts, () => {
      if (this.rooms.get(document) === room) this.rooms.delete(document);
    });
    this.rooms.set(document, room);
    return room;
  }

  private meet({ bus, membership }: NonNullable<RoomsOptions['cluster']>, parts: Pick<RoomParts, 'clock' | 'limits' | 'events'>): Peers {
    const { clock, limits, events } = parts;
    return new ConnectedPeers({
      bus,
      membership,
      room: (document) => this.rooms.get(document),
      rooms: () => this.rooms.values(),
      presenceChanged: (document) => this.tellPresence(document),
      committed: (document, last) => events.committed(document, last),
      serverLost: () => (this.bringBackUntil = clock.now() + limits.bringBackWithinMs),
      failed: (cause) => events.failed(cause),
    });
  }

  private tellPresence(document: DocumentId): void {
    this.parts.events.presenceChanged(document, this.presentIn(document));
  }

  private presentIn(document: DocumentId): readonly Member[] {
    return distinctMembers([...(this.rooms.get(document)?.audience.present ?? []), ...this.peers.presentElsewhere(document)]);
  }

  /** V4: what no message told is found in the log. */
  private async compare(): Promise<void> {
    const asked = [...this.rooms.values()].flatMap(({ id, document }) =>
      document === null ? [] : [{ id, following: document.following, since: document.following.sequence }],
    );
    if (asked.length === 0) return;
    try {
      const heads = await this.parts.log.heads(asked.map(({ id }) => id));
      // Commits go on meanwhile.
      for (const { id, following, since } of asked) following.compare(heads.get(id) ?? since, since);
    } catch {
      // The log is away: those who write hear of it, and the next comparison comes soon.
    }
  }
}
