// What every room of a process is given.
import type { Claims } from '../content/client-ids.ts';
import type { RoomEvents } from '../events.ts';
import type { GroupCommit } from '../log/group-commit.ts';
import type { Limits } from '../limits.ts';
import type { Member } from '../member.ts';
import type { Peers } from '../servers/peers.ts';
import type { Clock, DocumentId, UpdateLog } from '../ports.ts';

export interface RoomParts {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly events: Required<RoomEvents>;
  readonly commit: GroupCommit;
  readonly peers: Peers;
  readonly claims: Claims;
  /** True while replies may bring back what others wrote (X8). */
  mayBringBack(): boolean;
  /** Who is in the room has changed: these are here. */
  presenceMoved(document: DocumentId, here: readonly Member[]): void;
}
