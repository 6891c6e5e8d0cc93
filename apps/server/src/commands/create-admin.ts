// `chancery create-admin <e-mail>`: makes an administrator's account and prints a one-time link. Works beside a running server.
import { createPerson, findPersonByEmail, migrate, now, type Person, type Transaction } from '@chancery/store';
import { readConfig } from '../config.ts';
import { makeLink } from '../sign-in/one-time-link.ts';
import { openConfiguredStore } from './configured-store.ts';

export async function createAdmin([email = '']: readonly string[]): Promise<number> {
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    console.error(`"${email}" is not an e-mail address.`);
    return 2;
  }
  const config = readConfig(process.env, process.cwd());
  await using store = await openConfiguredStore();
  await migrate(store);
  const made = await store.transaction(async (tx) => {
    const person = await administrator(tx, email);
    return person === null ? null : makeLink({ config }, tx, person, null);
  });
  if (made === null) {
    console.error(`${email} has an account already that is not an administrator's. Choose another address.`);
    return 1;
  }
  const until = new Date(made.expiresAt).toISOString().replace('T', ' ').slice(0, 16);
  console.log(`Open this link to set name and password. It works once, until ${until} UTC:\n${made.link}`);
  return 0;
}

/** The account of that address; null when it belongs to somebody who is no administrator. */
async function administrator(tx: Transaction, email: string): Promise<Person | null> {
  const known = await findPersonByEmail(tx, email);
  if (known !== null) return known.isAdministrator ? known : null;
  return createPerson(tx, { email, name: email, title: '', isAdministrator: true, passwordHash: null, createdAt: await now(tx) });
}
