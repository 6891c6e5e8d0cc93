// The accounts of the installation as an administrator sees them, page by page.
import type { PersonId, RoundId } from '@chancery/domain';
import { sql } from 'kysely';
import { type Database, dialect, query, type Transaction } from '../database/store.ts';
import { type Person, toPerson } from './person.ts';

export interface Account {
  readonly person: Person;
  readonly rounds: readonly { readonly id: RoundId; readonly title: string }[];
}

export interface AccountPage {
  readonly accounts: readonly Account[];
  /** On all pages. */
  readonly total: number;
}

interface Wanted {
  /** Part of a name or an address, in upper or lower case; empty for everybody. */
  readonly text: string;
  readonly offset: number;
  readonly size: number;
}

/** `size` accounts by name, beginning after `offset` of them. */
export async function pageOfAccounts(db: Database, { text, offset, size }: Wanted): Promise<AccountPage> {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = db[query]
    .selectFrom('person')
    .where(sql<boolean>`(lower(name) like ${pattern} escape '\\' or email like ${pattern} escape '\\')`);
  const rows = await found.selectAll().orderBy('name').orderBy('id').limit(size).offset(offset).execute();
  const { total } = await found.select(({ fn }) => fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
  const rounds = await roundsOfEach(
    db,
    rows.map((it) => it.id),
  );
  return { accounts: rows.map((row) => ({ person: toPerson(row), rounds: rounds.get(row.id) ?? [] })), total: Number(total) };
}

async function roundsOfEach(db: Database, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Account['rounds']>> {
  if (people.length === 0) return new Map();
  const rows = await db[query]
    .selectFrom('membership')
    .innerJoin('round', 'round.id', 'membership.round_id')
    .select(['membership.person_id', 'round.id', 'round.title'])
    .where('membership.person_id', 'in', people)
    .orderBy('round.created_at')
    .execute();
  const byPerson = Map.groupBy(rows, (it) => it.person_id);
  return new Map([...byPerson].map(([person, its]) => [person, its.map(({ id, title }) => ({ id, title }))]));
}

/** The administrators who can sign in (not disabled, with a password), held until the transaction ends: two must not end each other. */
export async function holdAdministrators(tx: Transaction): Promise<readonly PersonId[]> {
  const rows = tx[query]
    .selectFrom('person')
    .select('id')
    .where('is_administrator', '=', 1)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .orderBy('id');
  return (await tx[dialect].locking(rows).execute()).map((it) => it.id);
}
