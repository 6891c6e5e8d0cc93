// The beginning of a link, whatever carries it: how many a sign-in may have, and that its end is known.
import { closeCodes, type Socket } from '@chancery/sync';
import type { VisitorHeaders } from '../admission.ts';
import type { SignedIn } from '../../sign-in/session.ts';
import { withBudget } from '../unread-budget.ts';
import { Link, type Linking } from './link.ts';

/** Links that one sign-in may have at a time: one for each window. */
const maxLinks = 100;

/** A link of this sign-in on the socket; null when the socket was closed instead. */
export function beginLink(socket: Socket, { session, person }: SignedIn, headers: VisitorHeaders, context: Linking): Link | null {
  // Counted where it is added: a burst of them is let in at the same time.
  if (context.openSockets.countLinks(session) >= maxLinks) {
    socket.close(closeCodes.tooFast, 'This site is open in too many windows. Close some of them.');
    return null;
  }
  const link = new Link(withBudget(socket, person.id, context.openSockets), headers, context);
  const registration = context.openSockets.add({ kind: 'link', session, person: person.id, socket: link, member: null });
  link.onLeft(() => registration[Symbol.dispose]());
  link.begin();
  return link;
}
