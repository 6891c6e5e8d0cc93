// Invitations: one-time links, made here, shown once, kept as a hash.
import { randomBytes } from 'node:crypto';
import type { ResponseOf } from '@chancery/contract';
import type { PersonId, RoundId } from '@chancery/domain';
import { createInvitation, now, type Person, roundsOf, type Transaction } from '@chancery/store';
import { checkRoundRight, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { RefusalError } from '../../http/problem.ts';
import { hashToken, type SignedIn } from '../../sign-in/sign-ins.ts';

const lastsMs = 7 * 24 * 60 * 60_000;

/** A link with the token in the fragment, which browsers send to no server and write into no log. */
export async function createInvitationFor(context: Pick<Context, 'config'>, tx: Transaction, person: PersonId): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const createdAt = await now(tx);
  await createInvitation(tx, { tokenHash: hashToken(token), person, createdAt, expiresAt: createdAt + lastsMs });
  const { publicUrl, port } = context.config;
  return `${publicUrl ?? `http://localhost:${port}`}/welcome#${token}`;
}

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
    return { person, invitation: await createInvitationFor(context, tx, person) };
  });
}
