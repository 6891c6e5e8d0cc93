// Owns finding the sign-ins that have ended or run out while somebody still has something open with them.
import type { Context } from '../context.ts';
import { endSessionHere } from './end-session.ts';

/** Closes the documents and streams of every sign-in on this server that is no longer alive. */
export async function sweepSessions(context: Context): Promise<void> {
  for (const session of new Set([...context.openSockets.sessions(), ...context.hub.sessions()])) {
    if (!(await context.isSessionAlive(session))) endSessionHere(context, session, 'Your sign-in has ended.');
  }
}
