// The reception of an open document: greets each client, and takes what it says. Content is decoded, checked and applied, held, or refused
// (SPEC.md W8-W10, R5, X1-X8, H3-H7, G2-G5).
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { type DecodedUpdate, decodeUpdate, mergeUntrusted } from '../content/decoded-update.ts';
import { emptyStateVector } from '../content/document.ts';
import { MalformedMessageError } from '../errors.ts';
import type { Progress } from '../session/acknowledgements.ts';
import type { RoomSession } from '../session/session.ts';
import type { Older } from '../session/session-state.ts';
import type { ClientMessage, ContentMessage } from '../wire/client-message.ts';
import type { ServerMessage } from '../wire/server-message.ts';
import type { OpenDocument, Surroundings } from './open-document.ts';
import type { Refusals } from './refusals.ts';
import type { RoomParts } from './room-parts.ts';

export class Reception {
  private readonly document: OpenDocument;
  private readonly room: Surroundings;
  private readonly refusals: Refusals;
  private readonly parts: RoomParts;

  constructor(document: OpenDocument, room: Surroundings, refusals: Refusals, parts: RoomParts) {
    this.document = document;
    this.room = room;
    this.refusals = refusals;
    this.parts = parts;
  }

  /** Tells a client what it hears first (W2, W8-W10); it joins the audience unless it may only hand over what it holds. */
  welcome(session: RoomSession): void {
    const { epoch, content } = this.document;
    const { audience } = this.room;
    const older = this.olderOf(session);
    // One that may not have this history is not even told how far it has come.
    const mayKnow = older === null || older === 'older-schema';
    const greeting: ServerMessage[] = [
      { type: 'epoch', epoch },
      { type: 'sync-step-1', stateVector: mayKnow ? content.stateVector() : emptyStateVector },
    ];
    if (audience.hearsOfTrouble) greeting.push({ type: 'trouble', isInTrouble: true });
    if (older !== null) return session.admitToHandOver(older, greeting, endingOf(older), this.parts.limits.handOverWithinMs);
    session.admit(greeting);
    audience.add(session);
  }

  /** Takes one content frame; null while it waits, or when it was refused. Throws MalformedMessageError. */
  take(session: RoomSession, content: ContentMessage): Progress | null {
    const { gate } = this.room;
    const decoded = decodeUpdate(content.update, this.parts.limits);
    if (session.older !== null) return this.takeFromOlder(session, session.older, content, decoded);
    if (session.access === 'read' || gate.isReadOnly) return this.takeFromReader(session, content, decoded);
    if (!gate.isFrozen) return this.takeFromWriter(session, content, decoded);
    if (!gate.holdsOf(session) && this.document.content.isKnown(decoded)) return this.placed(session, content);
    gate.hold({ session, content });
    return null;
  }

  /** Takes content that was held while the room was frozen, now that it is not (G2). Throws MalformedMessageError. */
  takeHeld(session: RoomSession, contents: readonly ContentMessage[]): void {
    let progress: Progress | null = null;
    for (const content of contents) progress = this.takeFromWriter(session, content, decodeUpdate(content.update, this.parts.limits));
    if (progress !== null) session.place(progress);
  }

  /** Throws MalformedMessageError. */
  handle(session: RoomSession, message: Exclude<ClientMessage, ContentMessage>): void {
    if (message.type === 'proposal') return this.refusals.takeProposal(session, message.update);
    // An older client gets nothing: it would show two histories, or delete what its schema does not know.
    if (session.older !== null) return;
    const { awareness } = this.room.audience;
    switch (message.type) {
      case 'sync-step-1':
        return session.reply(this.document.content.contentSince(message.stateVector));
      case 'awareness':
        awareness.receive(session, message.entries);
        return this.settle(session);
      case 'query-awareness':
        return awareness.showTo(session);
    }
  }

  /** W9: what such a client holds is handed over; then it is closed. */
  private takeFromOlder(session: RoomSession, older: Older, { update, isReply }: ContentMessage, decoded: DecodedUpdate): null {
    if (!isReply && older === 'older-epoch') return null; // its reply holds everything
    const brings = older === 'older-epoch' ? decoded.structs.length > 0 : !this.document.content.isKnown(decoded);
    if (brings) this.refusals.report(session, update);
    if (isReply) session.close(...endingOf(older));
    return null;
  }

