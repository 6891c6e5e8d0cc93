// What is done to accounts: an installation keeps an administrator, and nobody is shut out by mistake.
import type { PersonId, RoundId } from '../id.ts';
import { done, type Outcome, refuse } from '../refusal.ts';

interface Standing {
  /** Who acts; null for somebody who has the server itself in hand. */
  readonly by: PersonId | null;
  readonly person: PersonId;
  /** The administrators who can sign in. */
  readonly administrators: readonly PersonId[];
}

interface Disabling extends Standing {
  /** The open rounds that no other coordinator could lead who can sign in. */
  readonly ledAlone: readonly RoundId[];
  /** That such rounds stay without one was agreed to. */
  readonly evenLastCoordinator: boolean;
}

/** AC1-AC3: may the account be disabled? */
export function checkDisabling({ ledAlone, evenLastCoordinator, ...standing }: Disabling): Outcome<null> {
  const outcome = checkDismissal(standing);
  if (!outcome.ok || ledAlone.length === 0 || evenLastCoordinator) return outcome;
  return refuse({ code: 'last-coordinator-account', rounds: ledAlone });
}

/** AC1, AC2: may the person stop being an administrator? */
export function checkDismissal({ by, person, administrators }: Standing): Outcome<null> {
  if (by === person) return refuse({ code: 'not-oneself' });
  if (administrators.every((it) => it === person) && administrators.length > 0) return refuse({ code: 'last-administrator' });
  return done(null);
}
