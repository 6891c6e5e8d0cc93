// Invitations: links that work once, by which a person sets a password. Only a hash of the token is kept.
import type { Instant, PersonId, Voucher } from '@chancery/domain';
import { type Database, query, type Transaction } from '../database/store.ts';

/** How a link came to its person: by mail to their address, or shown to somebody who passes it on. */
export type Delivery = { readonly sentTo: string; readonly shownTo: null } | { readonly sentTo: null; readonly shownTo: Voucher };

export interface Invitation {
  readonly tokenHash: string;
  readonly person: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  /** Null for a link that a command printed, or that was made before this was kept. */
  readonly delivery: Delivery | null;
}

/** Keeps an invitation in place of those that the person has not used. */
export async function createInvitation(tx: Transaction, invitation: Omit<Invitation, 'usedAt'>): Promise<void> {
  const { tokenHash, person, createdAt, expiresAt, delivery } = invitation;
  await dropInvitations(tx, person);
  await tx[query]
    .insertInto('invitation')
    .values({
      token_hash: tokenHash,
      person_id: person,
      created_at: createdAt,
      expires_at: expiresAt,
      used_at: null,
      delivery: delivery === null ? null : JSON.stringify(delivery),
    })
    .execute();
}

/** Makes the links that the person has not used worth nothing; true when there was one. */
export async function dropInvitations(tx: Transaction, person: PersonId): Promise<boolean> {
  const dropped = await tx[query]
    .deleteFrom('invitation')
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .returning('person_id')
    .execute();
  return dropped.length > 0;
}

/** An invitation, also one that was used or has expired; null when there is none. */
export async function findInvitation(db: Database, tokenHash: string): Promise<Invitation | null> {
  const row = await db[query].selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  if (row === undefined) return null;
  const delivery = row.delivery === null ? null : (JSON.parse(row.delivery) as Delivery);
  return { tokenHash, person: row.person_id, createdAt: row.created_at, expiresAt: row.expires_at, usedAt: row.used_at, delivery };
}

/** Uses an invitation and resolves to its person; null when it is unknown, expired or used: of two who use it at once, one succeeds. */
export async function useInvitation(tx: Transaction, tokenHash: string, at: Instant): Promise<PersonId | null> {
  const row = await tx[query]
    .updateTable('invitation')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id ?? null;
}
