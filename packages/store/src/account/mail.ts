// Mail to be sent: written in the transaction of what it tells of, sent by one of the servers afterwards. No link and no secret stands in it.
import type { Instant, PersonId } from '@chancery/domain';
import type { Selectable } from 'kysely';
import { type Database, query, type Transaction } from '../database/store.ts';
import { newId } from '../schema/values.ts';
import type { Tables } from '../schema/tables.ts';

/** To a person, or to the one who has an account with that address by the time it is sent. */
export type MailTo = { readonly person: PersonId } | { readonly address: string };

export interface NewMail {
  readonly to: MailTo;
  /** What it is about; the server has the words. */
  readonly kind: string;
  /** Plain JSON: facts of this kind. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

export interface Mail extends NewMail {
  readonly id: string;
  /** How often it was tried before. */
  readonly tries: number;
}

/** How the outbox stands. */
export interface MailState {
  readonly waiting: number;
  /** That were given up and are kept. */
  readonly failed: number;
  /** When the earliest of those that wait was written; null when none does. */
  readonly oldestAt: Instant | null;
}

/** Puts a mail into the outbox. */
export async function writeMail(tx: Transaction, { to, kind, details, at }: NewMail): Promise<void> {
  await tx[query]
    .insertInto('mail')
    .values({
      id: newId<string>(),
      kind,
      person_id: 'person' in to ? to.person : null,
      address: 'address' in to ? to.address : null,
      details: JSON.stringify(details),
      created_at: at,
      status: 'waiting',
      tries: 0,
      next_try_at: at,
      leased_by: null,
      leased_until: 0,
      ended_at: null,
      failure: null,
    })
    .execute();
}

/** The next mail that was due at `dueAt`, for this server alone until `leaseMs` have passed: of several servers that ask at once, one gets it. */
export async function leaseMail(
  tx: Transaction,
  { server, at, dueAt, leaseMs }: { readonly server: string; readonly at: Instant; readonly dueAt: Instant; readonly leaseMs: number },
): Promise<Mail | null> {
  const due = await tx[query]
    .selectFrom('mail')
    .select('id')
    .where('status', '=', 'waiting')
    .where('next_try_at', '<=', dueAt)
    .where('leased_until', '<=', at)
    .orderBy('next_try_at')
    .limit(1)
    .executeTakeFirst();
  if (due === undefined) return null;
  // Asked again where it is taken: another server may have been faster.
  const row = await tx[query]
    .updateTable('mail')
    .set({ leased_by: server, leased_until: at + leaseMs })
    .where('id', '=', due.id)
    .where('status', '=', 'waiting')
    .where('next_try_at', '<=', dueAt)
    .where('leased_until', '<=', at)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toMail(row);
}

export type MailOutcome =
  | { readonly status: 'sent'; readonly at: Instant }
  /** It was for nobody any more. */
  | { readonly status: 'dropped'; readonly at: Instant }
  | { readonly status: 'failed'; readonly at: Instant; readonly failure: string }
  | { readonly status: 'waiting'; readonly nextTryAt: Instant; readonly failure: string };

/** Keeps what became of a leased mail; nothing when the lease has gone to another server meanwhile. */
export async function settleMail(
  tx: Transaction,
  { id, server }: { readonly id: string; readonly server: string },
  outcome: MailOutcome,
): Promise<void> {
  await tx[query]
    .updateTable('mail')
    .set(({ eb }) => ({
      status: outcome.status,
      tries: eb('tries', '+', 1),
      leased_by: null,
      leased_until: 0,
      next_try_at: outcome.status === 'waiting' ? outcome.nextTryAt : 0,
      ended_at: outcome.status === 'waiting' ? null : outcome.at,
      failure: 'failure' in outcome ? outcome.failure : null,
    }))
    .where('id', '=', id)
    .where('leased_by', '=', server)
    .execute();
}

/** Ends every lease: for a server that is the only one, whose predecessor may have ended while it was sending. */
export async function freeMail(tx: Transaction): Promise<void> {
  await tx[query].updateTable('mail').set({ leased_by: null, leased_until: 0 }).where('leased_by', 'is not', null).execute();
}

/** Why the last mail to each of these people was given up; those who got a later one are left out. */
export async function failuresOf(db: Database, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  if (people.length === 0) return new Map();
  const rows = await db[query]
    .selectFrom('mail')
    .select(['person_id', 'status', 'failure'])
    .where('person_id', 'in', people)
    .orderBy('created_at')
    .execute();
  const last = new Map(rows.flatMap((row) => (row.person_id === null ? [] : [[row.person_id, row] as const])));
  return new Map([...last].flatMap(([person, { status, failure }]) => (status === 'failed' ? [[person, failure ?? '']] : [])));
}

/** How many wait and how many were given up. */
export async function mailState(db: Database): Promise<MailState> {
  const rows = await db[query]
    .selectFrom('mail')
    .select(({ fn }) => ['status', fn.countAll<number | string>().as('count'), fn.min('created_at').as('oldest')])
    .where('status', 'in', ['waiting', 'failed'])
    .groupBy('status')
    .execute();
  const of = (status: string) => rows.find((it) => it.status === status);
  const oldest = of('waiting')?.oldest ?? null;
  return {
    waiting: Number(of('waiting')?.count ?? 0),
    failed: Number(of('failed')?.count ?? 0),
    oldestAt: oldest === null ? null : Number(oldest),
  };
}

/** Forgets what was sent, or given up, before `before`. */
export async function deleteEndedMail(tx: Transaction, before: { readonly sent: Instant; readonly failed: Instant }): Promise<void> {
  await tx[query].deleteFrom('mail').where('status', 'in', ['sent', 'dropped']).where('ended_at', '<', before.sent).execute();
  await tx[query].deleteFrom('mail').where('status', '=', 'failed').where('ended_at', '<', before.failed).execute();
}

function toMail(row: Selectable<Tables['mail']>): Mail {
  return {
    id: row.id,
    kind: row.kind,
    to: row.person_id === null ? { address: row.address ?? '' } : { person: row.person_id },
    details: JSON.parse(row.details) as Mail['details'],
    at: row.created_at,
    tries: row.tries,
  };
}
