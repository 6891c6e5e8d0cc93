// Proves that servers of one installation hear each other through Redis, others not, and that each notices what it may have missed.
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openRedisBus, type RedisBus } from './redis-bus.ts';

const url = 'redis://127.0.0.1:6379';
const isThere = await answers(url);
const patiently = { timeout: 120_000 };

/** What every server of an installation has. */
const common = { key: 'of the installation', now: () => Date.now() };

describe.skipIf(!isThere)(`a bus over Redis${isThere ? '' : ' (skipped: no Redis)'}`, () => {
  const owned = new AsyncDisposableStack();
  afterAll(() => owned.disposeAsync());

  async function server(installation: string, node: string): Promise<Heard & { bus: RedisBus; says(text: string): void }> {
    const bus = owned.use(await openRedisBus({ ...common, url, installation, serverId: node, changed: () => {} }));
    const channel = bus.channel('test');
    const heard: Heard = { heard: [], lost: 0 };
    channel.listen({ message: (bytes) => heard.heard.push(Buffer.from(bytes).toString()), lost: () => (heard.lost += 1) });
    return Object.assign(heard, { bus, says: (text: string) => channel.publish(Buffer.from(text)) });
  }

  it('carries bytes to all others of the installation in order, and none back', async () => {
    const installation = randomName();
    const [one, two, three, foreign] = await Promise.all([
      server(installation, 'one'),
      server(installation, 'two'),
      server(installation, 'three'),
      server(randomName(), 'one'),
    ]);
    await heardBy(one, [two, three]);
    for (const text of ['a', 'b', 'c\u0000\u00ff']) one.says(text);
    await vi.waitFor(
      () => expect([two.heard.slice(-3), three.heard.slice(-3)]).toEqual(Array(2).fill(['a', 'b', 'c\u0000\u00ff'])),
      patiently,
    );
    expect([one.heard, foreign.heard]).toEqual([[], []]);
  });

  it('believes nothing that somebody else writes into Redis, and counts it', async () => {
    const installation = randomName();
    const [one, two] = await Promise.all([server(installation, 'one'), server(installation, 'two')]);
    await heardBy(one, [two]);
    const before = two.heard.length;
    const foreign = owned.use(await openRedisBus({ ...common, key: 'guessed', url, installation, serverId: 'three', changed: () => {} }));
    const hostile = new Redis(url);
    const channel = `chancery:${installation}:test`;
    for (let message = 0; message < 100; message += 1) {
      foreign.channel('test').publish(Buffer.from('forged'));
      await hostile.publish(channel, randomBytes(message * 7));
    }
    hostile.disconnect();
    await heardBy(one, [two]);
    expect(two.heard.slice(before)).not.toContain('forged');
    expect(two.bus.figures.refused).toBeGreaterThanOrEqual(200);
    expect(one.bus.figures.lost).toBe(two.bus.figures.lost);
  });

  it('says why Redis does not let it in, without the password that it came with', async () => {
    const causes: unknown[] = [];
    const changed = (_isConnected: boolean, cause: unknown) => void causes.push(cause);
    const strange = url.replace('//', '//nobody:well-kept@');
    await using _bus = await openRedisBus({ ...common, url: strange, installation: randomName(), serverId: 'one', changed });
    expect(inspect(causes, { depth: 9 })).toContain('WRONGPASS');
    expect(inspect(causes, { depth: 9 })).not.toContain('well-kept');
  });

  it('connects again after its connections are killed, says so, and carries on', async () => {
    const installation = randomName();
    const [one, two] = await Promise.all([server(installation, 'one'), server(installation, 'two')]);
    await heardBy(one, [two]);
    const before = two.lost;
    await killConnectionsOf(installation);
    await vi.waitFor(() => expect(two.lost).toBeGreaterThan(before), patiently);
    await heardBy(one, [two]);
  });

  it('is a bus that is away where there is no Redis, and throws nothing', async () => {
    const changes: boolean[] = [];
    const bus = owned.use(
      await openRedisBus({ ...common, url: 'redis://127.0.0.1:1', installation: 'x', serverId: 'one', changed: (is) => changes.push(is) }),
    );
    bus.channel('test').publish(new Uint8Array([1]));
    expect([bus.isConnected, changes]).toEqual([false, [false]]);
  });
});

interface Heard {
  readonly heard: string[];
  lost: number;
}

function randomName(): string {
  return `test-${randomBytes(6).toString('hex')}`;
}

/** Says something until the others have heard it: subscriptions take a moment. */
async function heardBy(one: { says(text: string): void }, others: readonly Heard[]): Promise<void> {
  const text = randomName();
  await vi.waitFor(() => {
    one.says(text);
    for (const other of others) expect(other.heard).toContain(text);
  }, patiently);
  // What was said once too often comes before what is said now.
  const last = randomName();
  one.says(last);
  await vi.waitFor(() => others.forEach((other) => expect(other.heard.at(-1)).toBe(last)), patiently);
}

/** As an operator's mistake or a failing network does. */
async function killConnectionsOf(installation: string): Promise<void> {
  const admin = new Redis(url);
  const list = String(await admin.client('LIST'));
  for (const line of list.split('\n').filter((it) => it.includes(` name=chancery:${installation}:`)))
    await admin.client('KILL', 'ID', /^id=(\d+)/.exec(line)?.[1] ?? '');
  admin.disconnect();
}

async function answers(at: string): Promise<boolean> {
  const client = new Redis(at, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  return client.connect().then(
    () => (client.disconnect(), true),
    () => false,
  );
}
