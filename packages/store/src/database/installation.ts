// The name of this installation: the same for every server on one database, different for every other database, copies included.
import { createHash } from 'node:crypto';
import { type Database, dialect, query } from './store.ts';

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
