// Owns the engine's face: all rooms of one process, by document. One room, one document, one history.
import { type CloseCode, closeCodes } from './close-codes.ts';
import { FrozenDocumentError } from './errors.ts';
import { guardEvents, type RoomEvents } from './events.ts';
import { freeze } from './freeze.ts';
import type { Freeze } from './gate.ts';
import { GroupCommit } from './group-commit.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { loadDocument } from './load.ts';
import type { Access, Member } from './member.ts';
import type { Author, Clock, DocumentId, Socket, UpdateLog } from './ports.ts';
import { type Decide, recheck } from './recheck.ts';
import { Room, type RoomParts } from './room.ts';
import { RoomSession, type Session } from './session.ts';
import type * as Y from 'yjs';

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  readonly events?: RoomEvents;
}

export interface Rooms extends AsyncDisposable {
  /** Puts a socket into the document's room; from now on its messages go to `receive`. Right and existence are checked before, by the caller. */
  connect(document: DocumentId, socket: Socket, member: Member, access: Access): Session;
  /** Asks anew what each session may do, in all rooms or in those of `documents`, and applies the answers at once. */
  recheck(decide: Decide, documents?: Iterable<DocumentId>): Promise<void>;
  closeSessions(which: (document: DocumentId, member: Member) => boolean, code: CloseCode, reason: string): void;
  /** From the call on no content enters the document; resolves when all before it is committed. Rejects when that cannot be had in time. */
  freeze(document: DocumentId): Promise<Freeze>;
  /** Looks at the committed state, after all that is pending at the call. Rejects with UnknownDocumentError or QuarantinedDocumentError. */
  read<T>(document: DocumentId, look: (doc: Y.Doc, sequence: number) => T): Promise<T>;
  /** Changes the document as `author`, null for the server itself; resolves with the sequence after its commit. Rejects with FrozenDocumentError. */
  edit(document: DocumentId, author: Author | null, change: (doc: Y.Doc) => void): Promise<number>;
  /** Who is in which document now, distinct persons; documents without anybody are left out. */
  presence(): ReadonlyMap<DocumentId, readonly Member[]>;
}

/** Opens the engine. Disposing closes every session as restarting and waits, bounded, until the log has everything. */
export function createRooms(options: RoomsOptions): Rooms {
  return new ProcessRooms(options);
}

class ProcessRooms implements Rooms {
  private readonly rooms = new Map<DocumentId, Room>();
  private readonly parts: RoomParts;
  private heartbeat: Disposable;
  private isDisposed = false;

  constructor({ log, clock, limits: chosen, events: listeners }: RoomsOptions) {
    const limits = { ...defaultLimits, ...chosen };
    const events = guardEvents(listeners ?? {});
    this.parts = { log, clock, limits, events, commit: new GroupCommit({ log, clock, limits, events }) };
    this.heartbeat = this.keepAlive();
  }

  connect(document: DocumentId, socket: Socket, member: Member, access: Access): Session {
    const room = this.room(document);
    const session = new RoomSession(socket, member, room.gate.isReadOnly ? 'read' : access, room);
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
    const room = this.rooms.get(document);
    if (room !== undefined) {
      const seen = await room.use(async ({ doc }) => {
        await room.uncommitted.whenCommitted();
        return room.uncommitted.isEmpty ? { value: look(doc, room.uncommitted.sequence) } : null;
      });
      if (seen !== null) return seen.value;
    }
    // Not in memory, or somebody types on: the log has exactly what is committed.
    const loaded = await loadDocument(this.parts.log, document, this.parts.limits);
    try {
      return look(loaded.document.doc, loaded.sequence);
    } finally {
      loaded.document.destroy();
    }
  }

  edit(document: DocumentId, author: Author | null, change: (doc: Y.Doc) => void): Promise<number> {
    const room = this.room(document);
    return room.use(async (open) => {
      while (room.gate.isFrozen) await room.gate.whenReleased();
      if (room.gate.isReadOnly) throw new FrozenDocumentError(document);
      const update = open.edit(change);
      if (update !== null) room.accept({ author }, null, update);
      await room.uncommitted.whenCommitted();
      return room.uncommitted.sequence;
    });
  }

  presence(): ReadonlyMap<DocumentId, readonly Member[]> {
    const present = [...this.rooms.values()].map((room) => [room.id, room.present] as const);
    return new Map(present.filter(([, members]) => members.length > 0));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.heartbeat[Symbol.dispose]();
    this.closeSessions(() => true, closeCodes.restarting, 'the server is going away');
    await this.parts.commit.drain(this.parts.limits.disposeWithinMs);
    for (const room of this.rooms.values()) room.end();
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

  private keepAlive(): Disposable {
    return this.parts.clock.after(this.parts.limits.heartbeatMs / 4, () => {
      for (const room of this.rooms.values()) room.keepAlive();
      if (!this.isDisposed) this.heartbeat = this.keepAlive();
    });
  }
}
