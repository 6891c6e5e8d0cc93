// Tests of the record: one chain without a gap, even when several decide at once, and nothing of a decision that failed.
import type { EntryDraft, RecordEntry } from '@chancery/domain';
import { expect, it } from 'vitest';
import { appendEntry, type Chain, entriesOf, lastEntry, migrate, openStore } from '../index.ts';
import { type Cast, castOf } from './cast.ts';
import { storeOfSuite, type TestDatabase } from './store-fixtures.ts';

/** A chain whose hashes are readable: the sequence of the entry, padded. Real hashing is tested where it is done. */
const chain: Chain = (draft, position) => ({ ...draft, ...position, hash: String(position.sequence).padStart(64, 'h') });

export function recordSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);

  it('the first entry follows 64 zeros, each next one the entry before, at the time of the database', async () => {
    const cast = await castOf(store());
    const before = await store().now(store().read);
    const first = await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'assigned'), chain));
    const second = await store().transaction((tx) => appendEntry(tx, cast.round, draft(cast, 'cleared'), chain));
    expect([first.sequence, first.previous, second.sequence, second.previous]).toEqual([1, '0'.repeat(64), 2, first.hash]);
    expect(Date.parse(first.at)).toBeGreaterThanOrEqual(before);
    expect(first.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await entriesOf(store().read, cast.round)).toEqual([first, second]);
    expect(await lastEntry(store().read, cast.round)).toEqual(second);
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
    },
    words: 'My agency stands behind this text.',
    scope: [],
    authentication: { method: 'password', at: 1 },
    details: { reason: 'outdated', nested: { list: [1, null, 'é'] } },
  };
}
