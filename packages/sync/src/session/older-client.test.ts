// Proves the rules of SPEC.md on epochs, older clients, a log in trouble and proposals: W8-W11.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { messageTypes } from '../close-codes.ts';
import { answer, Desk } from '../testing/desk.ts';
import { Peer } from '../testing/peer.ts';

const ofOlderSchema = { version: { mayRead: true, isOfThisSchema: false, epoch: null } };

function textIn(update: Uint8Array | undefined): string {
  const doc = new Y.Doc();
  if (update !== undefined) Y.applyUpdate(doc, update);
  return doc.getText('text').toJSON();
}

test('W8: a client is told the epoch of the history before anything of it', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  expect(health.epoch).toBe(1);
  const types = health.received.map((message) => message[0]);
  expect(types.indexOf(messageTypes.epoch)).toBeLessThan(types.indexOf(messageTypes.sync));
});

test('W9: what a client of an older schema typed offline is handed over, also what follows its reply, and it is told to reload', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  health.type('Clinics');
  await desk.commit();
  health.line?.cut();
  health.type(' in every town');
  const line = desk.connect(health, 'write', answer, ofOlderSchema);
  await desk.clock.advance(0);
  line.stepToServer();
  while (line.toClient.length > 1) line.stepToClient();
  while (line.toClient.length > 0) line.stepToClient(); // its reply is on its way
  health.type('!');
  await desk.deliver();
  expect(health.closedWith).toBe(4426);
  expect(desk.refused.map(({ author, reason }) => [author.person, reason])).toEqual([
    ['health', 'older-schema'],
    ['health', 'older-schema'],
  ]);
  const works = await desk.join('works');
  expect(works.text).toBe('Clinics');
});

test('W9: a client of an older schema that holds nothing new is closed without a word, and gets nothing', async () => {
  await using desk = new Desk();
  const works = await desk.join('works');
  works.type('Roads');
  await desk.commit();
  const health = await desk.join('health', 'write', answer, ofOlderSchema);
  expect([health.closedWith, health.text, desk.refused]).toEqual([4426, '', []]);
  expect(works.closedWith).toBeNull();
});

test('W9: a client of an older history is asked for all of it and told to start anew', async () => {
  await using desk = new Desk();
  const works = await desk.join('works');
  works.type('Roads');
  await desk.commit();
  const health = new Peer('health');
  health.type('of another history');
  desk.connect(health, 'write', answer, { version: { mayRead: true, isOfThisSchema: true, epoch: 0 } });
  await desk.commit();
  expect(health.closedWith).toBe(4410);
  expect(desk.refused.map(({ reason }) => reason)).toEqual(['older-epoch']);
  expect(textIn(desk.refused[0]?.bytes)).toBe('of another history');
  expect([works.text, health.text]).toEqual(['Roads', 'of another history']);
});

test('W9: who may not read any more is asked for what they typed, told nothing of the document, and closed', async () => {
  await using desk = new Desk();
  const works = await desk.join('works');
  works.type('Roads');
  const health = await desk.join('health');
  health.type(' and clinics');
  await desk.commit();
  health.line?.cut();
  health.type(', typed offline');
  works.type(' not for health');
  await desk.commit();
  desk.connect(health, 'read', answer, { version: { mayRead: false, isOfThisSchema: true, epoch: 1 } });
  await desk.commit();
  expect([health.closedWith, health.text]).toEqual([4403, 'Roads and clinics, typed offline']);
  expect(desk.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['health', 'right-lost']]);
  expect(textIn(desk.refused[0]?.bytes)).toBe('Roads and clinics, typed offline');
});

test('W9: an older client that never answers is closed after a while', async () => {
  await using desk = new Desk({ handOverWithinMs: 1_000 });
  const health = new Peer('health');
  const line = desk.connect(health, 'write', answer, ofOlderSchema);
  await desk.clock.advance(900);
  expect(line.toClient.some((arrival) => 'code' in arrival)).toBe(false);
  await desk.clock.advance(100);
  expect(line.toClient.at(-1)).toMatchObject({ code: 4426 });
});

test('W10: sessions hear that the log takes nothing, also who comes meanwhile, and that it does again', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  await desk.commit();
  desk.log.fails = () => true;
  health.type('Clinics');
  await desk.commit();
  const works = await desk.join('works');
  expect([health.troubles, works.troubles]).toEqual([[true], [true]]);
  desk.log.fails = () => false;
  await desk.clock.advance(5_000);
  await desk.deliver();
  expect([health.troubles, works.troubles]).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(health.acknowledged.size).toBe(1);
});

test('W11: an update handed over is reported with its author and enters nothing, from whoever may write and from whoever may not', async () => {
  await using desk = new Desk();
  const [health, reader] = [await desk.join('health'), await desk.join('reader', 'read')];
  const offline = new Y.Doc();
  offline.getText('text').insert(0, 'typed offline');
  health.handOver(Y.encodeStateAsUpdate(offline));
  reader.handOver(Y.encodeStateAsUpdate(offline));
  await desk.commit();
  expect(desk.refused.map(({ author, reason, bytes }) => [author.person, reason, textIn(bytes)])).toEqual([
    ['health', 'set-aside', 'typed offline'],
    ['reader', 'reader', 'typed offline'],
  ]);
  expect([health.closedWith, reader.closedWith, health.text, desk.log.appended.length]).toEqual([null, null, '', 0]);
});

test('W11: what no edit could be is no proposal either, and nobody hands over without end', async () => {
  await using desk = new Desk({ unacknowledgedBytes: 100 });
  const [forger, flooder] = [await desk.join('forger'), await desk.join('flooder')];
  forger.handOver(new Uint8Array([1, 2, 3]));
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(60));
  const update = Y.encodeStateAsUpdate(doc);
  flooder.handOver(update);
  flooder.handOver(update);
  await desk.deliver();
  expect([forger.closedWith, flooder.closedWith]).toEqual([4400, 4413]);
  expect(desk.refused).toHaveLength(1);
});
