// Proves the rules of SPEC.md on access and identity: X1-X8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

function textOf(updates: readonly { readonly bytes: Uint8Array }[]): string {
  const doc = new Y.Doc();
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  return doc.getText('text').toJSON();
}

test('X1: a reader may send what the server has already, and stays', async () => {
  await using network = new Network();
  const health = await network.join('health');
  health.type('Clinics');
  health.erase(0, 2);
  const reader = await network.join('reader', 'read');
  await network.commit();
  reader.uploadUpdate(Y.encodeStateAsUpdate(reader.doc));
  reader.line?.cut();
  network.connect(reader, 'read');
  await network.commit();
  expect(reader.closedWith).toBeNull();
  expect(reader.committedFrames).toBe(1);
  expect(network.refused).toEqual([]);
});

test('X2: nothing that a reader writes or deletes reaches the document, another session or the log', async () => {
  await using network = new Network();
  const health = await network.join('health');
  health.type('Clinics');
  await network.commit();
  const rows = network.log.appended.length;
  const reader = await network.join('reader', 'read');
  reader.type('forged');
  await network.commit();
  expect(reader.closedWith).toBe(4405);
  const eraser = await network.join('eraser', 'read');
  eraser.erase(0, 3);
  await network.commit();
  expect(eraser.closedWith).toBe(4405);
  expect(health.text).toBe('Clinics');
  expect(network.log.appended).toHaveLength(rows);
});

test('X3: what a session typed that may not write is handed over whole, also what was still on its way', async () => {
  await using network = new Network();
  const reader = await network.join('reader', 'read');
  for (const word of ['may ', 'be ', 'kept']) reader.type(word);
  await network.deliver();
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual(Array(3).fill(['reader', 'reader']));
  expect(textOf(network.refused)).toBe('may be kept');
});

test('X3: what is still on its way of a writer who may not even read any more is handed over too', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const works = await network.join('works');
  await network.rooms.recheck((_document, { author }) => (author.person === 'health' ? closeCodes.notPermitted : 'write'), [answer]);
  for (const word of ['too ', 'late']) health.type(word);
  await network.commit();
  expect([health.closedWith, works.text]).toEqual([4403, '']);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual(Array(2).fill(['health', 'right-lost']));
  expect(textOf(network.refused)).toBe('too late');
});

test('X4: a right that is taken away acts on the next frame, and what comes then is refused as lost', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const works = await network.join('works');
  await network.rooms.recheck((_document, { author }) => (author.person === 'health' ? 'read' : 'write'), [answer]);
  health.type('too late');
  works.type('in time');
  await network.commit();
  expect(health.closedWith).toBe(4405);
  expect(network.refused.map(({ reason }) => reason)).toEqual(['right-lost']);
  expect(works.text).toBe('in time');
});

test('X4: who may no longer be there is closed with the code decided', async () => {
  await using network = new Network();
  const health = await network.join('health');
  await network.rooms.recheck(() => closeCodes.notPermitted);
  await network.deliver();
  expect(health.closedWith).toBe(4403);
  const works = await network.join('works');
  network.rooms.closeSessions((_document, { author }) => author.person === 'works', closeCodes.notSignedIn, 'signed out');
  await network.deliver();
  expect(works.closedWith).toBe(4401);
});

test('X5: of two rechecks under way the later one counts, and one that fails closes the session', async () => {
  await using network = new Network();
  const health = await network.join('health');
  const first = Promise.withResolvers<'write'>();
  const early = network.rooms.recheck(() => first.promise);
  await network.rooms.recheck(() => 'read');
  first.resolve('write');
  await early;
  await network.deliver();
  expect(health.access).toBe('read');
  await network.rooms.recheck(() => Promise.reject(new Error('the database is away')));
  await network.deliver();
  expect(health.closedWith).toBe(1011);
});

test("X6: a person comes back under the client id of before, also beside the person's older connection", async () => {
  await using network = new Network();
  const health = new Client('health');
  health.show({ cursor: 1 });
  network.connect(health);
  await network.deliver();
  health.type('a');
  await network.deliver();
  network.connect(health); // the old socket hangs
  await network.deliver();
  health.type('b');
  await network.commit();
  expect(health.closedWith).toBeNull();
  expect(health.acknowledged.size).toBe(2);
});

test('X7: new content under a client id that another person has claimed and come up to date with is refused as a proposal', async () => {
  await using network = new Network();
  const health = new Client('health');
  health.show({});
  network.connect(health);
  await network.deliver();
  health.type('mine');
  const thief = await network.join('thief');
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(health.doc));
  forged.clientID = health.doc.clientID;
  const before = Y.encodeStateVector(forged);
  forged.getText('text').insert(0, 'not ');
  health.line?.cut(); // also while the owner is away
  thief.uploadUpdate(Y.encodeStateAsUpdate(forged, before));
  await network.commit();
  expect(thief.closedWith).toBe(4405);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['thief', 'foreign']]);
  network.connect(health);
  health.type(', still');
  await network.commit();
  expect(health.text).toBe('mine, still');
  expect(health.closedWith).toBeNull();
});

test("X8: after a crash a client's reply that brings back another's edits is taken, even when their author is already there", async () => {
  await using network = new Network();
  const health = new Client('health');
  health.show({});
  network.connect(health);
  const works = await network.join('works');
  await network.commit();
  health.type('seen by works');
  await network.deliver();
  await network.crash();
  const line = network.connect(health);
  line.stepToServer();
  await network.clock.advance(0);
  line.stepToServer(); // claimed, but its reply is still under way
  const held = line.toClient.splice(0);
  network.connect(works);
  await network.deliver();
  expect(works.closedWith).toBeNull();
  line.toClient.push(...held);
  await network.deliver();
  expect([health.closedWith, health.text, works.text]).toEqual([null, 'seen by works', 'seen by works']);
});

test('X8: what a writer types within that time after the reply is the writer’s own, as at any other time', async () => {
  await using network = new Network();
  const health = await network.join('health'); // shows no awareness, which would bind the id as well
  health.type('mine');
  await network.commit();
  const thief = await network.join('thief');
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(health.doc));
  forged.clientID = health.doc.clientID;
  const before = Y.encodeStateVector(forged);
  forged.getText('text').insert(0, 'not ');
  health.line?.cut();
  thief.uploadUpdate(Y.encodeStateAsUpdate(forged, before));
  await network.commit();
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['thief', 'foreign']]);
  health.type(', typed offline');
  network.connect(health);
  await network.commit();
  expect([health.closedWith, health.text]).toEqual([null, 'mine, typed offline']);
});
