// Proves the rules of SPEC.md on rooms: R1-R8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { messageTypes } from '../close-codes.ts';
import { QuarantinedDocumentError, UnknownDocumentError } from '../errors.ts';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

test('R1: what a client says before its document is loaded is handled after, in order', async () => {
  await using network = new Network();
  const health = new Client('health');
  const line = network.connect(health);
  health.type('typed at once');
  while (line.toServer.length > 0) line.stepToServer();
  expect(line.toClient).toHaveLength(0);
  await network.commit();
  expect(network.log.appended).toHaveLength(1);
  expect(health.acknowledged.size).toBe(1);
});

test('R2: a document is loaded once, however many come at the same time', async () => {
  await using network = new Network();
  const clients = Array.from({ length: 20 }, (_, index) => new Client(`person-${index}`));
  for (const client of clients) network.connect(client);
  clients[0]?.type('one history');
  await network.deliver();
  expect(network.log.loads).toBe(1);
  expect(new Set(clients.map((client) => client.text))).toEqual(new Set(['one history']));
});

test('R3: a room whose last session has left ends after a while, but never before all of it is committed', async () => {
  await using network = new Network({ lingerMs: 1_000 });
  const health = await network.join('health');
  await network.commit();
  const letGo = network.log.stall();
  health.type('last words');
  await network.deliver();
  health.line?.cut();
  await network.clock.advance(60_000);
  const works = await network.join('works');
  expect(works.text).toBe('last words');
  expect(network.log.loads).toBe(1);
  works.line?.cut();
  letGo();
  await network.clock.advance(60_000);
  await network.join('late');
  expect(network.log.loads).toBe(2);
});

test('R4: who comes while a room is being flushed finds it open again, not another one', async () => {
  await using network = new Network({ lingerMs: 1_000 });
  const health = await network.join('health');
  const letGo = network.log.stall();
  health.type('a');
  await network.deliver();
  health.line?.cut();
  await network.clock.advance(2_000); // flushing
  const works = await network.join('works');
  works.type('b');
  await network.deliver();
  letGo();
  await network.commit();
  network.connect(health);
  await network.commit();
  expect(network.log.loads).toBe(1);
  expect(health.text).toBe('ab');
  expect(network.log.appended).toHaveLength(2);
});

test('R5: an edit that overtakes the reply it builds on waits for it, and both are acknowledged', async () => {
  await using network = new Network();
  const health = new Client('health');
  health.type('typed offline, ');
  const line = network.connect(health);
  const edit = health.type('and right after connecting'); // goes out before the server has asked for the rest
  line.stepToServer();
  line.stepToServer();
  expect(line.toClient.some((arrival) => 'code' in arrival)).toBe(false);
  await network.commit();
  expect(health.closedWith).toBeNull();
  expect(health.acknowledged).toContain(edit);
  const reader = await network.join('reader', 'read');
  expect(reader.text).toBe('typed offline, and right after connecting');
});

test('R5: what comes after an edit that waits for its reply is not acknowledged before it', async () => {
  await using network = new Network();
  const health = await network.join('health');
  health.type('Clinics');
  await network.commit();
  health.line?.cut();
  health.type(' typed offline');
  const line = network.connect(health);
  health.type('!');
  health.erase(0, 1); // builds on nothing that the server lacks
  while (line.toServer.length > 0) line.stepToServer();
  await network.clock.advance(20);
  expect(network.log.appended).toHaveLength(2);
  expect(line.toClient.filter((arrival) => 'message' in arrival && arrival.message[0] === messageTypes.acknowledgement)).toEqual([]);
  await network.commit();
  expect(health.committedFrames).toBe(3);
});

test('R6: a session for a document that does not exist is closed as unknown', async () => {
  await using network = new Network();
  const health = await network.join('health', 'write', 'no-such-answer');
  expect(health.closedWith).toBe(4404);
  await expect(network.rooms.read('no-such-answer', () => null)).rejects.toThrow(UnknownDocumentError);
  expect(network.alarms).toEqual([]);
});

test('R7: a document that cannot be read back is put in quarantine with an alarm; the others go on, and later it is tried again', async () => {
  await using network = new Network();
  network.log.create('broken', [new Uint8Array([1, 2, 3])]);
  const health = await network.join('health');
  const works = await network.join('works', 'write', 'broken');
  expect(works.closedWith).toBe(4451);
  expect(network.alarms).toEqual(['broken']);
  await expect(network.rooms.read('broken', () => null)).rejects.toThrow(QuarantinedDocumentError);
  expect((await network.join('again', 'write', 'broken')).closedWith).toBe(4451);
  expect(network.log.loads).toBe(2);
  health.type('goes on');
  await network.commit();
  expect(health.acknowledged.size).toBe(1);
  network.log.create('broken', []);
  await network.clock.advance(60_000);
  expect((await network.join('mended', 'write', 'broken')).isSynced).toBe(true);
});

test('R7: a stored history with a gap is put in quarantine', async () => {
  await using network = new Network();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(0, 'one');
  doc.getText('text').insert(3, 'two');
  network.log.create('gap', updates.slice(1));
  expect((await network.join('health', 'write', 'gap')).closedWith).toBe(4451);
});

test('R8: when the log cannot be asked, the sessions are closed to come again, and the next one asks it again', async () => {
  await using network = new Network();
  network.log.failsToLoad = true;
  const health = await network.join('health');
  expect(health.closedWith).toBe(1011);
  expect(network.alarms).toEqual([answer]);
  expect(network.loaded).toEqual([]);
  network.log.failsToLoad = false;
  network.connect(health);
  await network.deliver();
  expect(health.isSynced).toBe(true);
  expect(network.loaded).toEqual([answer]);
});
