// The agencies of a round.
import type { AgencyId, RoundId } from '@chancery/domain';
import type { Selectable } from 'kysely';
import { isSet, newId, toFlag } from '../schema/values.ts';
import { type Database, query, type Transaction } from '../database/store.ts';
import type { Tables } from '../schema/tables.ts';

export interface Agency {
  readonly id: AgencyId;
  readonly round: RoundId;
  readonly name: string;
  readonly shortName: string;
  /** 1-12, an index into the agency colours. */
  readonly colour: number;
  readonly isLead: boolean;
}

export type AgencyNames = Pick<Agency, 'name' | 'shortName' | 'colour'>;

/** Adds an agency after those that are there. */
export async function addAgency(tx: Transaction, round: RoundId, { name, shortName, colour }: AgencyNames): Promise<Agency> {
  const id = newId<AgencyId>();
  const { last } = await tx[query]
    .selectFrom('agency')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
  await tx[query]
    .insertInto('agency')
    .values({ id, round_id: round, name, short_name: shortName, colour, is_lead: toFlag(false), position: (last ?? -1) + 1 })
    .execute();
  return { id, round, name, shortName, colour, isLead: false };
}

/** The agencies of a round, the lead first, in the order in which they were added. */
export async function agenciesOf(db: Database, round: RoundId): Promise<readonly Agency[]> {
  const rows = await db[query].selectFrom('agency').selectAll().where('round_id', '=', round).orderBy('position').orderBy('id').execute();
  return rows.map(toAgency);
}

/** An agency of this round; null also when another round has it. */
export async function findAgency(db: Database, round: RoundId, id: AgencyId): Promise<Agency | null> {
  const row = await db[query].selectFrom('agency').selectAll().where('round_id', '=', round).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toAgency(row);
}

/** Renames or recolours an agency; what the record says of it stays. */
export async function changeAgency(tx: Transaction, id: AgencyId, { name, shortName, colour }: AgencyNames): Promise<void> {
  await tx[query].updateTable('agency').set({ name, short_name: shortName, colour }).where('id', '=', id).execute();
}

/** Gives the round another lead coordinating agency. */
export async function changeLeadAgency(tx: Transaction, round: RoundId, lead: AgencyId): Promise<void> {
  // One after the other: a round never has two.
  await tx[query]
    .updateTable('agency')
    .set({ is_lead: toFlag(false) })
    .where('round_id', '=', round)
    .where('is_lead', '=', toFlag(true))
    .execute();
  await tx[query]
    .updateTable('agency')
    .set({ is_lead: toFlag(true) })
    .where('round_id', '=', round)
    .where('id', '=', lead)
    .execute();
}

/** True when the agency leads the round, has members, an assignment, or a part in a decision or query, now or in the past. */
export async function isAgencyInUse(db: Database, id: AgencyId): Promise<boolean> {
  const { used } = await db[query]
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(eb.selectFrom('agency').select('id').where('id', '=', id).where('is_lead', '=', toFlag(true))),
          eb.exists(eb.selectFrom('membership').select('agency_id').where('agency_id', '=', id)),
          eb.exists(eb.selectFrom('assignment').select('question_id').where('leading_agency_id', '=', id)),
          eb.exists(eb.selectFrom('assignment_contributor').select('question_id').where('agency_id', '=', id)),
          eb.exists(eb.selectFrom('clearance').select('id').where('agency_id', '=', id)),
          eb.exists(eb.selectFrom('thread').select('id').where('addressed_to', '=', id)),
        ])
        .as('used'),
    )
    .executeTakeFirstOrThrow();
  return Boolean(used);
}

/** Rejects when the agency is in use. */
export async function removeAgency(tx: Transaction, id: AgencyId): Promise<void> {
  await tx[query].deleteFrom('agency').where('id', '=', id).where('is_lead', '=', toFlag(false)).execute();
}

function toAgency(row: Selectable<Tables['agency']>): Agency {
  return { id: row.id, round: row.round_id, name: row.name, shortName: row.short_name, colour: row.colour, isLead: isSet(row.is_lead) };
}
