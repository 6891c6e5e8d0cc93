// Proves the rules of SPEC.md on epochs, older clients, a log in trouble and proposals: W8-W11.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { messageTypes } from '../close-codes.ts';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

const ofOlderSchema = { version: { mayRead: true, isOfThisSchema: false, epoch: null } };

function textIn(update: Uint8Array | undefined): string {
  const doc = new Y.Doc();
  if (update !== undefined) Y.applyUpdate(doc, update);
  return doc.getText('text').toJSON();
}

test('W8: a client is told the epoch of the history before anything of it', async () => {
  await using network = new Network();
  const health = await network.join('health');
  expect(health.epoch).toBe(1);
  const types = health.received.map((message) => message[0]);
  expect(types.indexOf(messageTypes.epoch)).toBeLessThan(types.indexOf(messageTypes.sync));
});

test('W9: what a client of an older schema typed offline is handed over, also what follows its reply, and it is told to reload', async () => {
  await using network = new Network();
  const health = await network.join('health');
  health.type('Clinics');
  await network.commit();
  health.line?.cut();
  health.type(' in every town');
  const line = network.connect(health, 'write', answer, ofOlderSchema);
  await network.clock.advance(0);
  line.stepToServer();
  while (line.toClient.length > 1) line.stepToClient();
  while (line.toClient.length > 0) line.stepToClient(); // its reply is on its way
  health.type('!');
  await network.deliver();
  expect(health.closedWith).toBe(4426);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([
    ['health', 'older-schema'],
    ['health', 'older-schema'],
  ]);
  const works = await network.join('works');
  expect(works.text).toBe('Clinics');
});

test('W9: a client of an older schema that holds nothing new is closed without a word, and gets nothing', async () => {
  await using network = new Network();
  const works = await network.join('works');
  works.type('Roads');
  await network.commit();
  const health = await network.join('health', 'write', answer, ofOlderSchema);
  expect([health.closedWith, health.text, network.refused]).toEqual([4426, '', []]);
  expect(works.closedWith).toBeNull();
});

test('W9: a client of an older history is asked for all of it and told to start again', async () => {
  await using network = new Network();
  const works = await network.join('works');
  works.type('Roads');
  await network.commit();
  const health = new Client('health');
  health.type('of another history');
  network.connect(health, 'write', answer, { version: { mayRead: true, isOfThisSchema: true, epoch: 0 } });
  await network.commit();
  expect(health.closedWith).toBe(4410);
  expect(network.refused.map(({ reason }) => reason)).toEqual(['older-epoch']);
  expect(textIn(network.refused[0]?.bytes)).toBe('of another history');
  expect([works.text, health.text]).toEqual(['Roads', 'of another history']);
});

test('W9: who may not read any more is asked for what they typed, told nothing of the document, and closed', async () => {
  await using network = new Network();
  const works = await network.join('works');
  works.type('Roads');
  const health = await network.join('health');
  health.type(' and clinics');
  await network.commit();
  health.line?.cut();
  health.type(', typed offline');
  works.type(' not for health');
  await network.commit();
  network.connect(health, 'read', answer, { version: { mayRead: false, isOfThisSchema: true, epoch: 1 } });
  await network.commit();
  expect([health.closedWith, health.text]).toEqual([4403, 'Roads and clinics, typed offline']);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['health', 'right-lost']]);
  expect(textIn(network.refused[0]?.bytes)).toBe('Roads and clinics, typed offline');
});

test('W9: an older client that never answers is closed after a while', async () => {
  await using network = new Network({ handOverWithinMs: 1_000 });
  const health = new Client('health');
  const line = network.connect(health, 'write', answer, ofOlderSchema);
  await network.clock.advance(900);
  expect(line.toClient.some((arrival) => 'code' in arrival)).toBe(false);
  await network.clock.advance(100);
  expect(line.toClient.at(-1)).toMatchObject({ code: 4426 });
});

test('W10: sessions hear that the log takes nothing, also who comes meanwhile, and that it does again', async () => {
  await using network = new Network();
  const health = await network.join('health');
  await network.commit();
  network.log.fails = () => true;
  health.type('Clinics');
  await network.commit();
  const works = await network.join('works');
  expect([health.troubles, works.troubles]).toEqual([[true], [true]]);
  network.log.fails = () => false;
  await network.clock.advance(5_000);
  await network.deliver();
  expect([health.troubles, works.troubles]).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(health.acknowledged.size).toBe(1);
});

test('W11: an update handed over is reported with its author and does not enter the document, whether its session may write or not', async () => {
  await using network = new Network();
  const [health, reader] = [await network.join('health'), await network.join('reader', 'read')];
  const offline = new Y.Doc();
  offline.getText('text').insert(0, 'typed offline');
  health.handOver(Y.encodeStateAsUpdate(offline));
  reader.handOver(Y.encodeStateAsUpdate(offline));
  await network.commit();
  expect(network.refused.map(({ author, reason, bytes }) => [author.person, reason, textIn(bytes)])).toEqual([
    ['health', 'set-aside', 'typed offline'],
    ['reader', 'reader', 'typed offline'],
  ]);
  expect([health.closedWith, reader.closedWith, health.text, network.log.appended.length]).toEqual([null, null, '', 0]);
});

test('W11: what no edit could be is no proposal either, and nobody hands over without end', async () => {
  await using network = new Network({ unacknowledgedBytes: 100 });
  const [forger, flooder] = [await network.join('forger'), await network.join('flooder')];
  forger.handOver(new Uint8Array([1, 2, 3]));
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(60));
  const update = Y.encodeStateAsUpdate(doc);
  flooder.handOver(update);
  flooder.handOver(update);
  await network.deliver();
  expect([forger.closedWith, flooder.closedWith]).toEqual([4400, 4413]);
  expect(network.refused).toHaveLength(1);
});
