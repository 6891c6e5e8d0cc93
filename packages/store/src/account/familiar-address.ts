// The network addresses from which a person has signed in before.
import type { Instant, PersonId } from '@chancery/domain';
import { type Database, query, type Transaction } from '../database/store.ts';

/** True when the person has signed in from there since `since`. */
export async function isFamiliarAddress(db: Database, person: PersonId, address: string, since: Instant): Promise<boolean> {
  const row = await db[query]
    .selectFrom('familiar_address')
    .select('last_at')
    .where('person_id', '=', person)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined && row.last_at >= since;
}

/** Notes that the person has signed in from there. */
export async function keepFamiliarAddress(tx: Transaction, person: PersonId, address: string, at: Instant): Promise<void> {
  await tx[query]
    .insertInto('familiar_address')
    .values({ person_id: person, address, last_at: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'address']).doUpdateSet({ last_at: at }))
    .execute();
}

/** Forgets the addresses that nobody has signed in from since `before`. */
export async function forgetFamiliarAddresses(tx: Transaction, before: Instant): Promise<void> {
  await tx[query].deleteFrom('familiar_address').where('last_at', '<', before).execute();
}
