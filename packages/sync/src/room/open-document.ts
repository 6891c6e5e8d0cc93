// An open document: its content in memory, on its way to the sessions and to the log, and in step with what peers commit
// (SPEC.md D1-D14, V1-V4). How a session's content gets here is the reception's business.
import type { ClientIds } from '../content/client-ids.ts';
import { emptyStateVector, type RoomDocument } from '../content/document.ts';
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { FrozenDocumentError, NotCommittedError } from '../errors.ts';
import { type Follower, Following } from '../log/following.ts';
import type { LoadedDocument } from '../log/load.ts';
import { type CommitListener, Uncommitted, type Writer } from '../log/uncommitted.ts';
import type { Appended, DocumentId, PendingUpdate } from '../ports.ts';
import type { CommittedContent } from '../wire/peer-message.ts';
import type { Audience } from './audience.ts';
import type { Gate } from './gate.ts';
import type { RoomParts } from './room-parts.ts';

/** The room around it. */
export interface Surroundings {
  readonly id: DocumentId;
  readonly gate: Gate;
  readonly clientIds: ClientIds;
  readonly audience: Audience;
  /** The log has everything that was accepted. */
  settled(): void;
  /** Nobody can go on here: closes every session and ends the room. */
  dismiss(code: CloseCode, reason: string, error: Error): void;
}

export class OpenDocument implements CommitListener, Follower, Disposable {
  readonly epoch: number;
  readonly content: RoomDocument;
  readonly uncommitted: Uncommitted;
  readonly following: Following;
  private readonly room: Surroundings;
  private readonly parts: RoomParts;
  private writtenAt: number;

  constructor({ document, stored }: LoadedDocument, room: Surroundings, parts: RoomParts) {
    this.epoch = stored.epoch;
    this.content = document;
    this.room = room;
    this.parts = parts;
    this.writtenAt = parts.clock.now();
    this.uncommitted = new Uncommitted(room.id, this);
    this.following = new Following(room.id, stored, this, parts);
    room.clientIds.learn(stored.owners, true);
  }

  /** Broadcasts an update that is in the content, and has it committed; `binds` are client ids that belong to its author from now on. */
  accept(writer: Writer, bytes: Uint8Array, binds: readonly number[] = []): void {
    const { clock, commit } = this.parts;
    this.writtenAt = clock.now();
    this.uncommitted.add(writer, { bytes, at: this.writtenAt, binds });
    commit.request(this.uncommitted);
    this.room.audience.broadcast(writer, bytes);
  }

  /** Resolves when all that was accepted here and committed elsewhere at the call is committed and in the content. */
  async whenInStep(): Promise<void> {
    await this.uncommitted.whenCommitted();
    if (!this.parts.peers.isAlone) await this.following.catchUp();
  }

  /** R9: keeps bytes alone where nobody has written for a while. */
  rest(): void {
    const { clock, limits } = this.parts;
    if (clock.now() - this.writtenAt > limits.restAfterMs && this.uncommitted.isEmpty) this.content.rest();
  }

  kept({ first, last }: Extract<Appended, { status: 'kept' }>, updates: readonly PendingUpdate[]): void {
    const { id, audience } = this.room;
    const { peers, events } = this.parts;
    audience.tellTrouble(false);
    // One server alone is told every sequence of its log before it can be given a higher one.
    if (peers.isAlone && first <= this.following.sequence) this.following.goBackTo(first - 1);
    this.following.own(first, last);
    audience.acknowledge(this.uncommitted);
    peers.publishCommit(id, { first, last, updates });
    events.committed(id, last);
    if (this.uncommitted.isEmpty) this.room.settled();
  }

  /** D13: what was accepted here is not in the document any more, and nobody here can go on with it. */
  refused(why: 'fenced' | 'foreign'): void {
    const { id, gate } = this.room;
    const at = this.parts.clock.now();
    for (const { author, bytes } of this.uncommitted.giveUp()) {
      if (author !== null) this.parts.events.refused(id, { author, bytes, at, reason: why === 'fenced' ? 'frozen' : 'foreign' });
    }
    if (why === 'fenced') gate.fence();
    this.room.dismiss(closeCodes.readOnly, 'the document did not take what was written', new FrozenDocumentError(id));
  }

  failed(cause: unknown): void {
    this.room.audience.tellTrouble(true);
    this.alarm(cause);
  }

  /** What a peer committed: it is the truth, whatever this room's gate says. */
  take({ bytes, owners }: Pick<CommittedContent, 'bytes' | 'owners'>): void {
    const { id, clientIds, audience } = this.room;
    clientIds.learn(owners, true);
    try {
      const update = this.content.absorb(bytes);
      if (update !== null) audience.broadcast(null, update);
    } catch (cause) {
      this.alarm(cause); // what this server lacks is in the log, and is read when the document is opened again
      const error = new NotCommittedError(`document ${id} lost the log`);
      return this.room.dismiss(closeCodes.failed, 'the document could not follow the log', error);
    }
    this.parts.events.committed(id, this.following.sequence);
  }

  replaced(): void {
    const reason = 'the history was replaced';
    this.room.dismiss(closeCodes.replacedDocument, reason, new NotCommittedError(reason));
  }

  /** D14: a database that fell back behind its word (a restored copy, a lagging standby) is given everything again. */
  wentBack(): void {
    const { clock, commit } = this.parts;
    this.alarm(new Error('the log has lost updates that it had confirmed; the server gives it the document again'));
    this.uncommitted.add({ author: null }, { bytes: this.content.contentSince(emptyStateVector), at: clock.now(), binds: [] });
    commit.request(this.uncommitted);
  }

  unreadable(cause: unknown): void {
    this.alarm(cause);
  }

  [Symbol.dispose](): void {
    this.parts.commit.forget(this.uncommitted);
    this.following[Symbol.dispose]();
    this.content.destroy();
  }

  private alarm(cause: unknown): void {
    this.parts.events.alarm(this.room.id, cause);
  }
}
