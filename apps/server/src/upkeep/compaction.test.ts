// Proves that a compaction changes nothing that people see, and that a document which cannot be compacted keeps none of the others.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fragmentOf, placesOf } from '@chancery/answer-doc';
import type { ResponseOf, AnswerView } from '@chancery/contract';
import { asId, findQuestion, type QuestionId, type RoundId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { documentId, type Store } from '@chancery/store';
import { findSnapshot } from '@chancery/store/testing/snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyUpdate, Doc, XmlElement, XmlText } from 'yjs';
import { Compaction } from './compaction.ts';
import { createLog } from '../process/log.ts';
import { demoRound, openApp, type TestApp } from '../testing/open-app.ts';

const round = asId<RoundId>(demoRound);
const [text, broken] = ['7', '8'] as const;
const document = documentId(round, asId<QuestionId>(text));

describe('a compaction', () => {
  let app: TestApp;
  let coordinator: string;
  let compaction: Compaction;
  beforeAll(async () => {
    app = await openApp();
    coordinator = await app.signIn('coordinator.mampu');
    compaction = new Compaction(app.context);
  });
  afterAll(async () => {
    await compaction[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });

  const answer = (question: string) => `/api/rounds/${round}/questions/${question}`;
  const read = async <T>(path: string) => (await (await app.ask(path, { cookie: coordinator })).json()) as T;

  /** Everything that people see of the answer and of who wrote it. */
  async function seen(): Promise<unknown> {
    const { content, digest, lastEdit } = await read<AnswerView>(answer(text));
    const { spells } = await read<ResponseOf<'readHistory'>>(`${answer(text)}/history`);
    const { fields } = await read<ResponseOf<'readAuthors'>>(`${answer(text)}/authors`);
    return { content, digest, lastEdit, spells, fields };
  }

  /** So many edits of two people in turn, each a word at the end. */
  async function type(question: string, words: number): Promise<void> {
    const [first, second] = (await read<ResponseOf<'readPeople'>>(`/api/rounds/${round}/people`)).members;
    const place = placesOf(findQuestion(msq2022, asId<QuestionId>(question))!)[0]!;
    const edits = Array.from({ length: words }, (_, index) => {
      const member = index % 20 < 10 ? first! : second!;
      return app.context.rooms.edit(
        documentId(round, asId<QuestionId>(question)),
        { person: member.person, agency: member.agency },
        (doc) => {
          const paragraph = fragmentOf(doc, place).get(0);
          const line = paragraph instanceof XmlElement ? (paragraph.get(0) as XmlText | undefined) : undefined;
          if (line instanceof XmlText) line.insert(line.length, `${index} `);
          else if (paragraph instanceof XmlElement) paragraph.insert(0, [new XmlText(`${index} `)]);
        },
      );
    });
    await Promise.all(edits);
  }

  it('changes nothing of the answer, its history, or who wrote what', async () => {
    await type(text, 150);
    const before = await seen();
    expect(before).toMatchObject({
      fields: [{ passages: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining('11 12') })]) }],
    });
    await compaction.sweep();
    expect(await findSnapshot(app.context.store.read, document)).not.toBeNull();
    expect(await seen()).toEqual(before);
    await type(text, 120);
    const grown = await seen();
    await compaction.sweep();
    expect(await seen()).toEqual(grown);
    expect(await tailOf(app.context.store)).toBe(0);
  });

  it('leaves a short log as it is', async () => {
    await type(text, 20);
    await compaction.sweep();
    expect(await tailOf(app.context.store)).toBe(20);
  });

  it('tells nobody of an answer that they may not read', async () => {
    expect((await app.ask(`${answer(text)}/authors`, { cookie: await app.stranger(false) })).status).toBe(404);
    expect((await app.ask(`${answer(text)}/authors`)).status).toBe(401);
  });
});

it('L4: a document that cannot be compacted is left as it is, with an alarm, and the others are compacted', async () => {
  await using app = await openApp();
  const [log, errors] = listeningLog();
  const append = (question: string, bytes: (index: number) => number[]) =>
    app.context.store.updateLog.append(
      Array.from({ length: 130 }, (_, index) => ({
        document: documentId(round, asId<QuestionId>(question)),
        bytes: new Uint8Array(bytes(index)),
        author: null,
        at: 1,
        binds: [],
      })),
    );
  await append(text, () => [0, 0]);
  await append(broken, (index) => (index === 7 ? [9, 9, 9, 9] : [0, 0]));
  await using compaction = new Compaction({ ...app.context, log });
  await compaction.sweep();
  await compaction.sweep();
  expect(await findSnapshot(app.context.store.read, document)).not.toBeNull();
  expect(await findSnapshot(app.context.store.read, documentId(round, asId<QuestionId>(broken)))).toBeNull();
  expect(app.context.alarms.list()).toEqual([expect.stringContaining(`${round}/${broken} can't be compacted`)]);
  expect(errors).toEqual([expect.stringContaining('compaction-failed')]);
});

