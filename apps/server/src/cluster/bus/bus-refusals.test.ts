import { expect, it } from 'vitest';
import { BusRefusals } from './bus-refusals.ts';

it('a flood is one line for each interval, and nothing is said while nothing is refused', () => {
  const lines: unknown[] = [];
  const figures = { published: 0, received: 0, lost: 0, refused: 0 };
  const refusals = new BusRefusals({ figures }, { warn: (line: unknown) => void lines.push(line) });
  expect(refusals.look()).toBe(false);
  figures.refused = 50_000;
  expect([refusals.look(), refusals.look()]).toEqual([true, false]);
  figures.refused = 50_001;
  expect(refusals.look()).toBe(true);
  expect(lines).toEqual([
    { event: 'bus-messages-refused', messages: 50_000 },
    { event: 'bus-messages-refused', messages: 1 },
  ]);
});
