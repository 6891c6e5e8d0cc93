// Passwords, how they are kept and checked: argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane), few at a time.
import { normalizePassword } from '@chancery/domain';
import { hash, verify } from '@node-rs/argon2';
import { Slots } from '../pacing/slots.ts';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep, with its salt and parameters inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password), parameters);
}

// Of a password that nobody knows: checking against it takes as long as checking a real one.
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$k6J0/BwIuifksqTi9k5zgQ$/93pDGV4vMSY3lPSqMnfKaUc8Rupuiy3vDbp0xBhFx0';

/** Takes about as long for a person who does not exist (`kept` null) as for one who does. */
async function isPassword(typed: string, kept: string | null): Promise<boolean> {
  const normal = normalizePassword(typed);
  const isRight = await verify(kept ?? decoy, normal);
  // Hashes of before passwords had one form are of what was typed.
  const isRightAsTyped = !isRight && normal !== typed && (await verify(kept ?? decoy, typed));
  return kept !== null && (isRight || isRightAsTyped);
}

/** The costly work on passwords: a few at a time, those of people who are signed in apart from those of strangers. */
export class PasswordWork {
  // Each takes a thread of the few that also read files and names; two leave some.
  readonly #ofStrangers = new Slots({ atOnce: 2, maxWaiting: 400, maxWaitingOfOne: 100 });
  readonly #ofSignedIn = new Slots({ atOnce: 1, maxWaiting: 100, maxWaitingOfOne: 5 });

  /** Runs `work` in its turn; null when too many are waiting. `address` of a stranger, whose others it waits behind. */
  async forStranger<T>(address: string, work: (check: typeof isPassword) => Promise<T>): Promise<{ readonly value: T } | null> {
    return this.#ofStrangers.run(address, () => work(isPassword));
  }

  /** The same for somebody who is signed in. */
  async forSignedIn<T>(signIn: string, work: (check: typeof isPassword) => Promise<T>): Promise<{ readonly value: T } | null> {
    return this.#ofSignedIn.run(signIn, () => work(isPassword));
  }
}
