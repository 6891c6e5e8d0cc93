// Proves the rules of SPEC.md on freezing: G1-G8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { FrozenDocumentError, NotCommittedError, UnknownDocumentError } from '../errors.ts';
import type { Freeze } from './freeze.ts';
import { answer, Desk } from '../testing/desk.ts';
import type { Peer } from '../testing/peer.ts';

async function frozen(desk: Desk): Promise<Freeze> {
  const freezing = desk.rooms.freeze(answer);
  await desk.commit();
  return freezing;
}

function textIn(freeze: Freeze): string {
  return freeze.doc.getText('text').toJSON();
}

async function twoWriters(desk: Desk): Promise<readonly [Peer, Peer]> {
  const peers = [await desk.join('health'), await desk.join('works')] as const;
  await desk.commit();
  return peers;
}

test('G1: from the call on no content enters, and it resolves when all before it is committed', async () => {
  await using desk = new Desk();
  const [health, works] = await twoWriters(desk);
  const letGo = desk.log.stall();
  health.type('before');
  await desk.deliver();
  const seen: string[] = [];
  const freezing = desk.rooms.freeze(answer).then((freeze) => {
    seen.push(textIn(freeze));
    return freeze;
  });
  works.type(' after');
  await desk.commit();
  expect(seen).toEqual([]);
  expect(health.text).toBe('before');
  letGo();
  await desk.commit();
  expect(seen).toEqual(['before']);
  using freeze = await freezing;
  expect(freeze.sequence).toBe(1);
  expect(desk.log.appended).toHaveLength(1);
});

test('G1: it holds for a document that nobody has open', async () => {
  await using desk = new Desk({ lingerMs: 100 });
  using freeze = await frozen(desk);
  const health = await desk.join('health');
  health.type('held');
  await desk.clock.advance(5_000);
  await desk.deliver();
  expect(textIn(freeze)).toBe('');
});

test('G2: on thaw the held content enters in order, and is acknowledged', async () => {
  await using desk = new Desk();
  const [health, works] = await twoWriters(desk);
  const freeze = await frozen(desk);
  health.type('one ');
  const edit = health.type('two');
  await desk.commit();
  expect(health.acknowledged.size).toBe(0);
  freeze.release('thaw');
  await desk.commit();
  expect(works.text).toBe('one two');
  expect(health.acknowledged).toContain(edit);
  expect(desk.refused).toEqual([]);
});

test('G2: a frame that brings nothing new is not acknowledged before the held ones it follows', async () => {
  await using desk = new Desk();
  const [health] = await twoWriters(desk);
  using _freeze = await frozen(desk);
  const { committedFrames } = health;
  health.type('held');
  health.uploadUpdate(Y.encodeStateAsUpdate(new Y.Doc()));
  await desk.commit();
  expect(health.committedFrames).toBe(committedFrames);
});

test('G3: on read-only the held content is refused whole as frozen, its sender closed, and the others become readers', async () => {
  await using desk = new Desk();
  const [health, works] = await twoWriters(desk);
  const freeze = await frozen(desk);
  health.type('one ');
  health.type('two');
  await desk.commit();
  freeze.release('read-only');
  await desk.commit();
  expect(health.closedWith).toBe(4405);
  expect([works.closedWith, works.access, works.text]).toEqual([null, 'read', '']);
  expect(desk.refused).toHaveLength(1);
  const [refused] = desk.refused;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, refused!.bytes);
  expect([doc.getText('text').toJSON(), refused!.reason, refused!.author.person]).toEqual(['one two', 'frozen', 'health']);
  await desk.rooms.recheck(() => 'read'); // what the server does after its own commit
  works.type('too late');
  await desk.commit();
  expect([works.closedWith, desk.refused.at(-1)?.reason]).toEqual([4405, 'frozen']);
  expect(desk.log.appended).toHaveLength(0);
});

test('G3: content of a session that left during the freeze does not enter a document that became read-only', async () => {
  await using desk = new Desk();
  const [health] = await twoWriters(desk);
  const freeze = await frozen(desk);
  health.type('gone');
  await desk.deliver();
  health.line?.cut();
  freeze.release('read-only');
  await desk.commit();
  expect(desk.refused).toHaveLength(1);
  expect(desk.log.appended).toHaveLength(0);
});

test('G4: a second freeze waits for the release of the first', async () => {
  await using desk = new Desk();
  const [health] = await twoWriters(desk);
  const first = await frozen(desk);
  let second: Freeze | null = null;
  const freezing = desk.rooms.freeze(answer).then((freeze) => {
    second = freeze;
  });
  health.type('between');
  await desk.commit();
  expect(second).toBeNull();
  first.release('thaw');
  await desk.commit();
  await freezing;
  expect(textIn(second!)).toBe('between');
  second![Symbol.dispose]();
});

test('G5: a freeze that cannot be committed in time thaws and fails, and one of an unknown document fails', async () => {
  await using desk = new Desk({ freezeWithinMs: 1_000 });
  const [health, works] = await twoWriters(desk);
  desk.log.fails = () => true;
  health.type('not saved');
  await desk.deliver();
  const freezing = desk.rooms.freeze(answer).catch((cause: unknown) => cause);
  works.type(', held');
  await desk.deliver();
  await desk.clock.advance(1_000);
  expect(await freezing).toBeInstanceOf(NotCommittedError);
  await desk.deliver();
  expect(health.text).toContain('held');
  await expect(desk.rooms.freeze('no-such-answer')).rejects.toThrow(UnknownDocumentError);
});

test('G6: a freeze that is disposed without a release thaws, and a second release does nothing', async () => {
  await using desk = new Desk();
  const [health, works] = await twoWriters(desk);
  {
    using _freeze = await frozen(desk);
    health.type('held');
    await desk.deliver();
    expect(works.text).toBe('');
  }
  await desk.deliver();
  expect(works.text).toBe('held');
  const freeze = await frozen(desk);
  freeze.release('thaw');
  freeze.release('read-only');
  expect(works.access).toBe('write');
});

test('G7: after read-only a session connects as reader, whatever it was granted, until rights are asked anew', async () => {
  await using desk = new Desk();
  await twoWriters(desk);
  (await frozen(desk)).release('read-only');
  const late = await desk.join('late', 'write');
  expect(late.access).toBe('read');
  await desk.rooms.recheck(() => 'write', [answer]);
  await desk.deliver();
  expect(late.access).toBe('write');
  expect((await desk.join('later', 'write')).access).toBe('write');
});

test('G8: an edit of the server waits for the release, and is rejected when the document has become read-only', async () => {
  await using desk = new Desk();
  const [health] = await twoWriters(desk);
  const first = await frozen(desk);
  const waits = desk.rooms.edit(answer, null, (doc) => doc.getText('text').insert(0, 'imported'));
  await desk.commit();
  expect(health.text).toBe('');
  first.release('thaw');
  await desk.commit();
  await expect(waits).resolves.toBe(1);
  const second = await frozen(desk);
  const rejected = desk.rooms.edit(answer, null, (doc) => doc.getText('text').insert(0, 'no')).catch((cause: unknown) => cause);
  second.release('read-only');
  expect(await rejected).toBeInstanceOf(FrozenDocumentError);
});
