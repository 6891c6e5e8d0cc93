// Proves the rules of SPEC.md on awareness and presence: Z1-Z6.
import { expect, test } from 'vitest';
import { closeCodes } from '../close-codes.ts';
import { answer, Network } from '../testing/network.ts';
import { Client } from '../testing/client.ts';

async function shown(network: Network, name: string, state: Record<string, unknown> = {}): Promise<Client> {
  const client = new Client(name);
  client.show(state);
  network.connect(client);
  await spread(network);
  return client;
}

async function spread(network: Network): Promise<void> {
  await network.deliver();
  await network.clock.advance(100);
  await network.deliver();
}

function seenBy(client: Client, other: Client): unknown {
  return client.awareness?.getStates().get(other.doc.clientID);
}

test('Z1: a session speaks for the one client id that it introduced; what it says of others is ignored', async () => {
  await using network = new Network();
  const health = await shown(network, 'health', { cursor: 1 });
  const works = await shown(network, 'works', { cursor: 2 });
  const liar = await shown(network, 'liar', {});
  liar.awareness?.meta.set(health.doc.clientID, { clock: Date.now() * 2, lastUpdated: 0 });
  liar.awareness?.meta.set(4242, { clock: 1, lastUpdated: 0 });
  liar.awareness?.states.set(4242, { cursor: 'invented' });
  liar.awareness?.states.set(health.doc.clientID, { cursor: 'forged' });
  liar.awareness?.emit('update', [{ added: [], updated: [health.doc.clientID, 4242], removed: [] }, 'local']);
  await spread(network);
  expect(seenBy(works, health)).toMatchObject({ cursor: 1 });
  expect(works.awareness?.getStates().has(4242)).toBe(false);
  expect(liar.closedWith).toBeNull();
});

test("Z2: name, agency and colour are the server's, readers' too", async () => {
  await using network = new Network();
  const works = await shown(network, 'works');
  const reader = new Client('reader');
  reader.show({ cursor: 3, user: { name: 'The Minister', agency: 'all', color: 'gold' } });
  network.connect(reader, 'read');
  await spread(network);
  expect(seenBy(works, reader)).toEqual({ cursor: 3, user: { name: 'reader', agency: 'agency of reader', color: '#123456' } });
});

test('Z3: states of awarenessEveryMs are merged into one message, and nobody is sent the own one', async () => {
  await using network = new Network();
  const health = await shown(network, 'health');
  const works = await shown(network, 'works');
  await spread(network);
  const heard = [health.received.length, works.received.length];
  for (let cursor = 0; cursor < 20; cursor++) health.show({ cursor });
  await spread(network);
  expect(works.received.length - heard[1]!).toBe(1);
  expect(health.received.length - heard[0]!).toBe(0);
  expect(seenBy(works, health)).toMatchObject({ cursor: 19 });
});

test('Z4: a state is removed when its session leaves, and shown at once when it comes back, also after a restart', async () => {
  await using network = new Network();
  const works = await shown(network, 'works');
  const health = await shown(network, 'health', { cursor: 1 });
  expect(seenBy(works, health)).toMatchObject({ cursor: 1 });
  health.line?.cut();
  await spread(network);
  expect(seenBy(works, health)).toBeUndefined();
  network.connect(health);
  await spread(network);
  expect(seenBy(works, health)).toMatchObject({ cursor: 1 });
  await network.crash();
  network.connect(works);
  network.connect(health);
  health.show({ cursor: 2 });
  await spread(network);
  expect(seenBy(works, health)).toMatchObject({ cursor: 2 });
});

test('Z5: a state that is too large is malformed', async () => {
  await using network = new Network({ awarenessLength: 100 });
  const health = await shown(network, 'health', { cursor: 'x'.repeat(200) });
  expect(health.closedWith).toBe(4400);
});

test('Z6: presence counts persons, not connections', async () => {
  await using network = new Network();
  const first = await network.join('health');
  const second = await network.join('health');
  await network.join('works', 'read');
  expect(
    network.rooms
      .presence()
      .get(answer)
      ?.map(({ label }) => label.name),
  ).toEqual(['health', 'works']);
  first.line?.cut();
  second.line?.cut();
  expect(network.presence).toEqual([['health'], ['health', 'works'], ['works']]);
  expect(network.rooms.presence().get(answer)).toHaveLength(1);
});

test('Z6: a person whose connection ended before the document was loaded is not present', async () => {
  await using network = new Network();
  const line = network.connect(new Client('health'));
  line.upload(new Uint8Array([99]));
  while (line.toServer.length > 0) line.stepToServer();
  await network.deliver();
  expect(network.closed).toEqual([closeCodes.malformedMessage]);
  expect([...network.rooms.presence()]).toEqual([]);
});
