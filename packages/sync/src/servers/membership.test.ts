// Proves that servers know which of them are there.
import { expect, test } from 'vitest';
import type { Bus } from '../ports.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { ClusterMembership, membershipLimits, readSign } from './membership.ts';

const { aliveEveryMs, maxSilentMs } = membershipLimits;

/** One server, and whom it knows to be there. */
interface Server extends Disposable {
  readonly membership: ClusterMembership;
  readonly serverIds: readonly string[];
}

/** Servers that hear each other a moment later, unless cut off. */
class Cluster {
  readonly clock = new ManualClock();
  readonly said: string[] = [];
  readonly went: string[] = [];
  readonly news: string[] = [];
  readonly cutOff = new Set<string>();
  private readonly listeners = new Map<string, Parameters<Bus['listen']>[0]>();

  join(name: string): Server {
    const membership = new ClusterMembership({ bus: this.at(name), serverId: name, clock: this.clock });
    const there = new Set<string>();
    membership.watch({
      heard: (serverId, isNew) => {
        there.add(serverId);
        if (isNew) this.news.push(`${serverId} at ${name}`);
      },
      went: (serverId) => {
        there.delete(serverId);
        this.went.push(`${serverId} from ${name}`);
      },
    });
    membership.greet();
    return {
      membership,
      get serverIds() {
        return [...there];
      },
      [Symbol.dispose]: () => membership[Symbol.dispose](),
    };
  }

  private at(name: string): Bus {
    return {
      publish: (bytes) => this.carry(name, bytes),
      listen: (listener) => {
        this.listeners.set(name, listener);
        return { [Symbol.dispose]: () => this.listeners.delete(name) };
      },
    };
  }

  private carry(from: string, bytes: Uint8Array): void {
    this.said.push(`${from}: ${readSign(bytes)?.sign}`);
    if (this.cutOff.has(from)) return;
    queueMicrotask(() => {
      for (const [name, listener] of this.listeners) if (name !== from && !this.cutOff.has(name)) listener.message(bytes);
    });
  }
}

test('V7: a server that comes and those that are there know of each other at once', async () => {
  const cluster = new Cluster();
  const east = cluster.join('east');
  await cluster.clock.advance(0);
  cluster.said.length = 0;
  const west = cluster.join('west');
  await cluster.clock.advance(0);
  expect([east.serverIds, west.serverIds]).toEqual([['west'], ['east']]);
  expect(cluster.said).toEqual(['west: hello', 'east: alive', 'west: alive']);
});

test('V7: anyone who begins to watch later is told of those who are there', async () => {
  const cluster = new Cluster();
  const { membership } = cluster.join('east');
  cluster.join('west');
  await cluster.clock.advance(0);
  const there: unknown[] = [];
  membership.watch({ heard: (...said) => there.push(said), went: () => {} });
  expect(there).toEqual([['west', true]]);
});

test('V7: one that says goodbye is gone at once, one that is silent after a while', async () => {
  const cluster = new Cluster();
  const east = cluster.join('east');
  const west = cluster.join('west');
  cluster.join('north');
  await cluster.clock.advance(aliveEveryMs);
  west[Symbol.dispose]();
  await cluster.clock.advance(0);
  expect([east.serverIds, cluster.went]).toEqual([['north'], ['west from east', 'west from north']]);
  cluster.cutOff.add('north');
  await cluster.clock.advance(maxSilentMs - aliveEveryMs);
  expect(east.serverIds).toEqual(['north']);
  await cluster.clock.advance(2 * aliveEveryMs);
  expect([east.serverIds, cluster.went.includes('north from east')]).toEqual([[], true]);
});

test('V7: whatever a server says shows that it is there, and one that has gone is news again', () => {
  const cluster = new Cluster();
  const east = cluster.join('east');
  const isNews = (...heard: Parameters<ClusterMembership['hear']>): boolean => {
    cluster.news.length = 0;
    east.membership.hear(...heard);
    return cluster.news.length > 0;
  };
  expect([isNews('west'), isNews('west'), isNews('west', 'hello'), isNews('west', 'alive')]).toEqual([true, false, true, false]);
  east.membership.hear('west', 'bye');
  expect([east.serverIds, isNews('west', 'alive')]).toEqual([[], true]);
});

test('V7: bytes that are no sign are passed over', () => {
  for (const bytes of [[], [1], [4, 101, 97, 115, 116], [4, 101, 97, 115, 116, 9]]) expect(readSign(new Uint8Array(bytes))).toBeNull();
});
