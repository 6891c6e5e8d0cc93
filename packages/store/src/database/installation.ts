// The name of this installation, the same for every server on one database and different for every other database, copies included; and the
// key with which its servers show each other that they are of it.
import { createHash, randomBytes } from 'node:crypto';
import { type Database, dialect, query, type Store, type Transaction } from './store.ts';

/**
 * Tells apart several installations that share something, such as one Redis: 64 hexadecimal digits. A copy on another PostgreSQL is told
 * apart where this user may ask for the identifier of that PostgreSQL.
 */
export async function installationId(db: Database): Promise<string> {
  const { id } = await db[query].selectFrom('installation').select('id').executeTakeFirstOrThrow();
  const whereabouts = await db[dialect].whereabouts(db[query]);
  return createHash('sha256')
    .update(JSON.stringify([id, ...whereabouts]))
    .digest('hex');
}

/** What messages between the servers are sealed with; the first that asks makes it. */
export async function busKey(store: Pick<Store, 'transaction'>): Promise<string> {
  return store.transaction(async (tx) => {
    const rows = tx[query].selectFrom('installation').select('bus_key');
    const { bus_key: known } = await tx[dialect].locking(rows).executeTakeFirstOrThrow();
    return known ?? (await newBusKey(tx));
  });
}

/** Makes another key; servers that were started before do not hear those that are started afterwards. */
export async function newBusKey(tx: Transaction): Promise<string> {
  const key = randomBytes(32).toString('base64url');
  await tx[query].updateTable('installation').set({ bus_key: key }).execute();
  return key;
}
