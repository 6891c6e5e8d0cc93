// Proves that a decision is known to every server that is there before it returns, and that one that is not there holds nobody up.
import { asId, type RoundId } from '@chancery/domain';
import { type Bus, ClusterMembership } from '@chancery/sync';
import { ManualClock } from '@chancery/sync/testing/manual-clock';
import { expect, it } from 'vitest';
import { createLog } from '../process/log.ts';
import { type Cluster, type Hearing, joinCluster } from './cluster.ts';

const round = asId<RoundId>('round');
const decided = { round, revision: 1, keepsRights: false };

/** A wire on which each hears all others, a turn of the event loop later. */
function wire() {
  const ends = new Set<{ readonly node: string; readonly channel: string; readonly listener: Parameters<Bus['listen']>[0] }>();
  const at =
    (node: string) =>
    (channel: string): Bus => ({
      publish: (message) => {
        for (const end of ends) if (end.node !== node && end.channel === channel) setImmediate(() => end.listener.message(message));
      },
      listen: (listener) => {
        const end = { node, channel, listener };
        ends.add(end);
        return { [Symbol.dispose]: () => ends.delete(end) };
      },
    });
  const cut = (node: string) => {
    for (const end of ends) if (end.node === node) ends.delete(end);
  };
  return { at, cut };
}

type Channels = (name: string) => Bus;

function join(
  channel: Channels,
  node: string,
  hearing: Partial<Hearing> = {},
  clock = new ManualClock(),
  isConnected = () => true,
): Cluster {
  const life = new DisposableStack();
  const membership = life.use(new ClusterMembership({ bus: channel('members'), serverId: node, clock }));
  const cluster = life.use(
    joinCluster({
      bus: channel('server'),
      membership,
      clock,
      log: createLog({ write: () => {} }),
      hearing: { decided: async () => {}, told: () => {}, lost: () => {}, ...hearing },
      isConnected,
      lookedWithinMs: 700,
    }),
  );
  membership.greet();
  return {
    say: (message) => cluster.say(message),
    tellDecided: (about) => cluster.tellDecided(about),
    [Symbol.dispose]: () => life.dispose(),
  };
}

/** Whether telling is back by then: after so many milliseconds in which others could answer. */
async function isToldAfter(cluster: Cluster, clock: ManualClock, ms: number): Promise<boolean> {
  let isBack = false;
  void cluster.tellDecided(decided).then(() => (isBack = true));
  await meet();
  await clock.advance(ms);
  await meet();
  return isBack;
}

it('a decision returns when every other server has applied it', async () => {
  const { at } = wire();
  const applied = Promise.withResolvers<void>();
  using one = join(at('one'), 'one');
  using _two = join(at('two'), 'two', { decided: () => applied.promise });
  using _three = join(at('three'), 'three');
  await meet();
  let isBack = false;
  const telling = one.tellDecided(decided).then(() => (isBack = true));
  await meet();
  expect(isBack).toBe(false);
  applied.resolve();
  await telling;
});

it('a server that does not answer is waited for once, for about a second', async () => {
  const [{ at, cut }, clock] = [wire(), new ManualClock()];
  using one = join(at('one'), 'one', {}, clock);
  using _two = join(at('two'), 'two');
  await meet();
  cut('two');
  const first = one.tellDecided(decided);
  let isBack = false;
  void first.then(() => (isBack = true));
  await meet();
  await clock.advance(900);
  await meet();
  expect(isBack).toBe(false);
  await clock.advance(1_100);
  await first;
  expect(await isToldAfter(one, clock, 0)).toBe(true);
});

it('a server that has said goodbye is not waited for', async () => {
  const [{ at }, clock] = [wire(), new ManualClock()];
  using one = join(at('one'), 'one', {}, clock);
  join(at('two'), 'two')[Symbol.dispose]();
  await meet();
  expect(await isToldAfter(one, clock, 0)).toBe(true);
});

it('while nobody can be heard, those that were there still count, for as long as a look into the database takes', async () => {
  const [{ at, cut }, clock] = [wire(), new ManualClock()];
  let isConnected = true;
  using one = join(at('one'), 'one', {}, clock, () => isConnected);
  using _two = join(at('two'), 'two');
  await meet();
  [isConnected] = [false];
  cut('two');
  await clock.advance(20_000);
  expect(await isToldAfter(one, clock, 600)).toBe(false);
  expect(await isToldAfter(one, clock, 700)).toBe(true);
});

it('a server that cannot apply a decision does not say that it has', async () => {
  const [{ at }, clock] = [wire(), new ManualClock()];
  using one = join(at('one'), 'one', {}, clock);
  using _two = join(at('two'), 'two', { decided: () => Promise.reject(new Error('the database is away')) });
  await meet();
  expect(await isToldAfter(one, clock, 900)).toBe(false);
});

it('words are heard by the others, and what is no word is passed over', async () => {
  const { at } = wire();
  const heard: unknown[] = [];
  using one = join(at('one'), 'one');
  using _two = join(at('two'), 'two', { told: (word) => heard.push(word) });
  const stranger = at('stranger')('server');
  for (const bytes of ['', 'x', '{}', '{"serverId":"stranger","message":{"kind":"news of a later version"}}'])
    stranger.publish(Buffer.from(bytes));
  one.say({ kind: 'told', round, event: { kind: 'round-changed' } });
  await meet();
  expect(heard).toEqual([{ kind: 'told', round, event: { kind: 'round-changed' } }]);
});

/** Until all have heard of each other. */
async function meet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
