// The peers of this server: what they tell it of commits, awareness and presence, and what they are told (SPEC.md V1-V8).
import * as Y from 'yjs';
import { type CommittedContent, type PeerMessage, type PeerState, readPeerMessage, writePeerMessage } from '../wire/peer-message.ts';
import type { ClusterMembership, PeerWatcher } from './membership.ts';
import type { Member } from '../member.ts';
import type { Bus, DocumentId, PendingUpdate } from '../ports.ts';

/** A room, as the messages of peers reach it. */
export interface PeerListener {
  hearContent(content: CommittedContent): void;
  hearAwareness(serverId: string, states: readonly PeerState[]): void;
  forgetServer(serverId: string): void;
  /** Tells the peers who is here. */
  tellPeers(): void;
  catchUpSoon(): void;
}

export interface PeersParts {
  readonly bus: Bus;
  readonly membership: ClusterMembership;
  room(document: DocumentId): PeerListener | undefined;
  rooms(): Iterable<PeerListener>;
  /** The persons in a document on peers have changed. */
  presenceChanged(document: DocumentId): void;
  /** A peer committed to a document that has no room here. */
  committed(document: DocumentId, last: number): void;
  /** A peer has gone, with edits that perhaps only its clients still have. */
  serverLost(): void;
  /** A message that cannot be read. */
  failed(cause: unknown): void;
}

/** What this server has just committed to one document. */
export interface OwnCommit {
  readonly first: number;
  readonly last: number;
  readonly updates: readonly PendingUpdate[];
}

export interface Peers extends Disposable {
  /** True where no other server can commit to the log. */
  readonly isAlone: boolean;
  publishCommit(document: DocumentId, commit: OwnCommit): void;
  publishAwareness(document: DocumentId, states: readonly PeerState[]): void;
  publishPresence(document: DocumentId, members: readonly Member[]): void;
  /** Asks who else is in a room that was just opened. */
  ask(document: DocumentId): void;
  presentElsewhere(document: DocumentId): readonly Member[];
  /** Documents with somebody in them on peers. */
  documentsElsewhere(): Iterable<DocumentId>;
}

/** One server alone. */
export const noPeers: Peers = {
  isAlone: true,
  publishCommit: () => {},
  publishAwareness: () => {},
  publishPresence: () => {},
  ask: () => {},
  presentElsewhere: () => [],
  documentsElsewhere: () => [],
  [Symbol.dispose]: () => {},
};

export class ConnectedPeers implements Peers, PeerWatcher {
  readonly isAlone = false;
  private readonly parts: PeersParts;
  private readonly present = new Map<DocumentId, Map<string, readonly Member[]>>();
  private readonly listening: Disposable;
  private readonly watching: Disposable;

  constructor(parts: PeersParts) {
    this.parts = parts;
    this.listening = parts.bus.listen({ message: (bytes) => this.receive(bytes), lost: () => this.comeBack() });
    this.watching = parts.membership.watch(this);
    // Only now can the replies be heard.
    parts.membership.greet();
  }

  /** A new peer is told who is where; what it committed while it could not be heard is in the log. */
  heard(_serverId: string, isNew: boolean): void {
    if (!isNew) return;
    this.catchUp();
    this.tellAll();
  }

  went(serverId: string): void {
    for (const room of this.parts.rooms()) room.forgetServer(serverId);
    for (const [document, servers] of this.present) {
      if (!servers.delete(serverId)) continue;
      if (servers.size === 0) this.present.delete(document);
      this.parts.presenceChanged(document);
    }
    this.parts.serverLost();
  }

  publishCommit(document: DocumentId, { first, last, updates }: OwnCommit): void {
    const [only] = updates;
    const bytes = updates.length === 1 && only !== undefined ? only.bytes : Y.mergeUpdates(updates.map((update) => update.bytes));
    const owners = updates.flatMap(({ author, binds }) => binds.map((client) => [client, author?.person ?? ''] as const));
    this.say({ kind: 'content', document, content: { first, last, bytes, owners } });
  }

  publishAwareness(document: DocumentId, states: readonly PeerState[]): void {
    this.say({ kind: 'awareness', document, states });
  }

  publishPresence(document: DocumentId, members: readonly Member[]): void {
    this.say({ kind: 'presence', document, members });
  }

  ask(document: DocumentId): void {
    this.say({ kind: 'ask', document });
  }

  presentElsewhere(document: DocumentId): readonly Member[] {
    return [...(this.present.get(document)?.values() ?? [])].flat();
  }

  documentsElsewhere(): Iterable<DocumentId> {
    return this.present.keys();
  }

  [Symbol.dispose](): void {
    this.watching[Symbol.dispose]();
    this.listening[Symbol.dispose]();
  }

  private say(message: PeerMessage): void {
    this.parts.bus.publish(writePeerMessage(this.parts.membership.serverId, message));
  }

  private receive(bytes: Uint8Array): void {
    try {
      const { serverId, message } = readPeerMessage(bytes);
      this.parts.membership.hear(serverId);
      this.handle(serverId, message);
    } catch (cause) {
      this.parts.failed(cause);
    }
  }

  private handle(serverId: string, message: PeerMessage): void {
    switch (message.kind) {
      case 'content':
        return this.hearContent(message.document, message.content);
      case 'awareness':
        return this.parts.room(message.document)?.hearAwareness(serverId, message.states);
      case 'presence':
        return this.hearPresence(serverId, message.document, message.members);
      case 'ask':
        return this.parts.room(message.document)?.tellPeers();
    }
  }

  private hearContent(document: DocumentId, content: CommittedContent): void {
    const room = this.parts.room(document);
    if (room === undefined) this.parts.committed(document, content.last);
    else room.hearContent(content);
  }

  private hearPresence(serverId: string, document: DocumentId, members: readonly Member[]): void {
    const servers = this.present.get(document) ?? new Map<string, readonly Member[]>();
    if (members.length === 0) servers.delete(serverId);
    else servers.set(serverId, members);
    if (servers.size === 0) this.present.delete(document);
    else this.present.set(document, servers);
    this.parts.presenceChanged(document);
  }

  private tellAll(): void {
    for (const room of this.parts.rooms()) room.tellPeers();
  }

  /** The bus was away: what was missed is in the log, and who is where is asked again. */
  private comeBack(): void {
    this.catchUp();
    this.parts.membership.greet();
    this.tellAll();
  }

  private catchUp(): void {
    for (const room of this.parts.rooms()) room.catchUpSoon();
  }
}
