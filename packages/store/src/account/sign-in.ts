// Sign-ins, of which only a hash of the id is kept, so that a stolen database signs nobody in.
import type { Instant, PersonId } from '@chancery/domain';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface Session {
  readonly idHash: string;
  readonly person: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When the password was last proven. */
  readonly provenAt: Instant;
}

/** Keeps a session from sign-in on. */
export async function startSession(tx: Transaction, session: Session): Promise<void> {
  const { idHash, person, createdAt, expiresAt, provenAt } = session;
  await tx[query]
    .insertInto('session')
    .values({ id_hash: idHash, person_id: person, created_at: createdAt, expires_at: expiresAt, proven_at: provenAt })
    .execute();
}

/** Also finds a session that has expired; null for one that was ended or whose person is disabled. */
export async function findSession(db: Database, idHash: string): Promise<Session | null> {
  const row = await db[query]
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .selectAll('session')
    .where('id_hash', '=', idHash)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toSession(row);
}

/** Every session of a person, the earliest first, expired ones among them. */
export async function sessionsOf(db: Database, person: PersonId): Promise<readonly Session[]> {
  const rows = await db[query].selectFrom('session').selectAll().where('person_id', '=', person).orderBy('created_at').execute();
  return rows.map(toSession);
}

/** Moves the instant at which the session expires. */
export async function extendSession(tx: Transaction, idHash: string, expiresAt: Instant): Promise<void> {
  await tx[query].updateTable('session').set({ expires_at: expiresAt }).where('id_hash', '=', idHash).execute();
}

/** The person proved again who they are. */
export async function proveSession(tx: Transaction, idHash: string, at: Instant): Promise<void> {
  await tx[query].updateTable('session').set({ proven_at: at }).where('id_hash', '=', idHash).execute();
}

/** Ends one session: its id signs nobody in any more. */
export async function endSession(tx: Transaction, idHash: string): Promise<void> {
  await tx[query].deleteFrom('session').where('id_hash', '=', idHash).execute();
}

/** Ends every session of a person. */
export async function endSessionsOf(tx: Transaction, person: PersonId): Promise<void> {
  await tx[query].deleteFrom('session').where('person_id', '=', person).execute();
}

/** Forgets the sessions whose time is over at `at`. */
export async function deleteExpiredSessions(tx: Transaction, at: Instant): Promise<void> {
  await tx[query].deleteFrom('session').where('expires_at', '<=', at).execute();
}

interface SessionRow {
  id_hash: string;
  person_id: PersonId;
  created_at: Instant;
  expires_at: Instant;
  proven_at: Instant;
}

function toSession(row: SessionRow): Session {
  return { idHash: row.id_hash, person: row.person_id, createdAt: row.created_at, expiresAt: row.expires_at, provenAt: row.proven_at };
}
