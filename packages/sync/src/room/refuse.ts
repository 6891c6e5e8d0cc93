// Owns what becomes of content that may not enter: it is handed to the server, which may keep it as a proposal (SPEC.md X3, G3).
import { closeCodes } from '../close-codes.ts';
import { decodeUpdate } from '../content/content-check.ts';
import type { RefusalReason, RoomEvents } from '../events.ts';
import type { Gate } from './gate.ts';
import type { Limits } from '../limits.ts';
import type { DocumentId } from '../ports.ts';
import type { RoomSession } from '../session/session.ts';

export interface Refusals {
  readonly id: DocumentId;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly events: Required<RoomEvents>;
}

/** Content that may not enter; `why` where that is not because of the session's right. */
export interface Refused {
  readonly bytes: Uint8Array;
  readonly why?: RefusalReason;
}

/** Reports content that was decoded already. */
export function refuse({ id, now, gate, events }: Refusals, session: RoomSession, { bytes, why }: Refused): void {
  const reason = why ?? (gate.isReadOnly && session.older === null ? 'frozen' : session.refusalReason);
  events.refused(id, { author: session.author, bytes, at: now, reason });
}

/** Reports what a client hands over as a proposal. Throws MalformedMessageError. */
export function takeProposal(refusals: Refusals, session: RoomSession, bytes: Uint8Array): void {
  if (!session.countHandedOver(bytes.length)) return session.close(closeCodes.tooLarge, 'too much was handed over');
  const { structs, deletions } = decodeUpdate(bytes, refusals.limits);
  if (structs.length + deletions.size === 0) return;
  const mayWrite = session.access === 'write' && !refusals.gate.isReadOnly;
  refuse(refusals, session, mayWrite ? { bytes, why: 'set-aside' } : { bytes });
}

/** Reports content of a session that was closed as read-only before. Throws MalformedMessageError. */
export function refuseLate(refusals: Refusals, session: RoomSession, bytes: Uint8Array): void {
  const { structs, deletions } = decodeUpdate(bytes, refusals.limits);
  if (structs.length + deletions.size > 0) refuse(refusals, session, { bytes });
}
