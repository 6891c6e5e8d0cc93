// Owns the tests of the update log: the engine's port, and what the database knows about who wrote.
import { asId, type QuestionId } from '@chancery/domain';
import type { PendingUpdate } from '@chancery/sync/ports';
import { expect, it } from 'vitest';
import { createDocument, documentId, editsOf, findDocument, lastEditsOf, sequencesOf, type Store } from '../index.ts';
import { type Cast, castOf } from './cast.ts';
import type { TestEngine } from './store-fixtures.ts';
import { storeOfSuite } from './store-of-suite.ts';

const initial = new Uint8Array([1, 2, 3]);

export function updateLogSuite(engine: TestEngine): void {
  const store = storeOfSuite(engine);

  it('a document begins with its initial content and nobody as editor', async () => {
    const { cast, document } = await withDocument(store());
    expect(await store().updateLog.load(document)).toEqual({ epoch: 1, sequence: 1, updates: [initial] });
    expect(await findDocument(store().read, document)).toMatchObject({
      id: document,
      round: cast.round,
      question: cast.question,
      schemaVersion: 3,
    });
    expect(await lastEditsOf(store().read, cast.round)).toEqual(new Map());
    expect(await editsOf(store().read, document)).toEqual([]);
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
    const last = await store().updateLog.append([by(cast, document, [10]), by(cast, document, [11])]);
    expect(last).toEqual(new Map([[document, 3]]));
    await store().updateLog.append([by(cast, document, [12])]);
    const stored = await store().updateLog.load(document);
    expect(stored).toEqual({ epoch: 1, sequence: 4, updates: [initial, new Uint8Array([10]), new Uint8Array([11]), new Uint8Array([12])] });
    for (const bytes of stored?.updates ?? []) expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
  });

  it('bytes that are a view of a larger buffer are stored alone', async () => {
    const { cast, document } = await withDocument(store());
    const large = new Uint8Array(1_000).fill(7);
    await store().updateLog.append([{ ...by(cast, document, []), bytes: large.subarray(5, 7) }]);
    expect((await store().updateLog.load(document))?.updates.at(-1)).toEqual(new Uint8Array([7, 7]));
  });

  it('a batch counts each document by itself', async () => {
    const { cast, document } = await withDocument(store());
    const second = documentId(cast.round, await create(store(), { ...cast, question: asId<QuestionId>('q2') }));
    const last = await store().updateLog.append([by(cast, document, [1]), by(cast, second, [2]), by(cast, document, [3])]);
    expect(last).toEqual(
      new Map([
        [document, 3],
        [second, 2],
      ]),
    );
    expect(await sequencesOf(store().read, cast.round)).toEqual(
      new Map([
        [cast.question, 3],
        [asId<QuestionId>('q2'), 2],
      ]),
    );
  });

  it('a batch that names an unknown document keeps nothing of any', async () => {
    const { cast, document } = await withDocument(store());
    await expect(store().updateLog.append([by(cast, document, [1]), by(cast, 'nowhere/q1', [2])])).rejects.toThrow('nowhere/q1');
    expect((await store().updateLog.load(document))?.sequence).toBe(1);
  });

  it('an empty batch is kept at once', async () => {
    expect(await store().updateLog.append([])).toEqual(new Map());
  });

  it('batches that are appended at once leave no gap and lose nothing', async () => {
    const { cast, document } = await withDocument(store());
    const batches = Array.from({ length: 12 }, (_, index) =>
      store().updateLog.append([by(cast, document, [index]), by(cast, document, [index])]),
    );
    const last = await Promise.all(batches);
    expect(last.map((it) => it.get(document)).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 12 }, (_, index) => index * 2 + 3),
    );
    const edits = await editsOf(store().read, document);
    expect(edits.map((it) => it.sequence)).toEqual(Array.from({ length: 24 }, (_, index) => index + 2));
  });

  it('a batch of many thousand updates is one batch', async () => {
    const { cast, document } = await withDocument(store());
    const last = await store().updateLog.append(Array.from({ length: 6_500 }, () => by(cast, document, [1])));
    expect(last.get(document)).toBe(6_501);
    expect((await store().updateLog.load(document))?.updates).toHaveLength(6_501);
  });

  it('the log knows who wrote what and when, also when the author is nobody the database knows', async () => {
    const { cast, document } = await withDocument(store());
    const stranger = { person: 'gone', agency: 'dissolved' };
    await store().updateLog.append([
      by(cast, document, [1, 2, 3, 4]),
      { document, bytes: new Uint8Array([5]), author: stranger, at: 2_000_000_000_001 },
    ]);
    expect(await editsOf(store().read, document)).toEqual([
      { sequence: 2, person: cast.officer, agency: cast.health, at: 2_000_000_000_000, sizeBytes: 4 },
      { sequence: 3, ...stranger, at: 2_000_000_000_001, sizeBytes: 1 },
    ]);
    expect(await lastEditsOf(store().read, cast.round)).toEqual(new Map([[cast.question, { ...stranger, at: 2_000_000_000_001 }]]));
  });
}

async function withDocument(store: Store): Promise<{ cast: Cast; document: string }> {
  const cast = await castOf(store);
  await create(store, cast);
  return { cast, document: documentId(cast.round, cast.question) };
}

async function create(store: Store, { round, question }: Cast): Promise<QuestionId> {
  await store.transaction((tx) => createDocument(tx, { round, question, bytes: initial, schemaVersion: 3, createdAt: 1 }));
  return question;
}

function by({ officer, health }: Cast, document: string, bytes: readonly number[]): PendingUpdate {
  return { document, bytes: new Uint8Array(bytes), author: { person: officer, agency: health }, at: 2_000_000_000_000 };
}
