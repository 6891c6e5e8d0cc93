// The record: entries appended one after the other under the lock of their round. The caller brings the hashing.
import type { EntryDraft, RecordEntry, RoundId } from '@chancery/domain';
import { lockRound } from './round.ts';
import { type Database, now, query, type Transaction } from '../database/store.ts';

/** Where an entry stands in its record. */
export interface EntryPosition {
  readonly sequence: number;
  /** ISO 8601, UTC, from the database. */
  readonly at: string;
  /** Hash of the entry before: 64 hexadecimal digits, zeros for the first. */
  readonly previous: string;
}

/** Makes an entry of a draft and its position by adding the hash. */
export type Chain = (draft: EntryDraft, position: EntryPosition) => RecordEntry | Promise<RecordEntry>;

const noEntry = '0'.repeat(64);

/** Locks the round and appends in the caller's transaction, so that the entry stands exactly when the decision does. Rejects when there is no such round. */
export async function appendEntry(tx: Transaction, round: RoundId, draft: EntryDraft, chain: Chain): Promise<RecordEntry> {
  if ((await lockRound(tx, round)) === null) throw new Error(`there is no round ${round}`);
  const last = await lastEntry(tx, round);
  // A clock that was set back must not date an entry before the one it follows.
  const at = Math.max(await now(tx), last === null ? 0 : Date.parse(last.at));
  const position = { sequence: (last?.sequence ?? 0) + 1, at: new Date(at).toISOString(), previous: last?.hash ?? noEntry };
  const entry = await chain(draft, position);
  await tx[query]
    .insertInto('record_entry')
    .values({
      round_id: round,
      sequence: position.sequence,
      at,
      kind: entry.kind,
      hash: entry.hash,
      previous: position.previous,
      entry: JSON.stringify(entry),
    })
    .execute();
  return entry;
}

/** Every entry of a round's record, in order. */
export async function entriesOf(db: Database, round: RoundId): Promise<readonly RecordEntry[]> {
  const rows = await db[query].selectFrom('record_entry').select('entry').where('round_id', '=', round).orderBy('sequence').execute();
  return rows.map((row) => parse(row.entry));
}

/** The last entry of a round's record; null while it is empty. */
async function lastEntry(db: Database, round: RoundId): Promise<RecordEntry | null> {
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
