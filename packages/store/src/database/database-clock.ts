// Owns the time of decisions, which is the database's: several servers then have one clock.
import type { Instant } from '@chancery/domain';
import { type Database, engine, query } from './store.ts';

/** The database's time as it stands, in milliseconds since the epoch. */
export async function now(db: Database): Promise<Instant> {
  const { at } = await db[query].selectNoFrom(db[engine].clock.as('at')).executeTakeFirstOrThrow();
  return at;
}
