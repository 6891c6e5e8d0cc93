// Passwords, how they are kept and checked: argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane).
import { hash, verify } from '@node-rs/argon2';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep, with its salt and parameters inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

// Of a password that nobody knows: checking against it takes as long as checking a real one.
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$k6J0/BwIuifksqTi9k5zgQ$/93pDGV4vMSY3lPSqMnfKaUc8Rupuiy3vDbp0xBhFx0';

/** Takes about as long for a person who does not exist (`kept` null) as for one who does. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const isRight = await verify(kept ?? decoy, password);
  return kept !== null && isRight;
}
