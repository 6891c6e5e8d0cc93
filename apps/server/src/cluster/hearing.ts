// What this server does when another says something, or may have said something that was not heard.
import type { Logger } from 'pino';
import type { Hub } from '../round/hub.ts';
import { closeAfterEndedSignIns, closeSignInHere, type OpenHere } from '../sign-in/end-sign-in.ts';
import type { Hearing } from './cluster.ts';
import type { RoundWatch } from './round-watch.ts';

/** What is open on this server, for whatever the others say about it. */
export interface HearingHere extends OpenHere {
  readonly watch: RoundWatch;
  readonly hub: Hub;
  readonly log: Logger;
  isSignInAlive(signIn: string): Promise<boolean>;
}

/** For everybody who is connected to this server. */
export function hearingOf(here: () => HearingHere): Hearing {
  return {
    decided: (decided) => here().watch.hear(decided),
    told: (message) => {
      const { hub } = here();
      if (message.kind === 'told') hub.tellHere(message.round, message.event);
      else if (message.kind === 'told-person') hub.tellPersonHere(message.person, message.event);
      else closeSignInHere(here(), message.signIn, 'Your sign-in has ended.');
    },
    lost: () => readAgain(here()),
  };
}

/** What was told meanwhile is not told again, so that everybody reads it and every sign-in is looked at. */
export function readAgain(here: HearingHere): void {
  here.hub.tellAllHere();
  closeAfterEndedSignIns(here).catch((cause: unknown) => here.log.warn({ event: 'session-sweep-failed', err: cause }));
}
