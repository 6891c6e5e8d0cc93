// Compaction on both databases: what is loaded and told afterwards, who may replace what, and that appends go on.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { DamagedHistoryError, type PendingUpdate } from '@chancery/sync/ports';
import { describe, expect, it } from 'vitest';
import {
  compactable,
  dropCompacted,
  historyOf,
  keepSnapshot,
  lastEditsOf,
  readForCompaction,
  type Store,
  type StoredUpdate,
  type Transaction,
} from '../index.ts';
import { findSnapshot, type Snapshot } from './snapshot.ts';
import { query } from '../database/store.ts';
import { by, initial, withDocument } from '../testing/cast.ts';
import { storeOfSuite, type TestDatabase, testDatabases } from '../testing/store-fixtures.ts';

for (const database of await testDatabases()) {
  describe.skipIf(!database.isAvailable)(`compaction on ${database.title}`, () => {
    compactionSuite(database);
  });
}

function compactionSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  readingTests(store);
  replacingTests(store);
  largeTests(store);
  damagedTests(store);

  it('L6: appends go on while fifty thousand updates are compacted, and no transaction touches more than a slice of them', async () => {
    const { cast, document } = await withDocument(store());
    for (let round = 0; round < 10; round += 1) {
      await store().updateLog.append(
        Array.from({ length: 5_000 }, (_, index) => by(cast, document, [round, index % 256, 1, 2, 3, 4, 5, 6])),
      );
    }
    const other = await withDocument(store());
    const beside = appendingBeside(store(), [by(cast, document, [1]), by(other.cast, other.document, [2])], (tx) => rowsOf(tx, document));
    await compactTo(beside, document, 25_000);
    await compactTo(beside, document);

    expect(beside.maxTouched()).toBe(500);
    // A snapshot, twice, and the slices of all updates.
    expect(beside.appends()).toBeGreaterThanOrEqual(2 + 50_000 / 500);
    const stored = await store().updateLog.load(document);
    expect(stored?.sequence).toBe(50_001 + beside.appends());
    expect((stored?.updates.length ?? 0) - 1).toBe(await rowsOf(store().read, document));
  });
}

