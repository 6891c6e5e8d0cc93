// Proves the rules of SPEC.md on awareness and presence: Z1-Z6.
import { expect, test } from 'vitest';
import { answer, Desk } from '../testing/desk.ts';
import { Peer } from '../testing/peer.ts';

async function shown(desk: Desk, name: string, state: Record<string, unknown> = {}): Promise<Peer> {
  const peer = new Peer(name);
  peer.show(state);
  desk.connect(peer);
  await spread(desk);
  return peer;
}

async function spread(desk: Desk): Promise<void> {
  await desk.deliver();
  await desk.clock.advance(100);
  await desk.deliver();
}

function seenBy(peer: Peer, other: Peer): unknown {
  return peer.awareness?.getStates().get(other.doc.clientID);
}

test('Z1: a session speaks for the one client id that it introduced; what it says of others is ignored', async () => {
  await using desk = new Desk();
  const health = await shown(desk, 'health', { cursor: 1 });
  const works = await shown(desk, 'works', { cursor: 2 });
  const liar = await shown(desk, 'liar', {});
  liar.awareness?.meta.set(health.doc.clientID, { clock: Date.now() * 2, lastUpdated: 0 });
  liar.awareness?.meta.set(4242, { clock: 1, lastUpdated: 0 });
  liar.awareness?.states.set(4242, { cursor: 'invented' });
  liar.awareness?.states.set(health.doc.clientID, { cursor: 'forged' });
  liar.awareness?.emit('update', [{ added: [], updated: [health.doc.clientID, 4242], removed: [] }, 'local']);
  await spread(desk);
  expect(seenBy(works, health)).toMatchObject({ cursor: 1 });
  expect(works.awareness?.getStates().has(4242)).toBe(false);
  expect(liar.closedWith).toBeNull();
});

test("Z2: name, agency and colour are the server's, readers' too", async () => {
  await using desk = new Desk();
  const works = await shown(desk, 'works');
  const reader = new Peer('reader');
  reader.show({ cursor: 3, user: { name: 'The Minister', agency: 'all', color: 'gold' } });
  desk.connect(reader, 'read');
  await spread(desk);
  expect(seenBy(works, reader)).toEqual({ cursor: 3, user: { name: 'reader', agency: 'agency of reader', color: '#123456' } });
});

test('Z3: states of awarenessEveryMs are merged into one message, and nobody is sent the own one', async () => {
  await using desk = new Desk();
  const health = await shown(desk, 'health');
  const works = await shown(desk, 'works');
  await spread(desk);
  const heard = [health.received.length, works.received.length];
  for (let cursor = 0; cursor < 20; cursor++) health.show({ cursor });
  await spread(desk);
  expect(works.received.length - heard[1]!).toBe(1);
  expect(health.received.length - heard[0]!).toBe(0);
  expect(seenBy(works, health)).toMatchObject({ cursor: 19 });
});

test('Z4: a state is removed when its session leaves, and shown at once when it comes back, also after a restart', async () => {
  await using desk = new Desk();
  const works = await shown(desk, 'works');
  const health = await shown(desk, 'health', { cursor: 1 });
  expect(seenBy(works, health)).toMatchObject({ cursor: 1 });
  health.line?.cut();
  await spread(desk);
  expect(seenBy(works, health)).toBeUndefined();
  desk.connect(health);
  await spread(desk);
  expect(seenBy(works, health)).toMatchObject({ cursor: 1 });
  await desk.crash();
  desk.connect(works);
  desk.connect(health);
  health.show({ cursor: 2 });
  await spread(desk);
  expect(seenBy(works, health)).toMatchObject({ cursor: 2 });
});

test('Z5: a state that is too large is malformed', async () => {
  await using desk = new Desk({ awarenessLength: 100 });
  const health = await shown(desk, 'health', { cursor: 'x'.repeat(200) });
  expect(health.closedWith).toBe(4400);
});

test('Z6: presence counts persons, not connections', async () => {
  await using desk = new Desk();
  const first = await desk.join('health');
  const second = await desk.join('health');
  await desk.join('works', 'read');
  expect(
    desk.rooms
      .presence()
      .get(answer)
      ?.map(({ label }) => label.name),
  ).toEqual(['health', 'works']);
  first.line?.cut();
  second.line?.cut();
  expect(desk.presence).toEqual([['health'], ['health', 'works'], ['works']]);
  expect(desk.rooms.presence().get(answer)).toHaveLength(1);
});
