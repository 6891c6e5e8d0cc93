// Proves the rules of SPEC.md on the log's word against a server's belief (D13), owners in the log (X6, X8), and documents at rest (R9).
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { FrozenDocumentError } from '../errors.ts';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

function textIn(updates: readonly { readonly bytes: Uint8Array }[]): string {
  const doc = new Y.Doc();
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  return doc.getText('text').toJSON();
}

test('D13: what a fenced document does not take is refused whole, and everybody starts again from the log', async () => {
  await using network = new Network();
  const [health, works] = [await network.join('health'), await network.join('works')];
  health.type('Agreed.');
  await network.commit();
  const letGo = network.log.stall();
  health.type(' But');
  await network.deliver();
  await network.clock.advance(20); // its append is under way
  health.type(' then');
  const editing = network.rooms.edit(answer, null, (doc) => doc.getText('text').insert(0, '!'));
  const edited = editing.catch((cause: unknown) => cause);
  await network.deliver();
  expect(works.text).toBe('!Agreed. But then');
  network.log.fence(answer, true);
  letGo();
  await network.commit();
  expect(await edited).toBeInstanceOf(FrozenDocumentError);
  expect([health.closedWith, works.closedWith]).toEqual([4405, 4405]);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['health', 'frozen']]);
  expect(health.acknowledged.size).toBe(1);
  const fresh = await network.join('fresh', 'read');
  expect(fresh.text).toBe('Agreed.');
});

test('D13: a fence keeps nobody from what comes after it', async () => {
  await using network = new Network();
  const health = await network.join('health');
  network.log.fence(answer, true);
  health.type('too early');
  await network.commit();
  network.log.fence(answer, false);
  const works = await network.join('works');
  works.type('in time');
  await network.commit();
  expect([works.closedWith, works.acknowledged.size]).toEqual([null, 1]);
});

test.each([[], ['east', 'west']])(
  'D14: a log that fell back behind its word is given everything again, on servers %j',
  async (...servers) => {
    await using network = new Network({}, servers);
    const where = servers.length === 0 ? {} : { server: 'east' };
    const health = await network.join('health', 'write', answer, where);
    for (const word of ['kept ', 'lost ', 'too ']) {
      health.type(word);
      await network.commit();
    }
    network.log.loseLast(answer, 2);
    health.type('and on');
    await network.commit();
    await network.clock.advance(3_000);
    await network.commit();
    expect([health.closedWith, network.alarms]).toEqual([null, [answer]]);
    await network.crash(() => {}, servers[0]);
    const works = await network.join('works', 'write', answer, where);
    expect(works.text).toBe('kept lost too and on');
  },
);

test('D14: an answer about the log that was overtaken by a commit is no sign of a loss', async () => {
  await using network = new Network({ compareEveryMs: 1_000 }, ['east', 'west']);
  const health = await network.join('health', 'write', answer, { server: 'east' });
  network.log.slowHeads = Promise.withResolvers();
  await network.clock.advance(1_000);
  health.type('committed meanwhile');
  await network.commit();
  network.log.slowHeads.resolve();
  network.log.slowHeads = null;
  await network.commit();
  expect([network.alarms, network.log.appended.length]).toEqual([[], 1]);
});

async function joinAs(network: Network, name: string): Promise<Client> {
  const client = new Client(name);
  client.show({});
  network.connect(client);
  await network.deliver();
  return client;
}

/** An update that adds text under the client id of somebody else. */
function forgedAs(owner: Client, text: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(owner.doc));
  doc.clientID = owner.doc.clientID;
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(0, text);
  return Y.encodeStateAsUpdate(doc, before);
}

test("X6: after a restart a client id is still its person's, who goes on under it", async () => {
  await using network = new Network();
  const health = await joinAs(network, 'health');
  health.type('mine');
  await network.commit();
  health.line?.cut();
  await network.crash();
  const thief = await network.join('thief');
  thief.uploadUpdate(forgedAs(health, 'not '));
  await network.commit();
  expect([thief.closedWith, network.refused.at(-1)?.reason]).toEqual([4405, 'foreign']);
  health.type(', still');
  network.connect(health);
  await network.commit();
  expect([health.closedWith, health.text]).toEqual([null, 'mine, still']);
});

test('X6: who opened an answer and typed nothing finds their client id kept for what they typed offline', async () => {
  await using network = new Network({ lingerMs: 1_000, bringBackWithinMs: 1_000 });
  const health = await joinAs(network, 'health');
  await network.commit();
  health.line?.cut();
  await network.clock.advance(5_000); // the room has ended
  const thief = new Client('thief');
  thief.doc.clientID = health.doc.clientID;
  thief.show({});
  thief.type('x'.repeat(40));
  network.connect(thief);
  await network.commit();
  health.type('Clinics');
  network.connect(health);
  await network.commit();
  expect([thief.closedWith, health.closedWith, health.text, health.acknowledged.size]).toEqual([4405, null, 'Clinics', 1]);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['thief', 'foreign']]);
});

/** The server is killed before it has committed what a client has seen; the client, whose author is gone. */
async function crashAfterSeeing(network: Network): Promise<Client> {
  const health = await joinAs(network, 'health');
  const works = await joinAs(network, 'works');
  health.type('seen');
  await network.commit();
  network.log.fails = () => true;
  health.type(' by works');
  await network.deliver();
  await network.crash();
  network.log.fails = () => false;
  return works;
}

test("X8: long after a start a reply under another's client id is refused as a proposal, whatever client brings it", async () => {
  await using network = new Network({ bringBackWithinMs: 10_000 });
  const works = await crashAfterSeeing(network);
  await network.clock.advance(10_000);
  network.connect(works);
  await network.commit();
  expect(works.closedWith).toBe(4405);
  expect(network.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['works', 'foreign']]);
});

test('X8: soon after a start a reply brings back what its author wrote, although the log knows whose the client id is', async () => {
  await using network = new Network();
  const works = await crashAfterSeeing(network);
  network.connect(works);
  await network.commit();
  expect(works.closedWith).toBeNull();
  expect(textIn(network.log.appended)).toBe('seen by works');
});

test('R9: a document at rest is joined, read and written in as before', async () => {
  await using network = new Network({ restAfterMs: 1_000, heartbeatMs: 4_000 });
  const health = await network.join('health');
  health.type('Clinics');
  await network.commit();
  await network.clock.advance(10_000);
  const works = await network.join('works');
  expect(works.text).toBe('Clinics');
  expect(await network.rooms.read(answer, (doc) => doc.getText('text').toJSON())).toBe('Clinics');
  works.type(' and schools');
  health.erase(0, 1);
  await network.commit();
  expect([health.text, works.text]).toEqual(['linics and schools', 'linics and schools']);
});
