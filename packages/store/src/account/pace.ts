// Paces: how soon something may be tried again, counted for each key. The server decides what is counted, and how much of it is too much.
import type { Instant } from '@chancery/domain';
import { sql } from 'kysely';
import { type Database, query, type Transaction } from '../database/store.ts';

/** So many at once, and from then on one each time that `everyMs` has passed. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/** How long until the key may be tried again, in milliseconds; 0 for now. */
export async function waitOf(db: Database, key: string, { burst, everyMs }: Pace, at: Instant): Promise<number> {
  const row = await db[query].selectFrom('pace').select('busy_until').where('key', '=', key).executeTakeFirst();
  return row === undefined ? 0 : Math.max(0, row.busy_until - at - (burst - 1) * everyMs);
}

/** Counts one under the key. */
export async function countTry(tx: Transaction, key: string, { everyMs }: Pace, at: Instant): Promise<void> {
  await tx[query]
    .insertInto('pace')
    .values({ key, busy_until: at + everyMs })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        busy_until: sql<Instant>`case when pace.busy_until > ${at} then pace.busy_until else ${at} end + ${everyMs}`,
      }),
    )
    .execute();
}

/** Begins from nothing. */
export async function forgetTries(tx: Transaction, key: string): Promise<void> {
  await tx[query].deleteFrom('pace').where('key', '=', key).execute();
}

/** Forgets the keys that are free again. */
export async function deleteIdlePaces(tx: Transaction, at: Instant): Promise<void> {
  await tx[query].deleteFrom('pace').where('busy_until', '<=', at).execute();
}
