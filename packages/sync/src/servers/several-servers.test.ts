// Proves the rules of SPEC.md on several servers of one log: V1-V8.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

const [east, west] = [{ server: 'east' }, { server: 'west' }];

function town(limits: ConstructorParameters<typeof Network>[0] = {}): Network {
  return new Network(limits, ['east', 'west']);
}

/** Awareness waits a moment on the server of its session, and on each other one. */
async function carets(network: Network): Promise<void> {
  for (let hop = 0; hop < 3; hop++) {
    await network.clock.advance(60);
    await network.commit();
  }
}

async function joinAt(network: Network, name: string, where: { readonly server: string }): Promise<Client> {
  const client = new Client(name);
  client.show({ cursor: 0 });
  network.connect(client, 'write', answer, where);
  await carets(network);
  return client;
}

test('V1: what is written on one server is on the others after its commit, and not before', async () => {
  await using network = town({ compareEveryMs: 1_000_000 });
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  const neighbour = await joinAt(network, 'neighbour', east);
  const { loads } = network.log;
  const letGo = network.log.stall();
  health.type('Clinics');
  await network.commit();
  expect([neighbour.text, works.text]).toEqual(['Clinics', '']);
  letGo();
  await network.commit();
  expect(works.text).toBe('Clinics');
  works.type(' and schools');
  await network.commit();
  expect([health.text, neighbour.text]).toEqual(['Clinics and schools', 'Clinics and schools']);
  expect(network.log.loads).toBe(loads);
});

test('V2: commits of others are taken in the order of the log, also by a document that is read-only', async () => {
  await using network = new Network({}, ['east', 'west', 'north']);
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  const reader = await joinAt(network, 'reader', { server: 'north' });
  (await network.at('north').freeze(answer)).release('read-only');
  health.type('a');
  works.type('b');
  await network.commit();
  for (const client of [health, works, reader]) expect(['ab', 'ba']).toContain(client.text);
  expect(reader.closedWith).toBeNull();
  expect(reader.access).toBe('read');
});

test('V3: what a lost message leaves open is read from the log when something follows it', async () => {
  await using network = town({ compareEveryMs: 1_000_000, gapMs: 50 });
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  const [, westName] = [...network.servers.values()].map(({ name }) => name);
  health.type('lost ');
  for (const line of network.lines) while (line.toServer.length > 0) line.stepToServer();
  await network.clock.advance(20);
  network.bus.lose(westName ?? '');
  health.type('and found');
  await network.commit();
  expect(works.text).toBe('');
  await network.clock.advance(60);
  await network.deliver();
  expect(works.text).toBe('lost and found');
});

test('V3: what is read from the log is taken whole, where one update of an append builds on a later one', async () => {
  await using network = town({ compareEveryMs: 1_000_000 });
  const works = await joinAt(network, 'works', west);
  works.type('!');
  await network.commit();
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  first.getText('text').insert(0, 'one');
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  const known = Y.encodeStateVector(second);
  second.getText('text').insert(3, ' two');
  const author = { person: 'health', agency: 'agency of health' };
  const appended = [Y.encodeStateAsUpdate(second, known), Y.encodeStateAsUpdate(first)];
  await network.log.append(appended.map((bytes) => ({ document: answer, bytes, author, at: 1, binds: [] })));
  expect(await network.at('west').read(answer, (doc) => doc.getText('text').toJSON())).toContain('one two');
  expect([network.alarms, works.closedWith]).toEqual([[], null]);
});

test('V4: what no message told is found in the log by comparing, and at once when the bus comes back', async () => {
  await using network = town({ compareEveryMs: 1_000 });
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  const [, westName] = [...network.servers.values()].map(({ name }) => name);
  network.bus.cut(westName ?? '');
  health.type('while it was away');
  await network.commit();
  expect(works.text).toBe('');
  await network.clock.advance(3_000);
  await network.deliver();
  expect(works.text).toBe('while it was away');
  health.type('.');
  works.type('!');
  await network.commit();
  network.bus.mend(westName ?? '');
  await network.commit();
  expect(works.text).toBe(health.text);
  expect(works.text).toHaveLength(19);
});

