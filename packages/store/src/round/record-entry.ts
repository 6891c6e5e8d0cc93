// Owns the record at rest: entries appended one after the other under the lock of their round. How they are hashed is given from outside.
import type { EntryDraft, RecordEntry, RoundId } from '@chancery/domain';
import { lockRound } from './round.ts';
import { type Database, now, query, type Transaction } from '../database/store.ts';

/** Where an entry comes to stand. */
export interface PlaceInRecord {
  readonly sequence: number;
  /** ISO 8601, UTC, from the database. */
  readonly at: string;
  /** Hash of the entry before, 64 zeros for the first. */
  readonly previous: string;
}

/** Makes an entry of a draft and its place: adds the hash. */
export type Chain = (draft: EntryDraft, place: PlaceInRecord) => RecordEntry | Promise<RecordEntry>;

const noEntry = '0'.repeat(64);

/** Locks the round, and appends in the caller's transaction: the entry stands exactly if the decision does. */
export async function appendEntry(tx: Transaction, round: RoundId, draft: EntryDraft, chain: Chain): Promise<RecordEntry> {
  if ((await lockRound(tx, round)) === null) throw new Error(`there is no round ${round}`);
  const last = await lastEntry(tx, round);
  const at = await now(tx);
  const place = { sequence: (last?.sequence ?? 0) + 1, at: new Date(at).toISOString(), previous: last?.hash ?? noEntry };
  const entry = await chain(draft, place);
  await tx[query]
    .insertInto('record_entry')
    .values({
      round_id: round,
      sequence: place.sequence,
      at,
      kind: entry.kind,
      hash: entry.hash,
      previous: place.previous,
      entry: JSON.stringify(entry),
    })
    .execute();
  return entry;
}

/** Every entry of a round's record, the first first. */
export async function entriesOf(db: Database, round: RoundId): Promise<readonly RecordEntry[]> {
  const rows = await db[query].selectFrom('record_entry').select('entry').where('round_id', '=', round).orderBy('sequence').execute();
  return rows.map((row) => parse(row.entry));
}

/** Null while the record is empty. */
export async function lastEntry(db: Database, round: RoundId): Promise<RecordEntry | null> {
  const row = await db[query]
    .selectFrom('record_entry')
    .select('entry')
    .where('round_id', '=', round)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : parse(row.entry);
}

function parse(entry: string): RecordEntry {
  return JSON.parse(entry) as RecordEntry;
}
