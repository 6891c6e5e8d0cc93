// Proves that edits of one person are kept one after the other, and that none is lost when several come at once.
import { asId, type QuestionId, type RoundId } from '@chancery/domain';
import type { RefusedUpdate } from '@chancery/sync';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { RefusedEditQueue } from './refused-edits.ts';

const answer = { round: asId<RoundId>('round'), question: asId<QuestionId>('1') };

function typist(person: string): (text: string, reason?: RefusedUpdate['reason']) => RefusedUpdate {
  const doc = new Y.Doc();
  return (text, reason = 'frozen') => {
    const before = Y.encodeStateVector(doc);
    doc.getText('text').insert(doc.getText('text').length, text);
    return { author: { person, agency: '' }, bytes: Y.encodeStateAsUpdate(doc, before), at: 1, reason };
  };
}

function textOf(updates: readonly RefusedUpdate[]): string {
  const doc = new Y.Doc();
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  return doc.getText('text').toJSON();
}

it('frames that come at once are kept as one, those that come meanwhile after it, and none is lost', async () => {
  const kept: RefusedUpdate[] = [];
  let underWay = 0;
  const edits = new RefusedEditQueue(
    async (_place, refused) => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      kept.push(refused);
    },
    () => expect.unreachable(),
  );
  const types = typist('aminah');
  for (const letter of 'Nothing ') edits.take(answer, types(letter));
  await new Promise((resolve) => setImmediate(resolve));
  for (const letter of 'is lost') edits.take(answer, types(letter));
  edits.take(answer, types('.', 'right-lost'));
  await edits[Symbol.asyncDispose]();
  expect(kept.map((it) => it.reason)).toEqual(['frozen', 'frozen', 'right-lost']);
  expect(textOf(kept)).toBe('Nothing is lost.');
});

it('an edit that cannot be kept stands in the way of no other', async () => {
  const kept: string[] = [];
  const failed: unknown[] = [];
  const edits = new RefusedEditQueue(
    async (_place, { author }) => {
      if (author.person === 'badrul') throw new Error('no database');
      kept.push(author.person);
    },
    (_place, cause) => failed.push(cause),
  );
  edits.take(answer, typist('badrul')('x'));
  edits.take(answer, typist('aminah')('y'));
  await edits[Symbol.asyncDispose]();
  expect([kept, failed.length]).toEqual([['aminah'], 1]);
});

it('what one person hands over faster than it can be kept is bounded, and said to be lost', async () => {
  const keeping = Promise.withResolvers<void>();
  const kept: number[] = [];
  const failed: unknown[] = [];
  const edits = new RefusedEditQueue(
    async (_place, { bytes }) => {
      await keeping.promise;
      kept.push(bytes.length);
    },
    (_place, cause) => failed.push(cause),
  );
  const hugeOnes = Array.from({ length: 40 }, () => ({
    author: { person: 'badrul', agency: '' },
    bytes: new Uint8Array(1024 * 1024),
    at: 1,
  }));
  for (const huge of hugeOnes) edits.take(answer, { ...huge, reason: 'older-epoch' });
  edits.take(answer, typist('aminah')('y'));
  keeping.resolve();
  await edits[Symbol.asyncDispose]();
  expect([kept.length, failed.length]).toEqual([16 + 1, 40 - 16]);
});
