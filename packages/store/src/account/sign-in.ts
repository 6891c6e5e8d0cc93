// Sign-ins, of which only a hash of the id is kept, so that a stolen database signs nobody in.
import type { Instant, PersonId } from '@chancery/domain';
import type { Selectable } from 'kysely';
import { type Database, query, type Transaction } from '../database/store.ts';
import { isSet } from '../schema/values.ts';
import type { Tables } from '../schema/tables.ts';

export interface SignIn {
  readonly idHash: string;
  readonly person: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When the password was last proven. */
  readonly provenAt: Instant;
  /** To some minutes. */
  readonly lastUsedAt: Instant;
  /** What the browser called itself; null for one of before this was kept. */
  readonly agent: string | null;
}

/** Keeps a new sign-in. */
export async function startSignIn(tx: Transaction, signIn: SignIn): Promise<void> {
  const { idHash, person, createdAt, expiresAt, provenAt, lastUsedAt, agent } = signIn;
  await tx[query]
    .insertInto('session')
    .values({
      id_hash: idHash,
      person_id: person,
      created_at: createdAt,
      expires_at: expiresAt,
      proven_at: provenAt,
      last_used_at: lastUsedAt,
      agent,
    })
    .execute();
  await tx[query].updateTable('person').set({ last_sign_in_at: createdAt }).where('id', '=', person).execute();
}

/** A sign-in, also one that has expired; null for one that was ended or whose person is disabled. */
export async function findSignIn(db: Database, idHash: string): Promise<SignIn | null> {
  const row = await db[query]
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .selectAll('session')
    .where('id_hash', '=', idHash)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toSignIn(row);
}

/** Every sign-in of a person, the earliest first, expired ones included. */
export async function signInsOf(db: Database, person: PersonId): Promise<readonly SignIn[]> {
  const rows = await db[query].selectFrom('session').selectAll().where('person_id', '=', person).orderBy('created_at').execute();
  return rows.map(toSignIn);
}

/** Notes that the sign-in was used, and until when it lasts for that. */
export async function extendSignIn(
  tx: Transaction,
  idHash: string,
  { at, expiresAt }: { readonly at: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await tx[query].updateTable('session').set({ last_used_at: at, expires_at: expiresAt }).where('id_hash', '=', idHash).execute();
}

/** Notes that the person has proved again who they are. */
export async function proveSignIn(tx: Transaction, idHash: string, at: Instant): Promise<void> {
  await tx[query].updateTable('session').set({ proven_at: at }).where('id_hash', '=', idHash).execute();
}

/** Ends one sign-in: its id is worth nothing any more. */
export async function endSignIn(tx: Transaction, idHash: string): Promise<void> {
  await tx[query].deleteFrom('session').where('id_hash', '=', idHash).execute();
}

/** Ends every sign-in of a person but the one with the hash `kept`; the hashes of those that were ended. */
export async function endSignInsOf(tx: Transaction, person: PersonId, kept: string | null = null): Promise<readonly string[]> {
  const ended = await tx[query]
    .deleteFrom('session')
    .where('person_id', '=', person)
    .where('id_hash', '!=', kept ?? '')
    .returning('id_hash')
    .execute();
  return ended.map((it) => it.id_hash);
}

/** Ends every sign-in of a demo's people; the hashes of those that were ended, and how many people there are. */
export async function endSignInsOfDemo(tx: Transaction): Promise<{ readonly people: number; readonly ended: readonly string[] }> {
  const rows = await tx[query].selectFrom('person').select(['id', 'is_demo']).execute();
  const people = rows.filter((it) => isSet(it.is_demo)).map((it) => it.id);
  const ended: string[] = [];
  for (const person of people) ended.push(...(await endSignInsOf(tx, person)));
  return { people: people.length, ended };
}

/** Forgets the sign-ins that have expired at `at`. */
export async function deleteExpiredSignIns(tx: Transaction, at: Instant): Promise<void> {
  await tx[query].deleteFrom('session').where('expires_at', '<=', at).execute();
}

function toSignIn(row: Selectable<Tables['session']>): SignIn {
  return {
    idHash: row.id_hash,
    person: row.person_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    provenAt: row.proven_at,
    lastUsedAt: row.last_used_at,
    agent: row.agent,
  };
}