function readingTests(store: () => Store): void {
  it('L1: a compacted document is its snapshot and what came after it', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2], [77]), by(cast, document, [3]), by(cast, document, [4])]);
    const snapshot = await compactTo(store(), document, 3);
    expect(await store().updateLog.load(document)).toEqual({
      epoch: 1,
      sequence: 4,
      updates: [snapshot.bytes, new Uint8Array([4])],
      owners: new Map([[77, cast.officer]]),
    });
    expect((await store().updateLog.load(document, 2))?.updates).toEqual([snapshot.bytes, new Uint8Array([4])]);
    expect((await store().updateLog.load(document, 3))?.updates).toEqual([new Uint8Array([4])]);
    expect(await rowsOf(store().read, document)).toBe(1);
    expect((await store().updateLog.append([by(cast, document, [5])])).get(document)).toMatchObject({ first: 5 });
    const again = await readForCompaction(store().read, document);
    expect(again?.snapshot).toEqual(snapshot);
    expect(again?.updates.map(({ sequence }) => sequence)).toEqual([4, 5]);
  });

  it('L3: who edited last, and when everybody edited, is told as before', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2]), { ...by(cast, document, [3]), at: 2_000_000_000_009 }]);
    const last = new Map([[cast.question, { person: cast.officer, agency: cast.health, at: 2_000_000_000_009 }]]);
    const { edits } = await historyOf(store().read, document);
    const snapshot = await compactTo(store(), document);
    expect(await lastEditsOf(store().read, cast.round)).toEqual(last);
    expect(await historyOf(store().read, document)).toEqual({ attribution: snapshot.attribution, edits: [] });
    await store().updateLog.append([by(cast, document, [4])]);
    expect((await historyOf(store().read, document)).edits).toEqual([{ ...edits[0], sequence: 4 }]);
    expect((await lastEditsOf(store().read, cast.round)).get(cast.question)?.at).toBe(2_000_000_000_000);
  });

  it('the documents with the longest tails come first, and those with few updates not at all', async () => {
    const [few, many, most] = [await withDocument(store()), await withDocument(store()), await withDocument(store())];
    const append = ({ cast, document }: typeof few, count: number) =>
      store().updateLog.append(Array.from({ length: count }, () => by(cast, document, [1])));
    await append(few, 2);
    await append(many, 5);
    await append(most, 9);
    const ours = async () => {
      const all = await compactable(store().read, { updates: 4, bytes: 1_000 });
      return all.filter((document) => [few, many, most].some((it) => it.document === document));
    };
    expect(await ours()).toEqual([most.document, many.document]);
    await compactTo(store(), most.document);
    expect(await ours()).toEqual([many.document]);
  });

  it('the documents with the largest tails come after those with the longest, and a snapshot ends a tail', async () => {
    const [long, small, large, largest] = await Promise.all(Array.from({ length: 4 }, () => withDocument(store())));
    const append = ({ cast, document }: NonNullable<typeof long>, sizes: readonly number[]) =>
      store().updateLog.append(sizes.map((size) => ({ ...by(cast, document, []), bytes: new Uint8Array(size) })));
    await append(long!, [1, 1, 1, 1, 1]);
    await append(small!, [400, 400]);
    await append(large!, [600, 600]);
    await append(largest!, [5_000]);
    const ours = async () => {
      const all = await compactable(store().read, { updates: 4, bytes: 1_000 });
      return all.filter((document) => [long, small, large, largest].some((it) => it?.document === document));
    };
    expect(await ours()).toEqual([long, largest, large].map((it) => it?.document));
    await compactTo(store(), largest!.document);
    expect(await ours()).toEqual([long, large].map((it) => it?.document));
  });

  it('L1: a tail of many bytes is read in parts that make the whole', async () => {
    const { cast, document } = await withDocument(store());
    const sizes = [200_000, 200_000, 200_000, 6_000_000, 1_000, 1_000];
    await store().updateLog.append(sizes.map((size, index) => ({ ...by(cast, document, []), bytes: new Uint8Array(size).fill(index) })));
    const whole = await readForCompaction(store().read, document);
    expect(whole).toMatchObject({ isWhole: true, updates: { length: 7 } });
    const parts: StoredUpdate[][] = [];
    for (let isWhole = false; !isWhole && parts.length < 9; ) {
      const read = await readForCompaction(store().read, document, 500_000);
      parts.push([...(read?.updates ?? [])]);
      isWhole = read?.isWhole ?? true;
      const last = read?.updates.at(-1);
      await keepSnapshot(store(), document, { sequence: last!.sequence, author: null, at: 1, bytes: initial, attribution: initial });
    }
    expect(parts.map((part) => part.length)).toEqual([4, 1, 2]);
    expect(parts.flat()).toEqual(whole?.updates);
  });

  it('a log with a gap is not read for a compaction', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2]), by(cast, document, [3])]);
    await store().transaction((tx) =>
      tx[query].deleteFrom('document_update').where('document_id', '=', document).where('sequence', '=', 2).execute(),
    );
    await expect(readForCompaction(store().read, document)).rejects.toThrow('gap');
  });
}