  private takeFromReader(session: RoomSession, content: ContentMessage, decoded: DecodedUpdate): Progress | null {
    if (this.document.content.isKnown(decoded)) return this.placed(session, content);
    this.refusals.report(session, content.update);
    session.close(closeCodes.readOnly, 'this session may not write');
    return null;
  }

  private takeFromWriter(session: RoomSession, message: ContentMessage, decoded: DecodedUpdate): Progress | null {
    const { update, isReply } = message;
    const { content } = this.document;
    const early = isReply ? session.firstReply.takeEarly() : [];
    if (early.length > 0) {
      const whole = mergeUntrusted([update, ...early]);
      return this.takeFromWriter(session, { ...message, update: whole }, decodeUpdate(whole, this.parts.limits));
    }
    if (decoded.structs.length === 0 && decoded.deletions.size === 0) return this.placed(session, message);
    const examination = content.examine(decoded);
    if (!examination.isComplete) {
      if (session.firstReply.isIn || isReply) throw new MalformedMessageError('an update that builds on unknown content');
      session.firstReply.keepEarly(update); // R5: it has overtaken the reply that brings what it builds on
      return null;
    }
    if (examination.addsUnder.size > this.parts.limits.newClients)
      throw new MalformedMessageError('new content under too many client ids in one update');
    if (!this.mayAdd(session, isReply, examination.addsUnder)) return this.refuseForeign(session, update);
    if (decoded.structs.length > 0 && (content.isFull || !content.hasRoomForClients(examination.addsUnder))) {
      session.close(closeCodes.tooLarge, 'the document is full');
      return null;
    }
    const isNew = !isReply && decoded.isExact && decoded.structs.length > 0 && examination.isNew;
    this.enter(session, message, examination.addsUnder, isNew);
    return this.placed(session, message);
  }

  private enter(session: RoomSession, { update, isReply }: ContentMessage, addsUnder: ReadonlySet<number>, isNew: boolean): void {
    const { clientIds } = this.room;
    const { person } = session.author;
    if (isReply) session.firstReply.markIn();
    // Before the update is kept, which names whose client ids it binds.
    this.settle(session);
    // X8: only a reply brings back what others wrote.
    if (!isReply || !this.parts.mayBringBack()) clientIds.own(addsUnder, person);
    const accepted = this.document.content.apply(update, isNew);
    if (accepted !== null) this.document.accept(session, accepted, clientIds.takeUnkept(person, addsUnder));
  }

  private mayAdd(session: RoomSession, isReply: boolean, addsUnder: ReadonlySet<number>): boolean {
    const isFirstReply = isReply && !session.firstReply.isIn;
    return this.room.clientIds.mayWrite(session.author.person, addsUnder) || (isFirstReply && this.parts.mayBringBack());
  }

  /** X7 */
  private refuseForeign(session: RoomSession, update: Uint8Array): null {
    this.refusals.report(session, update, 'foreign');
    session.close(closeCodes.readOnly, "content under another person's client id");
    return null;
  }

  /** The content is in the document: its frame has its place after all that was accepted so far. */
  private placed(session: RoomSession, { isReply }: ContentMessage): Progress {
    if (isReply) session.firstReply.markIn();
    this.settle(session);
    return this.document.uncommitted;
  }

  /** X6: binds the client id of a writer that has claimed it and delivered all that it had. */
  private settle(session: RoomSession): void {
    const client = session.awarenessClient;
    if (client !== null && session.firstReply.isIn && session.access === 'write') this.room.clientIds.settle(client);
  }

  private olderOf({ version }: RoomSession): Older | null {
    if (!version.mayRead) return 'right-lost';
    if (version.epoch !== null && version.epoch < this.document.epoch) return 'older-epoch';
    return version.isOfThisSchema ? null : 'older-schema';
  }
}

/** How a client that may only hand over is closed. */
function endingOf(older: Older): readonly [CloseCode, string] {
  if (older === 'right-lost') return [closeCodes.notPermitted, 'this document is no longer open to this person'];
  if (older === 'older-epoch') return [closeCodes.replacedDocument, 'the history of this document was replaced'];
  return [closeCodes.outdatedClient, 'this page is older than the server'];
}
