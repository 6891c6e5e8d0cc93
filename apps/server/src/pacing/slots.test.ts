import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

const limits = { atOnce: 2, maxWaiting: 4, maxWaitingOfOne: 3 };

function gated() {
  const begun: string[] = [];
  const gates = new Map<string, () => void>();
  const work = (name: string) => async () => {
    begun.push(name);
    await new Promise<void>((resolve) => gates.set(name, resolve));
    return name;
  };
  const turn = async () => {
    for (let count = 0; count < 10; count += 1) await Promise.resolve();
  };
  const end = async (name: string) => {
    gates.get(name)?.();
    await turn();
  };
  return { begun, work, end, turn };
}

test('no more than so many run at once, and nobody waits behind all of one key', async () => {
  const slots = new Slots(limits);
  const { begun, work, end, turn } = gated();
  for (const name of ['a1', 'a2', 'a3', 'a4']) void slots.run('a', work(name));
  void slots.run('b', work('b1'));
  await turn();
  expect(begun).toEqual(['a1', 'a2']);
  await end('a1');
  await end('a2');
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1']);
  await end('a3');
  expect(begun.at(-1)).toBe('a4');
});

test('beyond the most that may wait, of one key or in all, nobody is let in', async () => {
  const slots = new Slots(limits);
  const { work, end, turn } = gated();
  const of = (key: string, count: number) => {
    for (let it = 0; it < count; it += 1) void slots.run(key, work(`${key}${it}`));
  };
  of('a', 5);
  await turn();
  await expect(slots.run('a', work('more'))).resolves.toBeNull();
  of('b', 1);
  await turn();
  await expect(slots.run('c', work('more'))).resolves.toBeNull();
  await end('a0');
  of('c', 1);
  await turn();
  await expect(slots.run('d', work('more'))).resolves.toBeNull();
});

test('work that fails gives its slot back', async () => {
  const slots = new Slots({ ...limits, atOnce: 1 });
  await expect(slots.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(slots.run('a', async () => 'yes')).resolves.toEqual({ value: 'yes' });
});
