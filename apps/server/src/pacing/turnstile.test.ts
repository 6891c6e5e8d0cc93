import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

test('work with one key runs one after the other, with different keys at the same time', async () => {
  const turnstile = new Turnstile(10);
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
  };
  await Promise.all([turnstile.pass('a', work('a1')), turnstile.pass('a', work('a2')), turnstile.pass('b', work('b1'))]);
  expect(seen.indexOf('a2 begins')).toBeGreaterThan(seen.indexOf('a1 ends'));
  expect(seen.indexOf('b1 begins')).toBeLessThan(seen.indexOf('a1 ends'));
});

test('one that fails does not hold the next', async () => {
  const turnstile = new Turnstile(10);
  const failing = turnstile.pass('a', () => Promise.reject(new Error('no')));
  const next = turnstile.pass('a', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toEqual({ value: 'yes' });
});

test('beyond the most that may wait nobody is let in, and afterwards the key is free again', async () => {
  const turnstile = new Turnstile(2);
  const gate = Promise.withResolvers<string>();
  const first = turnstile.pass('a', () => gate.promise);
  const second = turnstile.pass('a', async () => 'second');
  await expect(turnstile.pass('a', async () => 'third')).resolves.toBeNull();
  gate.resolve('first');
  await expect(Promise.all([first, second])).resolves.toEqual([{ value: 'first' }, { value: 'second' }]);
  await expect(turnstile.pass('a', async () => 'fourth')).resolves.toEqual({ value: 'fourth' });
});
