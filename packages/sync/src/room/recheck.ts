// Asking again what the sessions of a room may do, and making it so at once (SPEC.md X4-X5).
import { type CloseCode, closeCodes } from '../close-codes.ts';
import type { Access, Member } from '../member.ts';
import type { DocumentId } from '../ports.ts';
import type { Room } from './room.ts';
import type { RoomSession } from '../session/session.ts';

/** What a member may do to a document now; a close code for one who may no longer be there. */
export type Decide = (document: DocumentId, member: Member) => Access | CloseCode | Promise<Access | CloseCode>;

/** Asks for every session of the room, all at the same time. A decision that fails closes its session. */
export async function recheck(room: Room, decide: Decide): Promise<void> {
  room.gate.forgetReadOnly();
  await Promise.all([...room.sessions].map((session) => recheckSession(room, session, decide)));
}

async function recheckSession(room: Room, session: RoomSession, decide: Decide): Promise<void> {
  const asked = session.right.askAgain();
  let decision: Access | CloseCode;
  try {
    decision = await decide(room.id, session.member);
  } catch (cause) {
    room.alarm(cause);
    decision = closeCodes.failed;
  }
  if (!session.right.isLatest(asked)) return; // a later recheck knows better
  if (typeof decision === 'number') session.close(decision, 'the rights have changed');
  else session.grant(decision);
}
