// Proves that servers know which of them are there.
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { Membership, type Sign } from './membership.ts';

const { aliveEveryMs, maxSilentMs } = defaultLimits;

/** Servers that hear each other a moment later, unless cut off. */
class Cluster {
  readonly clock = new ManualClock();
  readonly said: string[] = [];
  readonly went: string[] = [];
  readonly cutOff = new Set<string>();
  private readonly members = new Map<string, Membership>();
  canHear = true;

  join(name: string): Membership {
    const member = new Membership({
      clock: this.clock,
      limits: defaultLimits,
      say: (sign) => this.carry(name, sign),
      went: (serverId) => this.went.push(`${serverId} from ${name}`),
      canHear: () => this.canHear,
    });
    this.members.set(name, member);
    return member;
  }

  private carry(from: string, sign: Sign): void {
    this.said.push(`${from}: ${sign}`);
    if (this.cutOff.has(from)) return;
    queueMicrotask(() => {
      for (const [name, member] of this.members) if (name !== from && !this.cutOff.has(name)) member.hear(from, sign);
    });
  }
}

test('V7: a server that comes and those that are there know of each other at once', async () => {
  const cluster = new Cluster();
  const east = cluster.join('east');
  await cluster.clock.advance(0);
  const west = cluster.join('west');
  await cluster.clock.advance(0);
  expect([east.serverIds, west.serverIds]).toEqual([['west'], ['east']]);
  expect(cluster.said).toEqual(['east: hello', 'west: hello', 'east: alive', 'west: alive']);
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

test('V7: while nobody can be heard, everybody still counts', async () => {
  const cluster = new Cluster();
  const east = cluster.join('east');
  cluster.join('west');
  cluster.canHear = false;
  cluster.cutOff.add('west');
  await cluster.clock.advance(2 * maxSilentMs);
  expect([east.serverIds, cluster.went]).toEqual([['west'], []]);
});

test('V7: whatever a server says shows that it is there, and one that was forgotten is news again', () => {
  const cluster = new Cluster();
  const east = cluster.join('east');
  expect([east.hear('west', null), east.hear('west', null), east.hear('west', 'hello'), east.hear('west', 'alive')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  east.forget('west');
  expect([east.serverIds, east.hear('west', 'alive')]).toEqual([[], true]);
});
