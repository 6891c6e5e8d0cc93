// Owns freezing one room and what its end does to the content held meanwhile (SPEC.md G1-G6).
import { closeCodes } from '../close-codes.ts';
import { MalformedMessageError, NotCommittedError } from '../errors.ts';
import type { Freeze, HeldContent } from './gate.ts';
import { mergeUntrusted } from '../content/merge-untrusted.ts';
import type { OpenRoom } from './open-room.ts';
import type { Room } from './room.ts';
import type { RoomSession } from '../session/session.ts';

/**
 * From the call on no content enters; resolves when all before it is committed. One at a time: a second one waits for the first release.
 * Rejects, and thaws, when the document cannot be loaded or is not committed within `freezeWithinMs`.
 */
export async function freeze(room: Room): Promise<Freeze> {
  while (room.gate.isFrozen) await room.gate.whenReleased();
  room.gate.freeze();
  const over = Promise.withResolvers<void>();
  let isOver = false;
  const end = (outcome: 'thaw' | 'read-only'): void => {
    if (isOver) return;
    isOver = true;
    release(room, outcome);
    over.resolve();
  };
  const frozen = Promise.withResolvers<Freeze>();
  const kept = room.use(async (inside) => {
    await committedInTime(room, inside);
    frozen.resolve({ doc: inside.document.doc, sequence: inside.following.sequence, release: end, [Symbol.dispose]: () => end('thaw') });
    await over.promise;
  });
  kept.catch((cause: unknown) => {
    end('thaw');
    frozen.reject(cause);
  });
  return frozen.promise;
}

async function committedInTime(room: Room, inside: OpenRoom): Promise<void> {
  const late = Promise.withResolvers<never>();
  const reason = new NotCommittedError(`document ${room.id} was not committed in time to be frozen`);
  using _deadline = room.clock.after(room.limits.freezeWithinMs, () => late.reject(reason));
  await Promise.race([inside.whenInStep(), late.promise]);
}

function release(room: Room, outcome: 'thaw' | 'read-only'): void {
  const held = room.gate.release(outcome);
  if (outcome === 'read-only') for (const session of room.sessions) session.grant('read', 'frozen');
  for (const [session, contents] of Map.groupBy(held, (content) => content.session)) {
    try {
      if (session.access === 'read' || room.gate.isReadOnly) refuseHeld(room, session, contents);
      else contents.forEach((content, index) => room.takeHeld({ ...content, isFollowed: index < contents.length - 1 }));
    } catch (cause) {
      if (!(cause instanceof MalformedMessageError)) throw cause;
      session.close(closeCodes.malformedMessage, cause.message);
    }
  }
}

/** G3: the client holds text that is not in the document; closing makes it start again from the server. */
function refuseHeld(room: Room, session: RoomSession, contents: readonly HeldContent[]): void {
  room.refuse(session, { bytes: mergeUntrusted(contents.map(({ update }) => update)) });
  session.close(closeCodes.readOnly, 'this document is read-only now');
}
