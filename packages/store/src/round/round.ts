// Rounds. The row of a round is also the lock under which its decisions are made one after the other.
import type { AgencyId, Day, Instant, PersonId, Phase, QuestionId, Reading, RoundId } from '@chancery/domain';
import { newId, toFlag } from '../schema/values.ts';
import { type Database, dialect, query, type Transaction } from '../database/store.ts';

export interface Round {
  readonly id: RoundId;
  readonly title: string;
  readonly country: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
  readonly phase: Phase;
  readonly reading: Reading;
  readonly leadAgency: AgencyId;
  readonly dueDay: Day | null;
  /** IANA; says which day it is in the round. */
  readonly timeZone: string;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
}

export interface QuestionOfRound {
  readonly round: RoundId;
  readonly question: QuestionId;
}

/** Who ends something that was decided or said, and when. */
export interface Ending {
  readonly by: PersonId;
  readonly at: Instant;
}

export interface NewRound extends Pick<Round, 'title' | 'country' | 'questionnaire' | 'reading' | 'dueDay' | 'timeZone' | 'createdAt'> {
  /** Made for the round when absent. */
  readonly id?: RoundId;
  readonly leadAgency: { readonly name: string; readonly shortName: string; readonly colour: number };
}

/** Opens a round together with its lead coordinating agency. */
export async function createRound(tx: Transaction, round: NewRound): Promise<Round> {
  const id = round.id ?? newId<RoundId>();
  const { title, country, questionnaire, reading, dueDay, timeZone, createdAt } = round;
  await tx[query]
    .insertInto('round')
    .values({
      id,
      title,
      country,
      questionnaire_id: questionnaire.id,
      questionnaire_version: questionnaire.version,
      phase: 'open',
      reading,
      due_day: dueDay,
      time_zone: timeZone,
      created_at: createdAt,
      sent_at: null,
    })
    .execute();
  const leadAgency = newId<AgencyId>();
  const { name, shortName, colour } = round.leadAgency;
  await tx[query]
    .insertInto('agency')
    .values({ id: leadAgency, round_id: id, name, short_name: shortName, colour, is_lead: toFlag(true), position: 0 })
    .execute();
  return { id, title, country, questionnaire, phase: 'open', reading, leadAgency, dueDay, timeZone, createdAt, sentAt: null };
}

/** The round as committed, or as this transaction has left it; null when there is none. */
export async function findRound(db: Database, id: RoundId): Promise<Round | null> {
  const row = await selectRounds(db).where('round.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRound(row);
}

/** Locks a round against every other decision until the transaction ends, and finds it: load the facts of a decision after this. */
export async function lockRound(tx: Transaction, id: RoundId): Promise<Round | null> {
  await tx[dialect].locking(tx[query].selectFrom('round').select('id').where('id', '=', id)).execute();
  return await findRound(tx, id);
}

/** Every round, the latest first. */
export async function listRounds(db: Database): Promise<readonly Round[]> {
  const rows = await selectRounds(db).orderBy('round.created_at', 'desc').orderBy('round.id').execute();
  return rows.map(toRound);
}

/** The rounds in which the person takes part, the latest first. */
export async function roundsOf(db: Database, person: PersonId): Promise<readonly Round[]> {
  const rows = await selectRounds(db)
    .innerJoin('membership', 'membership.round_id', 'round.id')
    .where('membership.person_id', '=', person)
    .orderBy('round.created_at', 'desc')
    .orderBy('round.id')
    .execute();
  return rows.map(toRound);
}

/** Changes what a coordinator or administrator may change about a round. */
export async function changeRound(
  tx: Transaction,
  id: RoundId,
  round: Pick<Round, 'title' | 'reading' | 'dueDay' | 'timeZone'>,
): Promise<void> {
  const { title, reading, dueDay, timeZone } = round;
  await tx[query].updateTable('round').set({ title, reading, due_day: dueDay, time_zone: timeZone }).where('id', '=', id).execute();
}

/** Moves a round back to `open`, when an approval was voided, or on to `approved`. */
export async function setPhase(tx: Transaction, id: RoundId, phase: 'open' | 'approved'): Promise<void> {
  await tx[query].updateTable('round').set({ phase, sent_at: null }).where('id', '=', id).execute();
}

/** Notes that the finished form has left the country. */
export async function recordSending(tx: Transaction, id: RoundId, at: Instant): Promise<void> {
  await tx[query].updateTable('round').set({ phase: 'sent', sent_at: at }).where('id', '=', id).execute();
}

/** Counts one more decision about the round. Resolves to the new revision. */
export async function raiseRevision(tx: Transaction, id: RoundId): Promise<number> {
  const { revision } = await tx[query]
    .updateTable('round')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** How often each of these rounds was decided on; one that does not exist is absent. */
export async function revisionsOf(db: Database, rounds: readonly RoundId[]): Promise<ReadonlyMap<RoundId, number>> {
  if (rounds.length === 0) return new Map();
  const rows = await db[query].selectFrom('round').select(['id', 'revision']).where('id', 'in', rounds).execute();
  return new Map(rows.map((row) => [row.id, row.revision]));
}

function selectRounds(db: Database) {
  return db[query]
    .selectFrom('round')
    .innerJoin('agency', (join) => join.onRef('agency.round_id', '=', 'round.id').on('agency.is_lead', '=', toFlag(true)))
    .selectAll('round')
    .select('agency.id as lead_agency_id');
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof selectRounds>['execute']>>[number];

function toRound(row: RoundRow): Round {
  return {
    id: row.id,
    title: row.title,
    country: row.country,
    questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version },
    phase: row.phase,
    reading: row.reading,
    leadAgency: row.lead_agency_id,
    dueDay: row.due_day,
    timeZone: row.time_zone,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}
