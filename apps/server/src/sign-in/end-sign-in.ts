// The end of a sign-in for what is open with it: documents, links and streams of events.
import { type CloseCode, closeCodes } from '@chancery/sync';

/** What sign-ins may have open on this server. */
export interface OpenHere {
  readonly rights: { move(): void };
  readonly openSockets: { sessions(): Iterable<string>; closeSession(session: string, code: CloseCode, reason: string): void };
  readonly hub: { sessions(): Iterable<string>; endSession(session: string): void };
}

interface OpenEverywhere extends OpenHere {
  readonly cluster: { say(message: { readonly kind: 'session-ended'; readonly session: string }): void };
}

/** Closes what is open with the sign-in on every server; the sign-in itself is ended before. */
export function endSignIn(open: OpenEverywhere, session: string, reason: string): void {
  endSignInHere(open, session, reason);
  open.cluster.say({ kind: 'session-ended', session });
}

/** Closes what is open with the sign-in on this server. */
export function endSignInHere({ rights, openSockets, hub }: OpenHere, session: string, reason: string): void {
  // Anyone who is being admitted with this sign-in asks again, and finds it ended.
  rights.move();
  openSockets.closeSession(session, closeCodes.notSignedIn, reason);
  hub.endSession(session);
}

/** Closes what is open on this server with sign-ins that have ended or run out. */
export async function closeAfterEndedSignIns(open: OpenHere & { isSessionAlive(session: string): Promise<boolean> }): Promise<void> {
  for (const session of new Set([...open.openSockets.sessions(), ...open.hub.sessions()])) {
    if (!(await open.isSessionAlive(session))) endSignInHere(open, session, 'Your sign-in has ended.');
  }
}
