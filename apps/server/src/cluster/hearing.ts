// Owns what this server does when another says something, or may have said something that was not heard.
import type { Context } from '../context.ts';
import { endSessionHere } from '../sign-in/end-session.ts';
import { sweepSessions } from '../sign-in/sweep-sessions.ts';
import type { Hearing } from './cluster.ts';

/** For everybody who is connected to this server. */
export function hearingOf(context: () => Context): Hearing {
  return {
    decided: (decided) => context().watch.follow(decided),
    told: (word) => {
      const { hub } = context();
      if (word.kind === 'told') hub.tellHere(word.round, word.event);
      else if (word.kind === 'told-person') hub.tellPersonHere(word.person, word.event);
      else endSessionHere(context(), word.session, 'You have signed out.');
    },
    lost: () => readAnew(context()),
  };
}

/** What was told meanwhile is not told again, so that everybody reads it and every sign-in is looked at. */
export function readAnew(context: Context): void {
  context.hub.tellAllHere();
  sweepSessions(context).catch((cause: unknown) => context.log.warn({ event: 'session-sweep-failed', err: cause }));
}
