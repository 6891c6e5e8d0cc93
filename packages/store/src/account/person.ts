// People: their accounts and the hashes of their passwords. What they may do in a round is in round/membership.ts.
import type { Instant, PersonId } from '@chancery/domain';
import type { Selectable } from 'kysely';
import { isSet, newId, toFlag } from '../schema/values.ts';
import { type Database, dialect, query, type Transaction } from '../database/store.ts';
import type { Tables } from '../schema/tables.ts';

export interface Person {
  readonly id: PersonId;
  /** Lower-case. */
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly isAdministrator: boolean;
  /** False until an invitation has been used. */
  readonly hasPassword: boolean;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  readonly lastSignInAt: Instant | null;
  /** One of the cast of a demo, whose password everybody knows. */
  readonly isDemo: boolean;
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly isAdministrator: boolean;
  readonly passwordHash: string | null;
  readonly createdAt: Instant;
}

export interface Credentials {
  readonly person: Person;
  readonly passwordHash: string | null;
}

/** Adds a person. Resolves to null when another has that e-mail address, in upper or lower case. */
export async function createPerson(tx: Transaction, person: NewPerson): Promise<Person | null> {
  const row: PersonRow = {
    id: newId(),
    email: person.email.toLowerCase(),
    name: person.name,
    title: person.title,
    password_hash: person.passwordHash,
    is_administrator: toFlag(person.isAdministrator),
    created_at: person.createdAt,
    disabled_at: null,
    is_demo: toFlag(false),
    last_sign_in_at: null,
  };
  const created = await tx[query]
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return created === undefined ? null : toPerson(row);
}

/** A person, also one whose account is disabled; null when there is none. */
export async function findPerson(db: Database, id: PersonId): Promise<Person | null> {
  const row = await db[query].selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toPerson(row);
}

/** The person with this address, in upper or lower case; null when there is none. */
export async function findPersonByEmail(db: Database, email: string): Promise<Person | null> {
  return (await findCredentials(db, email))?.person ?? null;
}

/** Who signs in with that address, and the hash to check the password against; null when nobody does. */
export async function findCredentials(db: Database, email: string): Promise<Credentials | null> {
  const row = await db[query].selectFrom('person').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row === undefined ? null : { person: toPerson(row), passwordHash: row.password_hash };
}

/** Holds a person's account still until the transaction ends: lock the rounds that the transaction needs first. */
export async function lockPerson(tx: Transaction, id: PersonId): Promise<void> {
  await tx[dialect].locking(tx[query].selectFrom('person').select('id').where('id', '=', id)).execute();
}

/** Those who run the installation and whose account is not disabled. */
export async function administratorsOf(db: Database): Promise<readonly PersonId[]> {
  const rows = await db[query]
    .selectFrom('person')
    .select('id')
    .where('is_administrator', '=', toFlag(true))
    .where('disabled_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Everybody with an account, by name. */
export async function listPeople(db: Database): Promise<readonly Person[]> {
  const rows = await db[query].selectFrom('person').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(toPerson);
}

/** Changes how the person is named and reached from now on; what the record says stays. Rejects when another has that address. */
export async function changePerson(
  tx: Transaction,
  id: PersonId,
  { name, title, email }: Pick<Person, 'name' | 'title' | 'email'>,
): Promise<void> {
  await tx[query].updateTable('person').set({ name, title, email: email.toLowerCase() }).where('id', '=', id).execute();
}

/** Keeps the hash of a new password; sign-ins go on until they are ended. */
export async function setPassword(tx: Transaction, id: PersonId, passwordHash: string): Promise<void> {
  await tx[query].updateTable('person').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

/** Keeps the person, whom the record names, and ends the account. */
export async function disablePerson(tx: Transaction, id: PersonId, at: Instant): Promise<void> {
  await tx[query].updateTable('person').set({ disabled_at: at }).where('id', '=', id).execute();
}

/** Gives the account back. */
export async function enablePerson(tx: Transaction, id: PersonId): Promise<void> {
  await tx[query].updateTable('person').set({ disabled_at: null }).where('id', '=', id).execute();
}

/** Makes somebody an administrator of the installation, or takes it back. */
export async function setAdministrator(tx: Transaction, id: PersonId, isAdministrator: boolean): Promise<void> {
  await tx[query]
    .updateTable('person')
    .set({ is_administrator: toFlag(isAdministrator) })
    .where('id', '=', id)
    .execute();
}

/** Marks people as the cast of a demo. */
export async function markDemoPeople(tx: Transaction, ids: readonly PersonId[]): Promise<void> {
  await tx[query]
    .updateTable('person')
    .set({ is_demo: toFlag(true) })
    .where('id', 'in', ids)
    .execute();
}

type PersonRow = Selectable<Tables['person']>;

/** A row of the table as a person, without the hash. */
export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    title: row.title,
    isAdministrator: isSet(row.is_administrator),
    hasPassword: row.password_hash !== null,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    lastSignInAt: row.last_sign_in_at,
    isDemo: isSet(row.is_demo),
  };
}
