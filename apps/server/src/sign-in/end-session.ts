// Owns the end of a sign-in for those who have something open with it: documents, links and streams.
import { closeCodes } from '@chancery/sync';
import type { Context } from '../context.ts';

type Open = Pick<Context, 'rights' | 'openSockets' | 'hub'>;

/** Ends it on every server; the session itself is ended before. */
export function endSession(context: Open & Pick<Context, 'cluster'>, session: string, reason: string): void {
  endSessionHere(context, session, reason);
  context.cluster.say({ kind: 'session-ended', session });
}

/** Ends it on this server. */
export function endSessionHere({ rights, openSockets, hub }: Open, session: string, reason: string): void {
  // Whoever is being admitted in this session asks again, and finds it ended.
  rights.version += 1;
  openSockets.closeSession(session, closeCodes.notSignedIn, reason);
  hub.endSession(session);
}