test('V5: carets reach the other servers with the name that their own server gives, and go with their session', async () => {
  await using network = town();
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  health.show({ cursor: 7, user: { name: 'somebody else' } });
  await carets(network);
  const seen = works.awareness?.getStates().get(health.doc.clientID);
  expect(seen).toMatchObject({ cursor: 7, user: { name: 'health' } });
  const late = await joinAt(network, 'late', west);
  expect(late.awareness?.getStates().has(health.doc.clientID)).toBe(true);
  health.line?.cut();
  await carets(network);
  expect(works.awareness?.getStates().has(health.doc.clientID)).toBe(false);
});

test('V5: who changes servers is shown once, and shown on', async () => {
  await using network = town();
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  const old = health.line;
  network.connect(health, 'write', answer, west);
  await network.commit();
  old?.cut();
  health.show({ cursor: 3 });
  await carets(network);
  expect(works.awareness?.getStates().get(health.doc.clientID)).toMatchObject({ cursor: 3 });
  const far = await joinAt(network, 'far', east);
  expect(far.awareness?.getStates().get(health.doc.clientID)).toMatchObject({ cursor: 3 });
});

test('V5: nobody on another server can write under a client id that was seen there', async () => {
  await using network = town();
  const health = await joinAt(network, 'health', east);
  const thief = await joinAt(network, 'thief', west);
  const mine = health.doc.clientID;
  thief.doc.clientID = mine;
  thief.type('forged');
  await network.commit();
  expect(thief.closedWith).toBe(4405);
  expect(network.refused.map(({ reason }) => reason)).toEqual(['foreign']);
});

test('V6: presence counts the persons of all servers, also where a document has no room', async () => {
  await using network = town();
  await joinAt(network, 'health', east);
  const of = (server: string): readonly string[] => (network.at(server).presence().get(answer) ?? []).map(({ author }) => author.person);
  expect(of('west')).toEqual(['health']);
  const works = await joinAt(network, 'works', west);
  await joinAt(network, 'health', west);
  expect(of('east').toSorted()).toEqual(['health', 'works']);
  works.line?.cut();
  await network.commit();
  expect(of('east')).toEqual(['health']);
});

test('V7: who was on a server that fell silent is gone after a while, and a server that comes is told who is where', async () => {
  await using network = town();
  await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  expect(works.awareness?.getStates().size).toBe(2);
  network.kill('east');
  await network.clock.advance(5_000);
  expect(network.at('west').presence().get(answer)).toHaveLength(2);
  await network.clock.advance(10_000);
  await network.deliver();
  expect(network.at('west').presence().get(answer)).toHaveLength(1);
  expect(works.awareness?.getStates().size).toBe(1);
  await network.crash(() => {}, 'west');
  await joinAt(network, 'works', west);
  expect(
    network
      .at('west')
      .presence()
      .get(answer)
      ?.map(({ author }) => author.person),
  ).toEqual(['works']);
});

test('V8: a freeze and a read hold what another server has committed, told or not', async () => {
  await using network = town({ compareEveryMs: 1_000_000 });
  await joinAt(network, 'works', west);
  const health = await joinAt(network, 'health', east);
  const [, westName] = [...network.servers.values()].map(({ name }) => name);
  network.bus.cut(westName ?? '');
  health.type('not told');
  await network.commit();
  expect(await network.at('west').read(answer, (doc, sequence) => [doc.getText('text').toJSON(), sequence])).toEqual(['not told', 1]);
  health.type('.');
  await network.commit();
  using freeze = await network.at('west').freeze(answer);
  expect([freeze.doc.getText('text').toJSON(), freeze.sequence]).toEqual(['not told.', 2]);
});

test('G2, V2: of what was held, a frame that another server has brought meanwhile does not acknowledge those after it', async () => {
  await using network = town();
  const health = await joinAt(network, 'health', east);
  const works = await joinAt(network, 'works', west);
  using freeze = await network.at('west').freeze(answer);
  const edit = health.type('Clinics');
  await network.deliver();
  // Its person goes on over the other server, which has not heard of it yet.
  works.uploadUpdate(Y.encodeStateAsUpdate(health.doc));
  const later = works.type('Schools');
  await network.commit();
  const letGo = network.log.stall();
  freeze.release('thaw');
  await network.commit();
  expect(works.acknowledged).not.toContain(later);
  letGo();
  await network.commit();
  expect(works.acknowledged).toContain(later);
  expect(health.acknowledged).toContain(edit);
});
