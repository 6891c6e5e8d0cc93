// Tests of the update log: the engine's port, and what the database knows about who wrote. append-suite.ts has several servers.
import { asId, type QuestionId } from '@chancery/domain';
import { expect, it } from 'vitest';
import { documentId, historyOf, lastEditsOf, sequencesOf } from '../../index.ts';
import { by, create, initial, withDocument } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

export function updateLogSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);

  it('a document begins with its initial content and nobody as editor', async () => {
    const { cast, document } = await withDocument(store());
    expect(await store().updateLog.load(document)).toEqual({ epoch: 1, sequence: 1, updates: [initial], owners: new Map() });
    expect(await sequencesOf(store().read, cast.round)).toEqual(new Map([[cast.question, 1]]));
    expect(await lastEditsOf(store().read, cast.round)).toEqual(new Map());
    expect(await historyOf(store().read, document)).toEqual({ attribution: null, edits: [] });
  });

  it('a document that nobody created is null', async () => {
    expect(await store().updateLog.load('nowhere/q1')).toBeNull();
  });

  it('a question has one document in a round, however often it is created', async () => {
    const { cast } = await withDocument(store());
    await expect(create(store(), cast)).rejects.toThrow(/unique/i);
  });

  it('updates come back in the order of the log, as plain bytes', async () => {
    const { cast, document } = await withDocument(store());
    const appended = await store().updateLog.append([by(cast, document, [10]), by(cast, document, [11])]);
    expect(appended).toEqual(new Map([[document, { status: 'kept', first: 2, last: 3 }]]));
    await store().updateLog.append([by(cast, document, [12])]);
    const stored = await store().updateLog.load(document);
    expect(stored).toMatchObject({ epoch: 1, sequence: 4 });
    expect(stored?.updates).toEqual([initial, new Uint8Array([10]), new Uint8Array([11]), new Uint8Array([12])]);
    for (const bytes of stored?.updates ?? []) expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
  });

  it('only what came after a sequence is loaded when it is named, and the sequence is that of the log', async () => {
    const { cast, document } = await withDocument(store());
    await store().updateLog.append([by(cast, document, [10]), by(cast, document, [11])]);
    expect(await store().updateLog.load(document, 2)).toMatchObject({ sequence: 3, updates: [new Uint8Array([11])] });
    expect(await store().updateLog.load(document, 3)).toMatchObject({ sequence: 3, updates: [] });
  });

  it('bytes that are a view of a larger buffer are stored alone, and stay with the engine', async () => {
    const { cast, document } = await withDocument(store());
    const large = new Uint8Array(1_000).fill(7);
    await store().updateLog.append([{ ...by(cast, document, []), bytes: large.subarray(5, 7) }]);
    expect((await store().updateLog.load(document))?.updates.at(-1)).toEqual(new Uint8Array([7, 7]));
    expect(large).toHaveLength(1_000);
  });

  it('a batch counts each document by itself', async () => {
    const { cast, document } = await withDocument(store());
    const second = documentId(cast.round, await create(store(), { ...cast, question: asId<QuestionId>('q2') }));
    const batch = [by(cast, document, [1]), by(cast, second, [2]), by(cast, document, [3])];
    expect(await store().updateLog.append(batch)).toEqual(
      new Map([
        [document, { status: 'kept', first: 2, last: 3 }],
        [second, { status: 'kept', first: 2, last: 2 }],
      ]),
    );
    expect((await store().updateLog.load(document))?.updates).toEqual([initial, new Uint8Array([1]), new Uint8Array([3])]);
    const heads = [
      [document, 3],
      [second, 2],
    ] as const;
    expect(await store().updateLog.heads([document, 'nowhere/q1', second])).toEqual(new Map(heads));
    expect(await store().updateLog.heads([])).toEqual(new Map());
    expect(await sequencesOf(store().read, cast.round)).toEqual(
      new Map([[cast.question, 3] as const, [asId<QuestionId>('q2'), 2] as const]),
    );
  });

  it('a batch that names an unknown document keeps nothing of any', async () => {
    const { cast, document } = await withDocument(store());
    const batch = [by(cast, document, [1]), by(cast, 'nowhere/q1', [2])];
    await expect(store().updateLog.append(batch)).rejects.toThrow('nowhere/q1');
    await expect(store().updateLog.append(batch.map((update) => ({ ...update, binds: [5] })))).rejects.toThrow('nowhere/q1');
    expect(await store().updateLog.load(document)).toMatchObject({ sequence: 1, updates: [initial], owners: new Map() });
  });

  it('an empty batch is kept at once', async () => {
    expect(await store().updateLog.append([])).toEqual(new Map());
  });

  it('batches that are appended at once leave no gap and lose nothing', async () => {
    const { cast, document } = await withDocument(store());
    const batches = Array.from({ length: 12 }, (_, index) =>
      store().updateLog.append([by(cast, document, [index]), by(cast, document, [index])]),
    );
    const kept = (await Promise.all(batches)).map((it) => it.get(document));
    expect(kept.flatMap((it) => (it?.status === 'kept' ? it.last : [])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index * 2 + 3),
    );
    const { edits } = await historyOf(store().read, document);
    expect(edits.map((it) => it.sequence)).toEqual(Array.from({ length: 24 }, (_, index) => index + 2));
  });

  it('a batch of many thousand updates is one batch', async () => {
    const { cast, document } = await withDocument(store());
    const appended = await store().updateLog.append(Array.from({ length: 6_500 }, () => by(cast, document, [1])));
    expect(appended.get(document)).toEqual({ status: 'kept', first: 2, last: 6_501 });
    expect((await store().updateLog.load(document))?.updates).toHaveLength(6_501);
  });

  it('the log knows who wrote what and when, also when the author is nobody the database knows', async () => {
    const { cast, document } = await withDocument(store());
    const stranger = { person: 'gone', agency: 'dissolved' };
    await store().updateLog.append([
      by(cast, document, [1, 2, 3, 4]),
      { document, bytes: new Uint8Array([5]), author: stranger, at: 2_000_000_000_001, binds: [] },
    ]);
    expect((await historyOf(store().read, document)).edits).toEqual([
      { sequence: 2, person: cast.officer, agency: cast.health, at: 2_000_000_000_000, sizeBytes: 4 },
      { sequence: 3, ...stranger, at: 2_000_000_000_001, sizeBytes: 1 },
    ]);
    expect(await lastEditsOf(store().read, cast.round)).toEqual(new Map([[cast.question, { ...stranger, at: 2_000_000_000_001 }]]));
  });
}