function replacingTests(store: () => Store): void {
  it('L7: an earlier snapshot never takes the place of a later one, and drops nothing beyond what is committed', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2]), by(cast, document, [3])]);
    const early = snapshotOf((await readForCompaction(store().read, document))?.updates ?? []);
    await store().updateLog.append([by(cast, document, [4])]);
    const late = snapshotOf((await readForCompaction(store().read, document))?.updates ?? []);
    await store().updateLog.append([by(cast, document, [5])]);
    expect(await keepSnapshot(store(), document, late)).toBe(true);
    expect(await keepSnapshot(store(), document, early)).toBe(false);
    expect(await keepSnapshot(store(), document, late)).toBe(false);
    await Promise.all([dropCompacted(store(), document), dropCompacted(store(), document)]);
    expect(await store().updateLog.load(document)).toMatchObject({ sequence: 5, updates: [late.bytes, new Uint8Array([5])] });
  });

  it('L7: servers that compact one document at once, while it is appended to, lose nothing', async () => {
    const { cast, document } = await withDocument(store());
    const append = async () => {
      for (let value = 2; value < 60; value += 1) await store().updateLog.append([by(cast, document, [value])]);
    };
    const compacting = async () => {
      for (let time = 0; time < 8; time += 1) await compactTo(store(), document);
    };
    await Promise.all([append(), compacting(), compacting()]);
    await compactTo(store(), document);
    const all = [...initial, ...Array.from({ length: 58 }, (_, index) => index + 2)];
    expect(await store().updateLog.load(document)).toMatchObject({ sequence: 59, updates: [new Uint8Array(all)] });
  });

  it('what a compaction left when it was interrupted is neither told nor loaded, and dropped by the next', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2])]);
    const snapshot = snapshotOf((await readForCompaction(store().read, document))?.updates ?? []);
    await keepSnapshot(store(), document, snapshot);
    expect((await store().updateLog.load(document))?.updates).toEqual([snapshot.bytes]);
    expect((await historyOf(store().read, document)).edits).toEqual([]);
    expect(await compactable(store().read, { updates: 1_000_000, bytes: 1_000_000 })).toContain(document);
    await dropCompacted(store(), document);
    expect(await rowsOf(store().read, document)).toBe(0);
    expect(await compactable(store().read, { updates: 1_000_000, bytes: 1_000_000 })).not.toContain(document);
  });

  it('updates of many bytes are dropped a few at a time', async () => {
    const { cast, document } = await withDocument(store());
    const large = Array.from({ length: 6 }, () => ({ ...by(cast, document, []), bytes: new Uint8Array(200_000) }));
    await store().updateLog.append(large);
    let transactions = 0;
    const counting: Pick<Store, 'read' | 'transaction'> = {
      read: store().read,
      transaction: (work) => store().transaction((tx) => (transactions++, work(tx))),
    };
    await compactTo(counting, document);
    expect(transactions).toBe(1 + 6);
  });
}

function largeTests(store: () => Store): void {
  it('L6: appends go on while a snapshot of many bytes is written and replaced, and no transaction writes more than a piece of it', async () => {
    const { cast, document } = await withDocument(store());
    const other = await withDocument(store());
    const [first, second] = [largeSnapshot(1), largeSnapshot(2)];
    await store().updateLog.append([by(cast, document, [2]), by(cast, document, [3])]);
    const beside = appendingBeside(store(), [by(other.cast, other.document, [2])], (tx) => bytesOfPieces(tx, document));
    expect(await keepSnapshot(beside, document, first)).toBe(true);
    expect(await keepSnapshot(beside, document, second)).toBe(true);
    await dropCompacted(beside, document);
    expect(beside.maxTouched()).toBe(512 * 1024);
    expect((await store().updateLog.load(other.document))?.sequence).toBe(1 + beside.appends());
    expect(await store().updateLog.load(document)).toMatchObject({ updates: [second.bytes, new Uint8Array([3])] });
    expect((await historyOf(store().read, document)).attribution).toEqual(second.attribution);
    expect(await findSnapshot(store().read, document)).toEqual(second);
  });

  it('pieces of a snapshot that is none any more are dropped by the next compaction, those of one under way stay', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2]), by(cast, document, [3])]);
    await keepSnapshot(store(), document, largeSnapshot(2));
    const whole = await bytesOfPieces(store().read, document);
    await expect(keepSnapshot(dyingAfter(store(), 3), document, largeSnapshot(1))).rejects.toThrow('dies');
    await expect(keepSnapshot(dyingAfter(store(), 3), document, largeSnapshot(3))).rejects.toThrow('dies');
    expect(await compactable(store().read, { updates: 1_000_000, bytes: 1_000_000 })).toContain(document);
    await dropCompacted(store(), document);
    expect(await bytesOfPieces(store().read, document)).toBe(whole + 3 * 512 * 1024);
    await keepSnapshot(store(), document, { ...largeSnapshot(3), bytes: initial, attribution: initial });
    await dropCompacted(store(), document);
    expect(await bytesOfPieces(store().read, document)).toBe(0);
    expect(await compactable(store().read, { updates: 1_000_000, bytes: 1_000_000 })).not.toContain(document);
  });
}

