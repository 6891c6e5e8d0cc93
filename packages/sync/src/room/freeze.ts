// Freezing a room, and what the end of it does to the content held meanwhile (SPEC.md G1-G6).
import type * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import { MalformedMessageError, NotCommittedError } from '../errors.ts';
import { mergeUntrusted } from '../content/decoded-update.ts';
import type { ContentMessage } from '../wire/client-message.ts';
import type { OpenDocument } from './open-document.ts';
import type { Room } from './room.ts';
import type { RoomSession } from '../session/session.ts';

/** A document into which no content enters. Disposing it without `release` thaws. */
export interface Freeze extends Disposable {
  /** All of it committed. Read only by contract, and only until the release. */
  readonly doc: Y.Doc;
  readonly sequence: number;
  release(outcome: 'thaw' | 'read-only'): void;
}

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
  const kept = room.use(async (document) => {
    await committedInTime(room, document);
    frozen.resolve({ doc: document.content.doc, sequence: document.following.sequence, release: end, [Symbol.dispose]: () => end('thaw') });
    await over.promise;
  });
  kept.catch((cause: unknown) => {
    end('thaw');
    frozen.reject(cause);
  });
  return frozen.promise;
}

async function committedInTime(room: Room, document: OpenDocument): Promise<void> {
  const late = Promise.withResolvers<never>();
  const reason = new NotCommittedError(`document ${room.id} was not committed in time to be frozen`);
  using _deadline = room.clock.after(room.limits.freezeWithinMs, () => late.reject(reason));
  await Promise.race([document.whenInStep(), late.promise]);
}

function release(room: Room, outcome: 'thaw' | 'read-only'): void {
  const held = room.gate.release(outcome);
  if (outcome === 'read-only') for (const session of room.sessions) session.grant('read', 'frozen');
  for (const [session, contents] of Map.groupBy(held, ({ session }) => session)) {
    const messages = contents.map(({ content }) => content);
    try {
      if (session.access === 'read' || room.gate.isReadOnly) refuseHeld(room, session, messages);
      else room.takeHeld(session, messages);
    } catch (cause) {
      if (!(cause instanceof MalformedMessageError)) throw cause;
      session.close(closeCodes.malformedMessage, cause.message);
    }
  }
}

/** G3: the client holds text that is not in the document; closing makes it start again from the server. */
function refuseHeld(room: Room, session: RoomSession, contents: readonly ContentMessage[]): void {
  room.refusals.report(session, mergeUntrusted(contents.map(({ update }) => update)));
  session.close(closeCodes.readOnly, 'this document is read-only now');
}
