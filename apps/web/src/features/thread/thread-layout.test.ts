import { describe, expect, it } from 'vitest';
import { layOutThreads } from './thread-layout.ts';

const box = (id: string, wanted: number, height = 100) => ({ id, wanted, height });

describe('threads beside the text', () => {
  it('stand at the height of their passages where there is room', () => {
    expect([...layOutThreads([box('a', 0), box('b', 300)], null)]).toEqual([
      ['a', 0],
      ['b', 300],
    ]);
  });

  it('move down, in the order of their passages, where there is not', () => {
    expect(layOutThreads([box('b', 20), box('a', 10)], null)).toEqual(
      new Map([
        ['a', 10],
        ['b', 122],
      ]),
    );
  });

  it('make room above for the one that is chosen', () => {
    const tops = layOutThreads([box('a', 200), box('b', 210), box('c', 215)], 'b');
    expect(tops.get('b')).toBe(210);
    expect(tops.get('a')).toBe(98);
    expect(tops.get('c')).toBe(322);
  });
});
