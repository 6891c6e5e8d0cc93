// Invitations: who may have a member's one-time link made.
import type { ResponseOf } from '@chancery/contract';
import type { PersonId, RoundId } from '@chancery/domain';
import { type Person, roundsOf, type Transaction } from '@chancery/store';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { RefusalError } from '../../http/problem.ts';
import { deliverLink } from '../../sign-in/one-time-link.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';

/**
 * True when this person may be given the link of that account, which opens all that the account may do: an administrator any,
 * others that of an account which is no administrator's and takes part in no other round.
 */
export async function mayHandOutLink(tx: Transaction, round: RoundId, by: Person, invited: Person): Promise<boolean> {
  if (by.isAdministrator) return true;
  return !invited.isAdministrator && (await roundsOf(tx, invited.id)).every((it) => it.id === round);
}

/** A new link for a member who has no password yet; null for one who has. */
export async function inviteAgain(
  context: Context,
  { round, person }: { round: RoundId; person: PersonId },
  by: SignedIn,
): Promise<ResponseOf<'inviteAgain'>> {
  const state = await stateOf(context, round);
  checkRoundRight(state, by.person, 'manage-round');
  const member = state.people.get(person);
  if (member === undefined) throw new RefusalError({ code: 'person-unknown' });
  if (member.hasPassword) return { person, invitation: null };
  return context.store.transaction(async (tx) => {
    if (!(await mayHandOutLink(tx, round, by.person, member))) throw new RefusalError({ code: 'not-permitted' });
    return { person, invitation: (await deliverLink(context, tx, { person, by: by.person })).link };
  });
}
