import { expect, it } from 'vitest';
import { Entrance } from './entrance.ts';

it('an entrance holds so many of one address, so many in all, and lets the next in when one has passed', () => {
  const entrance = new Entrance({ inAll: 3, fromOneAddress: 2 });
  const first = entrance.enter('a');
  entrance.enter('a');
  expect(entrance.enter('a')).toBeNull();
  entrance.enter('b');
  expect(entrance.enter('c')).toBeNull();
  first?.[Symbol.dispose]();
  first?.[Symbol.dispose]();
  expect(entrance.enter('c')).not.toBeNull();
  expect(entrance.enter('a')).toBeNull();
});