it('L4: a document that could not be compacted is tried again after an hour, and its alarm ends when that works', async () => {
  await using app = await openApp();
  const [log, errors] = listeningLog();
  let now = 0;
  const id = documentId(round, asId<QuestionId>(broken));
  const updates = Array.from({ length: 130 }, (_, index) => ({
    document: id,
    bytes: new Uint8Array(index === 7 ? [9, 9, 9, 9] : [0, 0]),
    author: null,
    at: 1,
    binds: [],
  }));
  await app.context.store.updateLog.append(updates);
  await using compaction = new Compaction({ ...app.context, log, clock: { now: () => now } });
  await compaction.sweep();
  now += 59 * 60_000;
  await compaction.sweep();
  expect([errors.length, app.context.alarms.list().length]).toEqual([1, 1]);
  now += 60_000;
  await compaction.sweep();
  expect([errors.length, app.context.alarms.list().length]).toEqual([2, 1]);
  mend(app.context.config.dataDirectory, id);
  now += 60 * 60_000;
  await compaction.sweep();
  expect(await findSnapshot(app.context.store.read, id)).not.toBeNull();
  expect(app.context.alarms.list()).toEqual([]);
});

/** As an operator does who has found the row that a broken disk has spoilt. */
function mend(directory: string, id: string): void {
  using database = new DatabaseSync(join(directory, 'chancery.sqlite'));
  database.prepare("update document_update set bytes = x'0000' where document_id = ? and bytes = x'09090909'").run(id);
}

/** A log, and its errors. */
function listeningLog(): [ReturnType<typeof createLog>, string[]] {
  const errors: string[] = [];
  return [createLog({ write: (line) => void (line.includes('"level":50') && errors.push(line)) }), errors];
}

describe('a tail of few updates and many bytes', () => {
  /** So many values of a megabyte, each in place of the one before. */
  function largeUpdates(count: number): readonly Uint8Array[] {
    const doc = new Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    for (let value = 0; value < count; value += 1) doc.getMap('large').set('value', String(value % 10).repeat(1024 * 1024));
    return updates;
  }

  /** What each compaction of the document took, when these updates are its tail. */
  async function compactedOf(updates: readonly Uint8Array[]): Promise<readonly number[]> {
    await using app = await openApp();
    const lines: { readonly event?: string; readonly updates?: number }[] = [];
    const log = createLog({ write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
    await app.context.store.updateLog.append(updates.map((bytes) => ({ document, bytes, author: null, at: 1, binds: [] })));
    const before = await tailOf(app.context.store);
    await using compaction = new Compaction({ ...app.context, log });
    await compaction.sweep();
    const compacted = lines.filter(({ event }) => event === 'compacted').map((line) => line.updates ?? 0);
    const after = await tailOf(app.context.store);
    expect(after + compacted.reduce((sum, taken) => sum + taken, 0)).toBe(before);
    expect(app.context.alarms.list()).toEqual([]);
    const doc = new Doc();
    for (const bytes of (await app.context.store.updateLog.load(document))?.updates ?? []) applyUpdate(doc, bytes);
    expect(String(doc.getMap('large').get('value')).slice(0, 3)).toBe(String((updates.length - 1) % 10).repeat(3));
    return compacted;
  }

  it('is compacted in parts, until it is short', async () => {
    const compacted = await compactedOf(largeUpdates(35));
    expect(compacted).toHaveLength(2);
    for (const taken of compacted) expect(taken).toBeLessThan(20);
  });

  it('L1: is compacted at one go where its updates build on later ones', async () => {
    const compacted = await compactedOf(largeUpdates(20).toReversed());
    expect(compacted).toHaveLength(1);
  });
});

async function tailOf(store: Store): Promise<number> {
  const stored = await store.updateLog.load(document, (await findSnapshot(store.read, document))?.sequence ?? 0);
  return stored?.updates.length ?? 0;
}
