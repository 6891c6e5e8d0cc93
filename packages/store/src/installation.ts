// Owns the name of this installation: random, made with the database, and the same for every server on it.
import { type Database, query } from './store.ts';

/** Tells apart several installations that share something, such as one Redis. */
export async function installationId(db: Database): Promise<string> {
  const { id } = await db[query].selectFrom('installation').select('id').executeTakeFirstOrThrow();
  return id;
}
