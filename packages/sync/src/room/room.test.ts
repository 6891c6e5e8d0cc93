// Proves the rules of SPEC.md on rooms: R1-R8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { messageTypes } from '../close-codes.ts';
import { QuarantinedDocumentError, UnknownDocumentError } from '../errors.ts';
import { answer, Desk } from '../testing/desk.ts';
import { Peer } from '../testing/peer.ts';

test('R1: what a client says before its document is loaded is handled after, in order', async () => {
  await using desk = new Desk();
  const health = new Peer('health');
  const line = desk.connect(health);
  health.type('typed at once');
  while (line.toServer.length > 0) line.stepToServer();
  expect(line.toClient).toHaveLength(0);
  await desk.commit();
  expect(desk.log.appended).toHaveLength(1);
  expect(health.acknowledged.size).toBe(1);
});

test('R2: a document is loaded once, however many come at the same time', async () => {
  await using desk = new Desk();
  const peers = Array.from({ length: 20 }, (_, index) => new Peer(`person-${index}`));
  for (const peer of peers) desk.connect(peer);
  peers[0]?.type('one history');
  await desk.deliver();
  expect(desk.log.loads).toBe(1);
  expect(new Set(peers.map((peer) => peer.text))).toEqual(new Set(['one history']));
});

test('R3: a room whose last session has left ends after a while, but never before all of it is committed', async () => {
  await using desk = new Desk({ lingerMs: 1_000 });
  const health = await desk.join('health');
  await desk.commit();
  const letGo = desk.log.stall();
  health.type('last words');
  await desk.deliver();
  health.line?.cut();
  await desk.clock.advance(60_000);
  const works = await desk.join('works');
  expect(works.text).toBe('last words');
  expect(desk.log.loads).toBe(1);
  works.line?.cut();
  letGo();
  await desk.clock.advance(60_000);
  await desk.join('late');
  expect(desk.log.loads).toBe(2);
});

test('R4: who comes while a room is being flushed finds it open again, not another one', async () => {
  await using desk = new Desk({ lingerMs: 1_000 });
  const health = await desk.join('health');
  const letGo = desk.log.stall();
  health.type('a');
  await desk.deliver();
  health.line?.cut();
  await desk.clock.advance(2_000); // flushing
  const works = await desk.join('works');
  works.type('b');
  await desk.deliver();
  letGo();
  await desk.commit();
  desk.connect(health);
  await desk.commit();
  expect(desk.log.loads).toBe(1);
  expect(health.text).toBe('ab');
  expect(desk.log.appended).toHaveLength(2);
});

test('R5: an edit that overtakes the reply it builds on waits for it, and both are acknowledged', async () => {
  await using desk = new Desk();
  const health = new Peer('health');
  health.type('typed offline, ');
  const line = desk.connect(health);
  const edit = health.type('and right after connecting'); // goes out before the server has asked for the rest
  line.stepToServer();
  line.stepToServer();
  expect(line.toClient.some((arrival) => 'code' in arrival)).toBe(false);
  await desk.commit();
  expect(health.closedWith).toBeNull();
  expect(health.acknowledged).toContain(edit);
  const reader = await desk.join('reader', 'read');
  expect(reader.text).toBe('typed offline, and right after connecting');
});

test('R5: what comes after an edit that waits for its reply is not acknowledged before it', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  health.type('Clinics');
  await desk.commit();
  health.line?.cut();
  health.type(' typed offline');
  const line = desk.connect(health);
  health.type('!');
  health.erase(0, 1); // builds on nothing that the server lacks
  while (line.toServer.length > 0) line.stepToServer();
  await desk.clock.advance(20);
  expect(desk.log.appended).toHaveLength(2);
  expect(line.toClient.filter((arrival) => 'message' in arrival && arrival.message[0] === messageTypes.acknowledgement)).toEqual([]);
  await desk.commit();
  expect(health.committedFrames).toBe(3);
});

test('R6: a session for a document that does not exist is closed as unknown', async () => {
  await using desk = new Desk();
  const health = await desk.join('health', 'write', 'no-such-answer');
  expect(health.closedWith).toBe(4404);
  await expect(desk.rooms.read('no-such-answer', () => null)).rejects.toThrow(UnknownDocumentError);
  expect(desk.alarms).toEqual([]);
});

test('R7: a document that cannot be read back is put in quarantine with an alarm; the others go on, and later it is tried again', async () => {
  await using desk = new Desk();
  desk.log.create('broken', [new Uint8Array([1, 2, 3])]);
  const health = await desk.join('health');
  const works = await desk.join('works', 'write', 'broken');
  expect(works.closedWith).toBe(4451);
  expect(desk.alarms).toEqual(['broken']);
  await expect(desk.rooms.read('broken', () => null)).rejects.toThrow(QuarantinedDocumentError);
  expect((await desk.join('again', 'write', 'broken')).closedWith).toBe(4451);
  expect(desk.log.loads).toBe(2);
  health.type('goes on');
  await desk.commit();
  expect(health.acknowledged.size).toBe(1);
  desk.log.create('broken', []);
  await desk.clock.advance(60_000);
  expect((await desk.join('mended', 'write', 'broken')).isSynced).toBe(true);
});

test('R7: a stored history with a gap is put in quarantine', async () => {
  await using desk = new Desk();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(0, 'one');
  doc.getText('text').insert(3, 'two');
  desk.log.create('gap', updates.slice(1));
  expect((await desk.join('health', 'write', 'gap')).closedWith).toBe(4451);
});

test('R8: when the log cannot be asked, the sessions are closed to come again, and the next one asks it again', async () => {
  await using desk = new Desk();
  desk.log.failsToLoad = true;
  const health = await desk.join('health');
  expect(health.closedWith).toBe(1011);
  expect(desk.alarms).toEqual([answer]);
  expect(desk.loaded).toEqual([]);
  desk.log.failsToLoad = false;
  desk.connect(health);
  await desk.deliver();
  expect(health.isSynced).toBe(true);
  expect(desk.loaded).toEqual([answer]);
});
