// Proves the rules of SPEC.md on freezing: G1-G8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { FrozenDocumentError, NotCommittedError, UnknownDocumentError } from '../errors.ts';
import type { Freeze } from './freeze.ts';
import { answer, Network } from '../testing/network.ts';
import type { Client } from '../testing/client.ts';

async function frozen(network: Network): Promise<Freeze> {
  const freezing = network.rooms.freeze(answer);
  await network.commit();
  return freezing;
}

function textIn(freeze: Freeze): string {
  return freeze.doc.getText('text').toJSON();
}

async function twoWriters(network: Network): Promise<readonly [Client, Client]> {
  const clients = [await network.join('health'), await network.join('works')] as const;
  await network.commit();
  return clients;
}

test('G1: from the call on no content enters, and it resolves when all before it is committed', async () => {
  await using network = new Network();
  const [health, works] = await twoWriters(network);
  const letGo = network.log.stall();
  health.type('before');
  await network.deliver();
  const seen: string[] = [];
  const freezing = network.rooms.freeze(answer).then((freeze) => {
    seen.push(textIn(freeze));
    return freeze;
  });
  works.type(' after');
  await network.commit();
  expect(seen).toEqual([]);
  expect(health.text).toBe('before');
  letGo();
  await network.commit();
  expect(seen).toEqual(['before']);
  using freeze = await freezing;
  expect(freeze.sequence).toBe(1);
  expect(network.log.appended).toHaveLength(1);
});

test('G1: it holds for a document that nobody has open', async () => {
  await using network = new Network({ lingerMs: 100 });
  using freeze = await frozen(network);
  const health = await network.join('health');
  health.type('held');
  await network.clock.advance(5_000);
  await network.deliver();
  expect(textIn(freeze)).toBe('');
});

test('G2: on thaw the held content enters in order, and is acknowledged', async () => {
  await using network = new Network();
  const [health, works] = await twoWriters(network);
  const freeze = await frozen(network);
  health.type('one ');
  const edit = health.type('two');
  await network.commit();
  expect(health.acknowledged.size).toBe(0);
  freeze.release('thaw');
  await network.commit();
  expect(works.text).toBe('one two');
  expect(health.acknowledged).toContain(edit);
  expect(network.refused).toEqual([]);
});

test('G2: a frame that brings nothing new is not acknowledged before the held ones it follows', async () => {
  await using network = new Network();
  const [health] = await twoWriters(network);
  using _freeze = await frozen(network);
  const { committedFrames } = health;
  health.type('held');
  health.uploadUpdate(Y.encodeStateAsUpdate(new Y.Doc()));
  await network.commit();
  expect(health.committedFrames).toBe(committedFrames);
});

test('G3: on read-only the held content is refused whole as frozen, its sender closed, and the others become readers', async () => {
  await using network = new Network();
  const [health, works] = await twoWriters(network);
  const freeze = await frozen(network);
  health.type('one ');
  health.type('two');
  await network.commit();
  freeze.release('read-only');
  await network.commit();
  expect(health.closedWith).toBe(4405);
  expect([works.closedWith, works.access, works.text]).toEqual([null, 'read', '']);
  expect(network.refused).toHaveLength(1);
  const [refused] = network.refused;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, refused!.bytes);
  expect([doc.getText('text').toJSON(), refused!.reason, refused!.author.person]).toEqual(['one two', 'frozen', 'health']);
  await network.rooms.recheck(() => 'read'); // what the server does after its own commit
  works.type('too late');
  await network.commit();
  expect([works.closedWith, network.refused.at(-1)?.reason]).toEqual([4405, 'frozen']);
  expect(network.log.appended).toHaveLength(0);
});

test('G3: content of a session that left during the freeze does not enter a document that became read-only', async () => {
  await using network = new Network();
  const [health] = await twoWriters(network);
  const freeze = await frozen(network);
  health.type('gone');
  await network.deliver();
  health.line?.cut();
  freeze.release('read-only');
  await network.commit();
  expect(network.refused).toHaveLength(1);
  expect(network.log.appended).toHaveLength(0);
});

test('G4: a second freeze waits for the release of the first', async () => {
  await using network = new Network();
  const [health] = await twoWriters(network);
  const first = await frozen(network);
  let second: Freeze | null = null;
  const freezing = network.rooms.freeze(answer).then((freeze) => {
    second = freeze;
  });
  health.type('between');
  await network.commit();
  expect(second).toBeNull();
  first.release('thaw');
  await network.commit();
  await freezing;
  expect(textIn(second!)).toBe('between');
  second![Symbol.dispose]();
});

test('G5: a freeze that cannot be committed in time thaws and fails, and one of an unknown document fails', async () => {
  await using network = new Network({ freezeWithinMs: 1_000 });
  const [health, works] = await twoWriters(network);
  network.log.fails = () => true;
  health.type('not saved');
  await network.deliver();
  const freezing = network.rooms.freeze(answer).catch((cause: unknown) => cause);
  works.type(', held');
  await network.deliver();
  await network.clock.advance(1_000);
  expect(await freezing).toBeInstanceOf(NotCommittedError);
  await network.deliver();
  expect(health.text).toContain('held');
  await expect(network.rooms.freeze('no-such-answer')).rejects.toThrow(UnknownDocumentError);
});

test('G6: a freeze that is disposed without a release thaws, and a second release does nothing', async () => {
  await using network = new Network();
  const [health, works] = await twoWriters(network);
  {
    using _freeze = await frozen(network);
    health.type('held');
    await network.deliver();
    expect(works.text).toBe('');
  }
  await network.deliver();
  expect(works.text).toBe('held');
  const freeze = await frozen(network);
  freeze.release('thaw');
  freeze.release('read-only');
  expect(works.access).toBe('write');
});

test('G7: after read-only a session connects as reader, whatever it was granted, until its rights are asked for again', async () => {
  await using network = new Network();
  await twoWriters(network);
  (await frozen(network)).release('read-only');
  const late = await network.join('late', 'write');
  expect(late.access).toBe('read');
  await network.rooms.recheck(() => 'write', [answer]);
  await network.deliver();
  expect(late.access).toBe('write');
  expect((await network.join('later', 'write')).access).toBe('write');
});

test('G8: an edit of the server waits for the release, and is rejected when the document has become read-only', async () => {
  await using network = new Network();
  const [health] = await twoWriters(network);
  const first = await frozen(network);
  const waits = network.rooms.edit(answer, null, (doc) => doc.getText('text').insert(0, 'imported'));
  await network.commit();
  expect(health.text).toBe('');
  first.release('thaw');
  await network.commit();
  await expect(waits).resolves.toBe(1);
  const second = await frozen(network);
  const rejected = network.rooms.edit(answer, null, (doc) => doc.getText('text').insert(0, 'no')).catch((cause: unknown) => cause);
  second.release('read-only');
  expect(await rejected).toBeInstanceOf(FrozenDocumentError);
});
