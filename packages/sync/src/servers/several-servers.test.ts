// Proves the rules of SPEC.md on several servers of one log: V1-V8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answer, Desk } from '../testing/desk.ts';
import { Peer } from '../testing/peer.ts';

const [east, west] = [{ node: 'east' }, { node: 'west' }];

function town(limits: ConstructorParameters<typeof Desk>[0] = {}): Desk {
  return new Desk(limits, ['east', 'west']);
}

/** Awareness waits a moment on the server of its session, and on each other one. */
async function carets(desk: Desk): Promise<void> {
  for (let hop = 0; hop < 3; hop++) {
    await desk.clock.advance(60);
    await desk.commit();
  }
}

async function joinAt(desk: Desk, name: string, where: { readonly node: string }): Promise<Peer> {
  const peer = new Peer(name);
  peer.show({ cursor: 0 });
  desk.connect(peer, 'write', answer, where);
  await carets(desk);
  return peer;
}

test('V1: what is written on one server is on the others after its commit, and not before', async () => {
  await using desk = town({ compareEveryMs: 1_000_000 });
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  const neighbour = await joinAt(desk, 'neighbour', east);
  const { loads } = desk.log;
  const letGo = desk.log.stall();
  health.type('Clinics');
  await desk.commit();
  expect([neighbour.text, works.text]).toEqual(['Clinics', '']);
  letGo();
  await desk.commit();
  expect(works.text).toBe('Clinics');
  works.type(' and schools');
  await desk.commit();
  expect([health.text, neighbour.text]).toEqual(['Clinics and schools', 'Clinics and schools']);
  expect(desk.log.loads).toBe(loads);
});

test('V2: commits of others are taken in the order of the log, also by a document that is read-only', async () => {
  await using desk = new Desk({}, ['east', 'west', 'north']);
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  const reader = await joinAt(desk, 'reader', { node: 'north' });
  (await desk.at('north').freeze(answer)).release('read-only');
  health.type('a');
  works.type('b');
  await desk.commit();
  for (const peer of [health, works, reader]) expect(['ab', 'ba']).toContain(peer.text);
  expect(reader.closedWith).toBeNull();
  expect(reader.access).toBe('read');
});

test('V3: what a lost message leaves open is read from the log when something follows it', async () => {
  await using desk = town({ compareEveryMs: 1_000_000, gapMs: 50 });
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  const [, westName] = [...desk.nodes.values()].map(({ name }) => name);
  health.type('lost ');
  for (const line of desk.lines) while (line.toServer.length > 0) line.stepToServer();
  await desk.clock.advance(20);
  desk.bus.lose(westName ?? '');
  health.type('and found');
  await desk.commit();
  expect(works.text).toBe('');
  await desk.clock.advance(60);
  await desk.deliver();
  expect(works.text).toBe('lost and found');
});

test('V4: what no message told is found in the log by comparing, and at once when the bus comes back', async () => {
  await using desk = town({ compareEveryMs: 1_000 });
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  const [, westName] = [...desk.nodes.values()].map(({ name }) => name);
  desk.bus.cut(westName ?? '');
  health.type('while it was away');
  await desk.commit();
  expect(works.text).toBe('');
  await desk.clock.advance(3_000);
  await desk.deliver();
  expect(works.text).toBe('while it was away');
  health.type('.');
  works.type('!');
  await desk.commit();
  desk.bus.mend(westName ?? '');
  await desk.commit();
  expect(works.text).toBe(health.text);
  expect(works.text).toHaveLength(19);
});

test('V5: carets reach the other servers with the name that their own server gives, and go with their session', async () => {
  await using desk = town();
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  health.show({ cursor: 7, user: { name: 'somebody else' } });
  await carets(desk);
  const seen = works.awareness?.getStates().get(health.doc.clientID);
  expect(seen).toMatchObject({ cursor: 7, user: { name: 'health' } });
  const late = await joinAt(desk, 'late', west);
  expect(late.awareness?.getStates().has(health.doc.clientID)).toBe(true);
  health.line?.cut();
  await carets(desk);
  expect(works.awareness?.getStates().has(health.doc.clientID)).toBe(false);
});

