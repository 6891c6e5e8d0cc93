// How much there is of everything in the rooms of a process, for those who watch it.
import type { Access } from '../member.ts';
import type { Room } from './room.ts';

export interface Figures {
  readonly rooms: Readonly<Record<Exclude<Room['status'], 'ended'>, number>>;
  readonly sessions: Readonly<Record<Access, number>>;
  /** Content frames that were received and are not acknowledged, and their bytes. */
  readonly unacknowledgedFrames: number;
  readonly unacknowledgedBytes: number;
  /** Documents with accepted edits that the log does not have yet. */
  readonly uncommittedDocuments: number;
}

export function figuresOf(rooms: Iterable<Room>): Figures {
  const byStatus = { loading: 0, open: 0, flushing: 0, quarantined: 0 };
  const byAccess = { read: 0, write: 0 };
  let [unacknowledgedFrames, unacknowledgedBytes, uncommittedDocuments] = [0, 0, 0];
  for (const room of rooms) {
    if (room.status !== 'ended') byStatus[room.status] += 1;
    if (room.document?.uncommitted.isEmpty === false) uncommittedDocuments += 1;
    for (const session of room.sessions) {
      byAccess[session.access] += 1;
      unacknowledgedFrames += session.unacknowledged.frames;
      unacknowledgedBytes += session.unacknowledged.bytes;
    }
  }
  return { rooms: byStatus, sessions: byAccess, unacknowledgedFrames, unacknowledgedBytes, uncommittedDocuments };
}
