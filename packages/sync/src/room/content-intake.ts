// Owns the way of a session's content into one open document: decoded, checked, applied, or refused (SPEC.md R5, X1-X8, H3-H7, G2-G5).
import type { ClientIds } from '../content/client-ids.ts';
import { type CloseCode, closeCodes } from '../close-codes.ts';
import { type DecodedUpdate, decodeUpdate } from '../content/content-check.ts';
import { MalformedMessageError } from '../errors.ts';
import type { Gate, HeldContent } from './gate.ts';
import type { Limits } from '../limits.ts';
import type { Refused } from './refuse.ts';
import type { RoomDocument } from '../content/room-document.ts';
import type { Older, RoomSession } from '../session/session.ts';
import { mergeUntrusted } from '../content/merge-untrusted.ts';

export interface IntakeParts {
  readonly document: RoomDocument;
  readonly gate: Gate;
  readonly clientIds: ClientIds;
  readonly limits: Limits;
  /** Revision of the last accepted update. */
  accepted(): number;
  /** Broadcasts and commits what was new; `binds` are client ids that belong to its author from now on. */
  accept(session: RoomSession, update: Uint8Array, binds: readonly number[]): void;
  /** Sends what may be acknowledged already. */
  acknowledge(session: RoomSession): void;
  refuse(session: RoomSession, refused: Refused): void;
  /** True while replies may bring back what others wrote (X8). */
  mayBringBack(): boolean;
}

export class ContentIntake {
  private readonly parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.parts = parts;
  }

  /** Takes one content frame. Throws MalformedMessageError. */
  take(content: HeldContent): void {
    const { session, update } = content;
    if (!session.countContent(update.length)) return;
    const decoded = decodeUpdate(update, this.parts.limits);
    if (session.older !== null) return this.takeFromOlder(content, session.older, decoded);
    if (session.access === 'read' || this.parts.gate.isReadOnly) return this.takeFromReader(content, decoded);
    if (this.parts.gate.isFrozen) return this.takeWhileFrozen(content, decoded);
    this.takeFromWriter(content, decoded);
  }

  /** Takes content that was held while the room was frozen, now that it is not. Throws MalformedMessageError. */
  takeHeld(content: HeldContent): void {
    this.takeFromWriter(content, decodeUpdate(content.update, this.parts.limits));
  }

  /** X6: binds the client id of a writer that has claimed it and delivered all that it had. */
  settle(session: RoomSession): void {
    const client = session.awarenessClient;
    if (client !== null && session.isSynced && session.access === 'write') this.parts.clientIds.settle(client);
  }

  /** W9: what such a client holds is handed over; then it is closed. */
  private takeFromOlder({ session, update, isReply }: HeldContent, older: Older, decoded: DecodedUpdate): void {
    if (!isReply && older === 'older-epoch') return; // its reply holds everything
    const brings = older === 'older-epoch' ? decoded.structs.length > 0 : !this.parts.document.isKnown(decoded);
    if (brings) this.parts.refuse(session, { bytes: update });
    if (isReply) session.close(...endingOf(older));
  }

  private takeFromReader(content: HeldContent, decoded: DecodedUpdate): void {
    const { session, update } = content;
    if (!this.parts.document.isKnown(decoded)) {
      this.parts.refuse(session, { bytes: update });
      session.close(closeCodes.readOnly, 'this session may not write');
      return;
    }
    this.place(content);
  }

  private takeWhileFrozen(content: HeldContent, decoded: DecodedUpdate): void {
    const { gate, document } = this.parts;
    if (gate.holdsOf(content.session) || !document.isKnown(decoded)) gate.hold(content);
    else this.place(content);
  }

  private takeFromWriter(content: HeldContent, decoded: DecodedUpdate): void {
    const { session, update, isReply } = content;
    const { document, clientIds, limits } = this.parts;
    if (isReply && session.early.length > 0) {
      const whole = mergeUntrusted([update, ...session.early]);
      session.early = [];
      return this.takeFromWriter({ ...content, update: whole }, decodeUpdate(whole, limits));
    }
    if (decoded.structs.length === 0 && decoded.deletions.size === 0) return this.place(content);
    const examination = document.examine(decoded);
    if (!examination.isComplete) {
      // R5: an edit that overtook the reply which brings what it builds on
      if (!session.isSynced && !isReply) session.early = [...session.early, update];
      else throw new MalformedMessageError('an update that builds on unknown content');
      return;
    }
    if (!this.mayAdd(content, examination.addsUnder)) {
      this.parts.refuse(session, { bytes: update, why: 'foreign' }); // X7
      return session.close(closeCodes.readOnly, "content under another person's client id");
    }
    if (document.isFull) return session.close(closeCodes.tooLarge, 'the document is full');
    if (isReply) session.isSynced = true;
    // Before the update is kept, which names whose client ids it binds.
    this.settle(session);
    if (!this.parts.mayBringBack()) clientIds.own(examination.addsUnder, session.author.person);
    const isNew = !isReply && decoded.isExact && decoded.structs.length > 0 && examination.isNew;
    const accepted = document.apply(update, isNew);
    if (accepted !== null) this.parts.accept(session, accepted, clientIds.takeUnkept(session.author.person, examination.addsUnder));
    this.place(content);
  }

  private mayAdd({ session, isReply }: HeldContent, addsUnder: ReadonlySet<number>): boolean {
    const isFirstReply = isReply && !session.isSynced;
    return this.parts.clientIds.mayWrite(session.author.person, addsUnder) || (isFirstReply && this.parts.mayBringBack());
  }

  /** Gives the frames received so far their place in the room's order, unless one of them still waits, for its reply or to enter. */
  private place({ session, isReply, isFollowed = false }: HeldContent): void {
    if (isReply) session.isSynced = true;
    this.settle(session);
    if (session.early.length > 0 || isFollowed) return;
    session.markContent(this.parts.accepted());
    this.parts.acknowledge(session);
  }
}

/** How a client that may only hand over is closed. */
export function endingOf(older: Older): readonly [CloseCode, string] {
  if (older === 'right-lost') return [closeCodes.notPermitted, 'this document is not open to this person any more'];
  if (older === 'older-epoch') return [closeCodes.replacedDocument, 'the history of this document was replaced'];
  return [closeCodes.outdatedClient, 'this page is older than the server'];
}