test('V5: who changes servers is shown once, and shown on', async () => {
  await using desk = town();
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  const old = health.line;
  desk.connect(health, 'write', answer, west);
  await desk.commit();
  old?.cut();
  health.show({ cursor: 3 });
  await carets(desk);
  expect(works.awareness?.getStates().get(health.doc.clientID)).toMatchObject({ cursor: 3 });
  const far = await joinAt(desk, 'far', east);
  expect(far.awareness?.getStates().get(health.doc.clientID)).toMatchObject({ cursor: 3 });
});

test('V5: nobody on another server can write under a client id that was seen there', async () => {
  await using desk = town();
  const health = await joinAt(desk, 'health', east);
  const thief = await joinAt(desk, 'thief', west);
  const mine = health.doc.clientID;
  thief.doc.clientID = mine;
  thief.type('forged');
  await desk.commit();
  expect(thief.closedWith).toBe(4405);
  expect(desk.refused.map(({ reason }) => reason)).toEqual(['foreign']);
});

test('V6: presence counts the persons of all servers, also where a document has no room', async () => {
  await using desk = town();
  await joinAt(desk, 'health', east);
  const of = (node: string): readonly string[] => (desk.at(node).presence().get(answer) ?? []).map(({ author }) => author.person);
  expect(of('west')).toEqual(['health']);
  const works = await joinAt(desk, 'works', west);
  await joinAt(desk, 'health', west);
  expect(of('east').toSorted()).toEqual(['health', 'works']);
  works.line?.cut();
  await desk.commit();
  expect(of('east')).toEqual(['health']);
});

test('V7: who was on a server that fell silent is gone after a while, and a server that comes is told who is where', async () => {
  await using desk = town({ silentAtMostMs: 10_000, aliveEveryMs: 3_000 });
  await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  expect(works.awareness?.getStates().size).toBe(2);
  desk.kill('east');
  await desk.clock.advance(5_000);
  expect(desk.at('west').presence().get(answer)).toHaveLength(2);
  await desk.clock.advance(10_000);
  await desk.deliver();
  expect(desk.at('west').presence().get(answer)).toHaveLength(1);
  expect(works.awareness?.getStates().size).toBe(1);
  await desk.crash(() => {}, 'west');
  await joinAt(desk, 'works', west);
  expect(
    desk
      .at('west')
      .presence()
      .get(answer)
      ?.map(({ author }) => author.person),
  ).toEqual(['works']);
});

test('V8: a freeze and a read hold what another server has committed, told or not', async () => {
  await using desk = town({ compareEveryMs: 1_000_000 });
  await joinAt(desk, 'works', west);
  const health = await joinAt(desk, 'health', east);
  const [, westName] = [...desk.nodes.values()].map(({ name }) => name);
  desk.bus.cut(westName ?? '');
  health.type('not told');
  await desk.commit();
  expect(await desk.at('west').read(answer, (doc, sequence) => [doc.getText('text').toJSON(), sequence])).toEqual(['not told', 1]);
  health.type('.');
  await desk.commit();
  using freeze = await desk.at('west').freeze(answer);
  expect([freeze.doc.getText('text').toJSON(), freeze.sequence]).toEqual(['not told.', 2]);
});

test('G2, V2: of what was held, a frame that another server has brought meanwhile does not acknowledge those after it', async () => {
  await using desk = town();
  const health = await joinAt(desk, 'health', east);
  const works = await joinAt(desk, 'works', west);
  using freeze = await desk.at('west').freeze(answer);
  const edit = health.type('Clinics');
  await desk.deliver();
  // Its person goes on over the other server, which has not heard of it yet.
  works.uploadUpdate(Y.encodeStateAsUpdate(health.doc));
  const later = works.type('Schools');
  await desk.commit();
  const letGo = desk.log.stall();
  freeze.release('thaw');
  await desk.commit();
  expect(works.acknowledged).not.toContain(later);
  letGo();
  await desk.commit();
  expect(works.acknowledged).toContain(later);
  expect(health.acknowledged).toContain(edit);
});
