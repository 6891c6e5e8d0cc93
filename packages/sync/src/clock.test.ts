// Proves that what is done again and again keeps its pace, and ends when told, also from within.
import { expect, test } from 'vitest';
import { every } from './clock.ts';
import { ManualClock } from './testing/manual-clock.ts';

test('an action runs once in each interval until it is disposed, and leaves no timer', async () => {
  const clock = new ManualClock();
  let runs = 0;
  const running = every(clock, 10, () => (runs += 1));
  await clock.advance(9);
  expect(runs).toBe(0);
  await clock.advance(31);
  expect(runs).toBe(4);
  running[Symbol.dispose]();
  await clock.advance(100);
  expect([runs, clock.waiting]).toEqual([4, 0]);
});

test('an action that disposes itself does not run again', async () => {
  const clock = new ManualClock();
  let runs = 0;
  const running: Disposable = every(clock, 10, () => {
    runs += 1;
    running[Symbol.dispose]();
  });
  await clock.advance(100);
  expect([runs, clock.waiting]).toEqual([1, 0]);
});
