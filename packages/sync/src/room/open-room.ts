// Owns what an open room does with content: its way in, to the other sessions, to the log, and in from other servers (SPEC.md D1-D13, W6-W10, V1-V4).
import type { Awareness } from './awareness.ts';
import type { CommittedContent } from '../wire/bus-message.ts';
import type { ClientIds } from '../content/client-ids.ts';
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { ContentIntake, endingOf } from './content-intake.ts';
import { FrozenDocumentError, NotCommittedError } from '../errors.ts';
import { Following } from '../log/following.ts';
import type { Gate } from './gate.ts';
import type { LoadedDocument } from '../log/load.ts';
import { announceEpoch, announceTrouble, askForContent, type ClientMessage, replyWithContent } from '../wire/message.ts';
import { Outbox } from './outbox.ts';
import type { Appended, DocumentId, PendingUpdate } from '../ports.ts';
import { type Refused, type Refusals, refuse, takeProposal } from './refuse.ts';
import { emptyStateVector, type RoomDocument } from '../content/room-document.ts';
import type { RoomParts } from './room-parts.ts';
import type { Older, RoomSession } from '../session/session.ts';
import { type CommitListener, Uncommitted, type Writer } from '../log/uncommitted.ts';

/** The room around it. */
export interface Surroundings {
  readonly id: DocumentId;
  readonly parts: RoomParts;
  readonly gate: Gate;
  readonly clientIds: ClientIds;
  readonly awareness: Awareness;
  refusals(): Refusals;
  /** The sessions that get what others write. */
  members(): Iterable<RoomSession>;
  /** The log has everything that was accepted. */
  settled(): void;
  /** Nobody can go on here: closes every session and ends the room. */
  dismiss(code: CloseCode, reason: string, error: Error): void;
}

export class OpenRoom implements CommitListener, Disposable {
  readonly document: RoomDocument;
  readonly uncommitted: Uncommitted;
  readonly following: Following;
  readonly intake: ContentIntake;
  private readonly epoch: number;
  private readonly around: Surroundings;
  private readonly outbox = new Outbox();
  private isInTrouble = false;
  private writtenAt: number;

  constructor({ document, stored }: LoadedDocument, around: Surroundings) {
    const { id, parts, gate, clientIds } = around;
    this.document = document;
    this.epoch = stored.epoch;
    this.around = around;
    this.writtenAt = parts.clock.now();
    this.uncommitted = new Uncommitted(id, this);
    clientIds.learn(stored.owners, true);
    this.following = new Following({
      ...parts,
      document: id,
      stored,
      take: (content) => this.take(content),
      replaced: () =>
        around.dismiss(closeCodes.replacedDocument, 'the history was replaced', new NotCommittedError('the history was replaced')),
      wentBack: () => this.giveAgain(),
      failed: (cause) => this.alarm(cause),
    });
    this.intake = new ContentIntake({
      document,
      gate,
      clientIds,
      limits: parts.limits,
      accepted: () => this.uncommitted.accepted,
      accept: (session, bytes, binds) => this.accept(session, session, { bytes, binds }),
      acknowledge: (session) => session.acknowledgeUpTo(this.uncommitted.committed),
      refuse: (session, refused) => this.refuse(session, refused),
      mayBringBack: () => parts.mayBringBack(),
    });
  }

  /** W8-W10: what a client hears first. False for one that may only hand over what it holds, and is not one of the others. */
  greet(session: RoomSession): boolean {
    session.older = this.olderOf(session);
    // Of a history or a document that is not its own any more a client is told nothing, not even how far it has come.
    const whole = session.older === 'older-epoch' || session.older === 'right-lost';
    const greeting = [announceEpoch(this.epoch), askForContent(whole ? emptyStateVector : this.document.stateVector())];
    if (this.isInTrouble) greeting.push(announceTrouble(true));
    session.admit(greeting);
    if (session.older === null) return true;
    session.closeWithin(this.around.parts.limits.handOverWithinMs, ...endingOf(session.older));
    return false;
  }

  /** Throws MalformedMessageError. */
  handle(session: RoomSession, message: ClientMessage): void {
    switch (message.type) {
      case 'content':
        return this.intake.take({ session, update: message.update, isReply: message.isReply });
      case 'proposal':
        return takeProposal(this.around.refusals(), session, message.update);
      default:
        // An older client gets nothing: it would show two histories, or delete what its schema does not know.
        if (session.older === null) this.tell(session, message);
    }
  }

  /** Broadcasts an accepted update and has it committed. */
  accept(
    writer: Writer,
    from: RoomSession | null,
    { bytes, binds = [] }: { readonly bytes: Uint8Array; readonly binds?: readonly number[] },
  ): void {
    const { clock, commit } = this.around.parts;
    this.writtenAt = clock.now();
    this.uncommitted.add(writer, { bytes, at: this.writtenAt, binds });
    commit.request(this.uncommitted);
    this.send(from, bytes);
  }

