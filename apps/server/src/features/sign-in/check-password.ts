// The check of a password: of a stranger who wants to sign in, and of somebody who is signed in and proves it again.
import { type Credentials, findCredentials, type Person } from '@chancery/store';
import type { Context } from '../../context.ts';
import { networkOf } from '../../http/client-address.ts';
import { ProblemError } from '../../http/problem.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { checkPace, checkProofPace, countFailedProof, countFailure, noteSuccess } from './sign-in-pace.ts';

/** Who it is; throws the same sentence after about the same time whether the account exists or not. */
export async function checkPassword(
  context: Context,
  { email, password }: { readonly email: string; readonly password: string },
  address: string,
): Promise<Credentials> {
  const { store, passwords, config } = context;
  const attempt = { account: email.trim().toLowerCase(), network: networkOf(address) };
  await checkPace(store, attempt);
  const checked = await passwords.forStranger(attempt.network, async (isPassword) => {
    // Asked again: of a burst, those before this one may have failed meanwhile.
    await checkPace(store, attempt);
    const credentials = await findCredentials(store.read, attempt.account);
    const isRight = await isPassword(password, credentials?.passwordHash ?? null);
    const mayEnter = isRight && credentials !== null && isOpen(credentials.person, config.isDemo);
    if (mayEnter) return credentials;
    await countFailure(store, attempt);
    return null;
  });
  if (checked === null) throw busy('Many people are signing in at this moment. Try again in a minute.');
  if (checked.value === null) throw wrongPassword();
  await noteSuccess(store, attempt, checked.value.person.id);
  return checked.value;
}

/** Throws unless it is the password of the person who is signed in. What strangers try with this account has no part in it. */
export async function checkOwnPassword(context: Context, { person, signIn }: SignedIn, password: string): Promise<void> {
  const { store, passwords } = context;
  const checked = await passwords.forSignedIn(signIn, async (isPassword) => {
    await checkProofPace(store, signIn);
    const credentials = await findCredentials(store.read, person.email);
    const isRight = await isPassword(password, credentials?.passwordHash ?? null);
    if (!isRight) await countFailedProof(store, signIn);
    return isRight;
  });
  if (checked === null) throw busy('Many people are proving who they are at this moment. Try again in a minute.');
  if (!checked.value) throw new ProblemError('wrong-password', 'The password is wrong. Check it and try again.');
}

/** The cast of a demo has a password that everybody knows. */
function isOpen({ disabledAt, isDemo }: Person, isDemoServer: boolean): boolean {
  return disabledAt === null && (isDemoServer || !isDemo);
}

/** The same whether the account exists or not. */
export function wrongPassword(): ProblemError {
  return new ProblemError('wrong-password', 'The e-mail address or the password is wrong. Check both and try again.');
}

/** Too many at once. */
export function busy(detail: string): ProblemError {
  return new ProblemError({ code: 'too-many-attempts', retryAfter: 60 }, detail);
}
