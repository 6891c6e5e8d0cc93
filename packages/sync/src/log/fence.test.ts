// Proves the rules of SPEC.md on the log's word against a server's belief (D13), owners in the log (X6, X8), and documents at rest (R9).
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { FrozenDocumentError } from '../errors.ts';
import { answer, Desk } from '../testing/desk.ts';
import { Peer } from '../testing/peer.ts';

function textIn(updates: readonly { readonly bytes: Uint8Array }[]): string {
  const doc = new Y.Doc();
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  return doc.getText('text').toJSON();
}

test('D13: what a fenced document does not take is refused whole, and everybody starts again from the log', async () => {
  await using desk = new Desk();
  const [health, works] = [await desk.join('health'), await desk.join('works')];
  health.type('Agreed.');
  await desk.commit();
  const letGo = desk.log.stall();
  health.type(' But');
  await desk.deliver();
  await desk.clock.advance(20); // its append is under way
  health.type(' then');
  const editing = desk.rooms.edit(answer, null, (doc) => doc.getText('text').insert(0, '!'));
  const edited = editing.catch((cause: unknown) => cause);
  await desk.deliver();
  expect(works.text).toBe('!Agreed. But then');
  desk.log.fence(answer, true);
  letGo();
  await desk.commit();
  expect(await edited).toBeInstanceOf(FrozenDocumentError);
  expect([health.closedWith, works.closedWith]).toEqual([4405, 4405]);
  expect(desk.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['health', 'frozen']]);
  expect(health.acknowledged.size).toBe(1);
  const fresh = await desk.join('fresh', 'read');
  expect(fresh.text).toBe('Agreed.');
});

test('D13: a fence keeps nobody from what comes after it', async () => {
  await using desk = new Desk();
  const health = await desk.join('health');
  desk.log.fence(answer, true);
  health.type('too early');
  await desk.commit();
  desk.log.fence(answer, false);
  const works = await desk.join('works');
  works.type('in time');
  await desk.commit();
  expect([works.closedWith, works.acknowledged.size]).toEqual([null, 1]);
});

test.each([[], ['east', 'west']])(
  'D14: a log that fell back behind its word is given everything again, on servers %j',
  async (...servers) => {
    await using desk = new Desk({}, servers);
    const where = servers.length === 0 ? {} : { node: 'east' };
    const health = await desk.join('health', 'write', answer, where);
    for (const word of ['kept ', 'lost ', 'too ']) {
      health.type(word);
      await desk.commit();
    }
    desk.log.loseLast(answer, 2);
    health.type('and on');
    await desk.commit();
    await desk.clock.advance(3_000);
    await desk.commit();
    expect([health.closedWith, desk.alarms]).toEqual([null, [answer]]);
    await desk.crash(() => {}, servers[0]);
    const works = await desk.join('works', 'write', answer, where);
    expect(works.text).toBe('kept lost too and on');
  },
);

test('D14: an answer about the log that was overtaken by a commit is no sign of a loss', async () => {
  await using desk = new Desk({ compareEveryMs: 1_000 }, ['east', 'west']);
  const health = await desk.join('health', 'write', answer, { node: 'east' });
  desk.log.slowHeads = Promise.withResolvers();
  await desk.clock.advance(1_000);
  health.type('committed meanwhile');
  await desk.commit();
  desk.log.slowHeads.resolve();
  desk.log.slowHeads = null;
  await desk.commit();
  expect([desk.alarms, desk.log.appended.length]).toEqual([[], 1]);
});

async function joinAs(desk: Desk, name: string): Promise<Peer> {
  const peer = new Peer(name);
  peer.show({});
  desk.connect(peer);
  await desk.deliver();
  return peer;
}

/** An update that adds text under the client id of somebody else. */
function forgedAs(owner: Peer, text: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(owner.doc));
  doc.clientID = owner.doc.clientID;
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(0, text);
  return Y.encodeStateAsUpdate(doc, before);
}

test("X6: after a restart a client id is still its person's, who goes on under it", async () => {
  await using desk = new Desk();
  const health = await joinAs(desk, 'health');
  health.type('mine');
  await desk.commit();
  health.line?.cut();
  await desk.crash();
  const thief = await desk.join('thief');
  thief.uploadUpdate(forgedAs(health, 'not '));
  await desk.commit();
  expect([thief.closedWith, desk.refused.at(-1)?.reason]).toEqual([4405, 'foreign']);
  health.type(', still');
  desk.connect(health);
  await desk.commit();
  expect([health.closedWith, health.text]).toEqual([null, 'mine, still']);
});

test('X6: who opened an answer and typed nothing finds their client id kept for what they typed offline', async () => {
  await using desk = new Desk({ lingerMs: 1_000, bringBackWithinMs: 1_000 });
  const health = await joinAs(desk, 'health');
  await desk.commit();
  health.line?.cut();
  await desk.clock.advance(5_000); // the room has ended
  const thief = new Peer('thief');
  thief.doc.clientID = health.doc.clientID;
  thief.show({});
  thief.type('x'.repeat(40));
  desk.connect(thief);
  await desk.commit();
  health.type('Clinics');
  desk.connect(health);
  await desk.commit();
  expect([thief.closedWith, health.closedWith, health.text, health.acknowledged.size]).toEqual([4405, null, 'Clinics', 1]);
  expect(desk.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['thief', 'foreign']]);
});

/** The server is killed before it has committed what a peer has seen; the peer, whose author is gone. */
async function crashAfterSeeing(desk: Desk): Promise<Peer> {
  const health = await joinAs(desk, 'health');
  const works = await joinAs(desk, 'works');
  health.type('seen');
  await desk.commit();
  desk.log.fails = () => true;
  health.type(' by works');
  await desk.deliver();
  await desk.crash();
  desk.log.fails = () => false;
  return works;
}

test("X8: long after a start a reply under another's client id is refused as a proposal, whoever brings it", async () => {
  await using desk = new Desk({ bringBackWithinMs: 10_000 });
  const works = await crashAfterSeeing(desk);
  await desk.clock.advance(10_000);
  desk.connect(works);
  await desk.commit();
  expect(works.closedWith).toBe(4405);
  expect(desk.refused.map(({ author, reason }) => [author.person, reason])).toEqual([['works', 'foreign']]);
});

test('X8: soon after a start a reply brings back what its author wrote, although the log knows whose the client id is', async () => {
  await using desk = new Desk();
  const works = await crashAfterSeeing(desk);
  desk.connect(works);
  await desk.commit();
  expect(works.closedWith).toBeNull();
  expect(textIn(desk.log.appended)).toBe('seen by works');
});

test('R9: a document at rest is joined, read and written in as before', async () => {
  await using desk = new Desk({ restAfterMs: 1_000, heartbeatMs: 4_000 });
  const health = await desk.join('health');
  health.type('Clinics');
  await desk.commit();
  await desk.clock.advance(10_000);
  const works = await desk.join('works');
  expect(works.text).toBe('Clinics');
  expect(await desk.rooms.read(answer, (doc) => doc.getText('text').toJSON())).toBe('Clinics');
  works.type(' and schools');
  health.erase(0, 1);
  await desk.commit();
  expect([health.text, works.text]).toEqual(['linics and schools', 'linics and schools']);
});
