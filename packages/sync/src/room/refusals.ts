// The edits that a room refuses: each is reported to the server, which may keep it as a proposal (SPEC.md X3, G3, W11).
import { closeCodes } from '../close-codes.ts';
import { decodeUpdate } from '../content/decoded-update.ts';
import type { DocumentId, RefusalReason } from '../ports.ts';
import type { RoomSession } from '../session/session.ts';
import type { Gate } from './gate.ts';
import type { RoomParts } from './room-parts.ts';

export class Refusals {
  private readonly document: DocumentId;
  private readonly gate: Gate;
  private readonly parts: RoomParts;

  constructor(document: DocumentId, gate: Gate, parts: RoomParts) {
    this.document = document;
    this.gate = gate;
    this.parts = parts;
  }

  /** Reports content that was decoded already; `why` where that is not because of the session's right. */
  report(session: RoomSession, bytes: Uint8Array, why?: RefusalReason): void {
    const reason = why ?? (this.gate.isReadOnly && session.older === null ? 'frozen' : session.refusalReason);
    this.parts.events.refused(this.document, { author: session.author, bytes, at: this.parts.clock.now(), reason });
  }

  /** Reports what a client hands over as a proposal. Throws MalformedMessageError. */
  takeProposal(session: RoomSession, bytes: Uint8Array): void {
    if (!session.countHandedOver(bytes.length)) return session.close(closeCodes.tooLarge, 'too much was handed over');
    if (this.isEmpty(bytes)) return;
    const mayWrite = session.access === 'write' && !this.gate.isReadOnly;
    this.report(session, bytes, mayWrite ? 'set-aside' : undefined);
  }

  /** Reports content of a session that was closed for its content before. Throws MalformedMessageError. */
  takeLate(session: RoomSession, bytes: Uint8Array): void {
    if (!this.isEmpty(bytes)) this.report(session, bytes);
  }

  private isEmpty(bytes: Uint8Array): boolean {
    const { structs, deletions } = decodeUpdate(bytes, this.parts.limits);
    return structs.length + deletions.size === 0;
  }
}
