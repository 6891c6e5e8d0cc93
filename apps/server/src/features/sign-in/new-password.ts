// New passwords: what they must be for this person, and their hash.
import { checkNewPassword, commonPasswordsOf, tellingWords } from '@chancery/domain';
import list from '@chancery/domain/common-passwords.json' with { type: 'json' };
import { type Database, type Person, roundsOf } from '@chancery/store';
import type { PasswordWork } from '../../sign-in/password.ts';
import { hashPassword } from '../../sign-in/password.ts';
import { allowed } from '../../http/problem.ts';
import { busy } from './check-password.ts';

const common = commonPasswordsOf(list);

/** Words that may not make up the person's password. */
export async function wordsAgainst(db: Database, { id, name, email }: Person): Promise<readonly string[]> {
  const countries = (await roundsOf(db, id)).map((round) => round.country);
  return tellingWords({ name, email, countries });
}

/** The hash of a password that is good enough; throws the refusal of one that is not. `asker`: who waits behind whom. */
export async function hashNewPassword(
  passwords: PasswordWork,
  { typed, telling, asker }: { readonly typed: string; readonly telling: readonly string[]; readonly asker: string },
): Promise<string> {
  const password = allowed(checkNewPassword(typed, telling, common));
  const hashed = await passwords.forStranger(asker, () => hashPassword(password));
  if (hashed === null) throw busy('Many people are signing in at this moment. Try again in a minute.');
  return hashed.value;
}
