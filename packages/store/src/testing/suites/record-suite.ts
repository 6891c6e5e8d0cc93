// Tests of the record: one chain without a gap, even when several decide at once, and nothing of a decision that failed.
import { asId, type Digest, type EntryDraft, type QuestionId, type RecordEntry } from '@chancery/domain';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { appendEntry, type Chain, entriesOf, keepContent, migrate, now, openStore } from '../../index.ts';
import { query } from '../../database/store.ts';
import { newId } from '../../schema/values.ts';
import { type Cast, castOf } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';
import { evidenceOf } from '../unread.ts';

/** A chain whose hashes are readable: the sequence of the entry, padded. Real hashing is tested where it is done. */
const chain: Chain = (draft, position) => ({ ...draft, ...position, hash: String(position.sequence).padStart(64, 'h') });

export function recordSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);

  it('the first entry follows 64 zeros, each next one the entry before, at the time of the database', async () => {
    const cast = await castOf(store());
    const before = await now(store().read);
    const first = await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'assigned'), chain));
    const second = await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'cleared'), chain));
    expect([first.sequence, first.previous, second.sequence, second.previous]).toEqual([1, '0'.repeat(64), 2, first.hash]);
    expect(Date.parse(first.at)).toBeGreaterThanOrEqual(before);
    expect(first.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await entriesOf(store().read, cast.round)).toEqual([first, second]);
  });

  it('several entries of one transaction follow each other', async () => {
    const cast = await castOf(store());
    const written = await store().transaction(async (tx) => [
      await appendEntry(tx, cast.round, draft(cast, 'assigned'), chain),
      await appendEntry(tx, cast.round, draft(cast, 'cleared'), chain),
    ]);
    expect(written.map((it) => it.sequence)).toEqual([1, 2]);
  });

  it('a decision that fails leaves no entry and no gap', async () => {
    const cast = await castOf(store());
    const failed = store().transaction(async (tx) => {
      await appendEntry(tx, cast.round, draft(cast, 'accepted'), chain);
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(await entriesOf(store().read, cast.round)).toEqual([]);
    expect((await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'accepted'), chain))).sequence).toBe(1);
  });

  it('an entry is never dated before the one it follows, even when the clock was set back', async () => {
    const cast = await castOf(store());
    const future: Chain = (it, position) => chain(it, { ...position, at: '2999-01-01T00:00:00.000Z' });
    await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'assigned'), future));
    const second = await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'cleared'), chain));
    expect(second.at).toBe('2999-01-01T00:00:00.000Z');
  });

  it.each([
    "update record_entry set entry = '{}'",
    'update record_entry set sequence = sequence + 1000',
    'update record_entry set round_id = round_id',
    'delete from record_entry',
    "update content set canonical = '{}'",
    'delete from content',
    ...(database.title === 'SQLite'
      ? ['replace into record_entry select * from record_entry', "update or replace content set canonical = '{}'"]
      : [
          'truncate record_entry',
          'truncate content, record_entry',
          "insert into content select * from content on conflict (digest) do update set canonical = '{}'",
          'set local session_replication_role = replica; delete from record_entry',
        ]),
  ])('"%s" is refused, and the record stays as it was', async (statement) => {
    const cast = await castOf(store());
    const evidence = { digest: asId<Digest>(newId()), round: cast.round, question: asId<QuestionId>('q1'), canonical: '{"a":1}' };
    const before = await store().transaction(async (tx) => {
      await keepContent(tx, evidence);
      return appendEntry(tx, cast.round, draft(cast, 'cleared'), chain);
    });
    const change = store().transaction(async (tx) => {
      for (const part of statement.split('; ')) await sql.raw(part).execute(tx[query]);
    });
    await expect(change).rejects.toThrow('the record is only added to');
    expect(await entriesOf(store().read, cast.round)).toEqual([before]);
    expect(await evidenceOf(store().read, [evidence.digest])).toEqual(new Map([[evidence.digest, '{"a":1}']]));
  });

  it('a content that is kept again, or replaced by itself or another, stays as it was kept first', async () => {
    const cast = await castOf(store());
    const evidence = { digest: asId<Digest>(newId()), round: cast.round, question: asId<QuestionId>('q1'), canonical: '{"a":1}' };
    await store().transaction((tx) => keepContent(tx, evidence));
    await store().transaction((tx) => keepContent(tx, { ...evidence, canonical: '{"a":2}' }));
    if (store().kind === 'sqlite') {
      const replace = sql`replace into content values (${evidence.digest}, ${cast.round}, 'q1', '{"a":3}')`;
      await store().transaction((tx) => replace.execute(tx[query]));
    }
    expect(await evidenceOf(store().read, [evidence.digest])).toEqual(new Map([[evidence.digest, '{"a":1}']]));
  });

  it('decisions that are made at once, through two stores on one database, stand one after the other in one chain', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await migrate(one);
    await using other = await openStore(there.location);
    const cast = await castOf(one);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? one : other).transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'cleared'), chain)),
      ),
    );
    const entries = await entriesOf(one.read, cast.round);
    expect(entries.map((it) => it.sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(entries.slice(1).map((it) => it.previous)).toEqual(entries.slice(0, -1).map((it) => it.hash));
  });
}

function draft(cast: Cast, kind: RecordEntry['kind']): EntryDraft {
  return {
    kind,
    by: {
      person: cast.officer,
      name: 'Bala',
      title: 'Officer',
      agency: { id: cast.health, name: 'Ministry of Health' },
      role: 'clearing-officer',
      vouchedBy: null,
      confirmedBy: null,
    },
    words: 'My agency stands behind this text.',
    scope: [],
    authentication: { method: 'password', at: 1 },
    details: { reason: 'outdated', nested: { list: [1, null, 'é'] } },
  };
}
