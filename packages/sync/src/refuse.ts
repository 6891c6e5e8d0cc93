// Owns what becomes of content that may not enter: it is handed to the server, which may keep it as a proposal (SPEC.md X3, G3).
import { decodeUpdate } from './content-check.ts';
import type { RoomEvents } from './events.ts';
import type { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
import type { DocumentId } from './ports.ts';
import type { RoomSession } from './session.ts';

export interface Refusals {
  readonly id: DocumentId;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly events: Required<RoomEvents>;
}

/** Reports content that was decoded already. */
export function refuse({ id, now, gate, events }: Refusals, session: RoomSession, bytes: Uint8Array): void {
  events.refused(id, { author: session.author, bytes, at: now, reason: gate.isReadOnly ? 'frozen' : session.refusalReason });
}

/** Reports content of a session that was closed as read-only before. Throws MalformedMessageError. */
export function refuseLate(refusals: Refusals, session: RoomSession, bytes: Uint8Array): void {
  const { structs, deletions } = decodeUpdate(bytes, refusals.limits);
  if (structs.length + deletions.size > 0) refuse(refusals, session, bytes);
}
