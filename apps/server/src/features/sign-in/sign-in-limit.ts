// The limit on attempts to sign in: ten failures an account, fifty an address, within fifteen minutes.
import { countFailedSignIn, findSignInAttempts, forgetSignInAttempts, now, type Store } from '@chancery/store';
import { ProblemError } from '../../http/problem.ts';

const windowMs = 15 * 60_000;
const maxFailures = { account: 10, address: 50 } as const;

export interface AttemptKeys {
  /** E-mail address, lower-case. */
  readonly account: string;
  /** Network address of the client. */
  readonly address: string;
}

/** Throws when this account or this address has failed too often; the password is then not even looked at. */
export async function checkAttempts(store: Store, keys: AttemptKeys): Promise<void> {
  const at = await now(store.read);
  for (const kind of ['account', 'address'] as const) {
    const attempts = await findSignInAttempts(store.read, `${kind}:${keys[kind]}`);
    if (attempts === null || attempts.failures < maxFailures[kind]) continue;
    const waitMs = attempts.windowStartedAt + windowMs - at;
    if (waitMs <= 0) continue;
    const minutes = Math.ceil(waitMs / 60_000);
    throw new ProblemError(
      { code: 'too-many-attempts', retryAfter: Math.ceil(waitMs / 1000) },
      `There were too many wrong attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
    );
  }
}

export async function countFailure(store: Store, keys: AttemptKeys): Promise<void> {
  await store.transaction(async (tx) => {
    const at = await now(tx);
    for (const kind of ['account', 'address'] as const) await countFailedSignIn(tx, `${kind}:${keys[kind]}`, { at, windowMs });
  });
}

/** After a success the account starts again from nothing; the address does not, or one good account would let it try all others. */
export async function forgetFailures(store: Store, account: string): Promise<void> {
  const attempts = await findSignInAttempts(store.read, `account:${account}`);
  if (attempts !== null) await store.transaction((tx) => forgetSignInAttempts(tx, `account:${account}`));
}