function damagedTests(store: () => Store): void {
  it('R7: a damaged snapshot, and one that lacks a piece, are told from a log that does not answer', async () => {
    const { cast, document } = await withDocument(store());
    const whole = await withDocument(store());
    await store().updateLog.append([by(cast, document, [2])]);
    await keepSnapshot(store(), document, largeSnapshot(2));
    await store().transaction((tx) =>
      tx[query].deleteFrom('document_snapshot_piece').where('document_id', '=', document).where('number', '=', 2).execute(),
    );
    await expect(store().updateLog.load(document)).rejects.toThrow(DamagedHistoryError);
    await expect(findSnapshot(store().read, document)).rejects.toThrow('lacks pieces');
    await store().transaction((tx) =>
      tx[query]
        .updateTable('document_snapshot')
        .set({ bytes: new Uint8Array([255, 255, 255]), bytes_pieces: 0, pieces_id: null })
        .where('document_id', '=', document)
        .execute(),
    );
    await expect(store().updateLog.load(document)).rejects.toThrow(DamagedHistoryError);
    expect(await store().updateLog.load(whole.document)).toMatchObject({ updates: [initial] });
  });
}

/** 3 MB and 1 MB that cannot be deflated. */
function largeSnapshot(sequence: number): Snapshot {
  const [bytes, attribution] = [randomBytes(3_000_000), randomBytes(1_000_000)].map((it) => new Uint8Array(it));
  return { sequence, author: null, at: 1, bytes: bytes ?? initial, attribution: attribution ?? initial };
}

function dyingAfter(store: Store, transactions: number): Pick<Store, 'transaction'> {
  let left = transactions;
  return { transaction: (work) => (left-- > 0 ? store.transaction(work) : Promise.reject(new Error('the server dies'))) };
}

async function bytesOfPieces(db: Store['read'], document: string): Promise<number> {
  const { bytes } = await db[query]
    .selectFrom('document_snapshot_piece')
    .select(sql<number | null>`cast(sum(length(bytes)) as integer)`.as('bytes'))
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow();
  return bytes ?? 0;
}

/** A snapshot that stands for these bytes: all of them, one after the other. */
function snapshotOf(updates: readonly StoredUpdate[], before: Snapshot | null = null): Snapshot {
  const last = updates.at(-1);
  if (last === undefined) throw new Error('there is nothing to compact');
  const bytes = new Uint8Array([...(before?.bytes ?? []), ...updates.flatMap((it) => [...it.bytes])]);
  return { sequence: last.sequence, author: last.author, at: last.at, bytes, attribution: new Uint8Array([updates.length % 256]) };
}

async function compactTo(store: Pick<Store, 'read' | 'transaction'>, document: string, upTo = Number.POSITIVE_INFINITY): Promise<Snapshot> {
  const read = await readForCompaction(store.read, document);
  const updates = read?.updates.filter(({ sequence }) => sequence <= upTo) ?? [];
  const snapshot = updates.length === 0 ? read?.snapshot : snapshotOf(updates, read?.snapshot ?? null);
  if (snapshot === undefined || snapshot === null) return { sequence: 0, author: null, at: 0, bytes: initial, attribution: initial };
  await keepSnapshot(store, document, snapshot);
  await dropCompacted(store, document);
  return snapshot;
}

async function rowsOf(db: Store['read'], document: string): Promise<number> {
  const { count } = await db[query]
    .selectFrom('document_update')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow();
  return count;
}

interface AppendingBeside extends Pick<Store, 'read' | 'transaction'> {
  /** How many appends were made, one for each transaction. */
  appends(): number;
  /** The most that one transaction changed of what `measure` counts. */
  maxTouched(): number;
}

/** The store, for a compaction during which others go on: an append is asked for inside each transaction, and through before the next one. */
function appendingBeside(store: Store, batch: readonly PendingUpdate[], measure: (tx: Transaction) => Promise<number>): AppendingBeside {
  let [appends, maxTouched] = [0, 0];
  return {
    read: store.read,
    transaction: async (work) => {
      const asked: Promise<unknown>[] = [];
      const result = await store.transaction(async (tx) => {
        const before = await measure(tx);
        const done = await work(tx);
        maxTouched = Math.max(maxTouched, Math.abs((await measure(tx)) - before));
        asked.push(store.updateLog.append(batch));
        return done;
      });
      await Promise.all(asked);
      appends += 1;
      return result;
    },
    appends: () => appends,
    maxTouched: () => maxTouched,
  };
}