  refuse(session: RoomSession, refused: Refused): void {
    refuse(this.around.refusals(), session, refused);
  }

  /** Resolves when all that was accepted here and committed elsewhere at the call is committed and in the document. */
  async whenInStep(): Promise<void> {
    await this.uncommitted.whenCommitted();
    if (!this.around.parts.neighbours.isAlone) await this.following.catchUp();
  }

  /** Keeps bytes alone where nobody has written for a while. */
  rest(): void {
    const { clock, limits } = this.around.parts;
    if (clock.now() - this.writtenAt > limits.restAfterMs && this.uncommitted.isEmpty) this.document.rest();
  }

  kept({ first, last }: Extract<Appended, { status: 'kept' }>, updates: readonly PendingUpdate[]): void {
    const { id, parts } = this.around;
    this.tellTrouble(false);
    // One server alone is told every sequence of its log before it can be given a higher one.
    if (parts.neighbours.isAlone && first <= this.following.sequence) this.following.goBackTo(first - 1);
    this.following.own(first, last);
    for (const session of this.around.members()) session.acknowledgeUpTo(this.uncommitted.committed);
    parts.neighbours.publishCommit(id, { first, last, updates });
    parts.events.committed(id, last);
    if (this.uncommitted.isEmpty) this.around.settled();
  }

  /** D13: what was accepted here is not in the document any more, and nobody here can go on with it. */
  refused(why: 'fenced' | 'foreign'): void {
    const { id, parts, gate } = this.around;
    const at = parts.clock.now();
    for (const { author, bytes } of this.uncommitted.giveUp()) {
      if (author !== null) parts.events.refused(id, { author, bytes, at, reason: why === 'fenced' ? 'frozen' : 'foreign' });
    }
    if (why === 'fenced') gate.fence();
    this.around.dismiss(closeCodes.readOnly, 'the document did not take what was written', new FrozenDocumentError(id));
  }

  failed(cause: unknown): void {
    this.tellTrouble(true);
    this.alarm(cause);
  }

  [Symbol.dispose](): void {
    this.around.parts.commit.forget(this.uncommitted);
    this.following[Symbol.dispose]();
    this.document.destroy();
  }

  /** D14: a database that fell back behind its word (a restored copy, a lagging standby) is given everything again. */
  private giveAgain(): void {
    const { clock, commit } = this.around.parts;
    this.alarm(new Error('the log has lost updates that it had confirmed; the server gives it the document again'));
    this.uncommitted.add({ author: null }, { bytes: this.document.contentSince(emptyStateVector), at: clock.now(), binds: [] });
    commit.request(this.uncommitted);
  }

  private olderOf({ version }: RoomSession): Older | null {
    if (!version.mayRead) return 'right-lost';
    if (version.epoch !== null && version.epoch < this.epoch) return 'older-epoch';
    return version.isOfThisSchema ? null : 'older-schema';
  }

  private tell(session: RoomSession, message: Exclude<ClientMessage, { type: 'content' | 'proposal' }>): void {
    const { awareness } = this.around;
    switch (message.type) {
      case 'sync-step-1':
        session.send(replyWithContent(this.document.contentSince(message.stateVector)));
        session.isListening = true;
        return;
      case 'awareness':
        awareness.receive(session, message.entries);
        return this.intake.settle(session);
      case 'query-awareness':
        return awareness.showTo(session);
    }
  }

  /** What another server committed: it is the truth, whatever this room's gate says. */
  private take({ bytes, owners }: Pick<CommittedContent, 'bytes' | 'owners'>): void {
    const { id, parts, clientIds } = this.around;
    clientIds.learn(owners, true);
    try {
      const update = this.document.absorb(bytes);
      if (update !== null) this.send(null, update);
    } catch (cause) {
      this.alarm(cause); // what this server lacks is in the log, and is read again when the room is opened anew
      return this.around.dismiss(
        closeCodes.failed,
        'the document could not follow the log',
        new NotCommittedError(`document ${id} lost the log`),
      );
    }
    parts.events.committed(id, this.following.sequence);
  }

  private send(from: RoomSession | null, update: Uint8Array): void {
    if (this.outbox.isEmpty) this.around.parts.clock.after(0, () => this.outbox.flush(this.listeners()));
    this.outbox.add(from, update);
  }

  private *listeners(): Iterable<RoomSession> {
    for (const session of this.around.members()) if (session.isListening) yield session;
  }

  private tellTrouble(isInTrouble: boolean): void {
    if (this.isInTrouble === isInTrouble) return;
    this.isInTrouble = isInTrouble;
    for (const session of this.around.members()) session.send(announceTrouble(isInTrouble));
  }

  private alarm(cause: unknown): void {
    this.around.parts.events.alarm(this.around.id, cause);
  }
}
