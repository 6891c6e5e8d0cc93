// The end of a sign-in for what is open with it: documents, links and streams of events.
import { type CloseCode, closeCodes } from '@chancery/sync';

/** What sign-ins may have open on this server. */
export interface OpenHere {
  readonly rights: { move(): void };
  readonly openSockets: { signIns(): Iterable<string>; closeSignIn(signIn: string, code: CloseCode, reason: string): void };
  readonly hub: { signIns(): Iterable<string>; endSignIn(signIn: string): void };
}

export interface OpenEverywhere extends OpenHere {
  readonly cluster: { say(message: { readonly kind: 'sign-in-ended'; readonly signIn: string }): void };
}

/** Closes what is open with the sign-ins on every server; the sign-ins themselves are ended before. */
export function closeSignIns(open: OpenEverywhere, signIns: Iterable<string>, reason: string): void {
  for (const signIn of signIns) {
    closeSignInHere(open, signIn, reason);
    open.cluster.say({ kind: 'sign-in-ended', signIn });
  }
}

/** Closes what is open with the sign-in on this server. */
export function closeSignInHere({ rights, openSockets, hub }: OpenHere, signIn: string, reason: string): void {
  // Anyone who is being admitted with this sign-in asks again, and finds it ended.
  rights.move();
  openSockets.closeSignIn(signIn, closeCodes.notSignedIn, reason);
  hub.endSignIn(signIn);
}

/** Closes what is open on this server with sign-ins that have ended or run out. */
export async function closeAfterEndedSignIns(open: OpenHere & { isSignInAlive(signIn: string): Promise<boolean> }): Promise<void> {
  for (const signIn of new Set([...open.openSockets.signIns(), ...open.hub.signIns()])) {
    if (!(await open.isSignInAlive(signIn))) closeSignInHere(open, signIn, 'Your sign-in has ended.');
  }
}
