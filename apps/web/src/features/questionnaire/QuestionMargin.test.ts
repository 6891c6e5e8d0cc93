import type { ReadableRow } from '@chancery/contract';
import { describe, expect, it } from 'vitest';
import { marksOf } from './QuestionMargin.tsx';

const troubled = {
  isReadable: true,
  status: 'drafting',
  takenBack: null,
  openQueries: 2,
  toConfirm: ['a'],
  empty: ['b', 'c'],
  stale: ['d'],
  openProposals: 1,
} as unknown as ReadableRow;

describe('the marks beside an answer', () => {
  it('say what stands in its way, and how often', () => {
    expect(marksOf(troubled).map(({ name, count }) => `${name} ${count}`)).toEqual([
      'open-query 2',
      'to-confirm 1',
      'required-empty 2',
      'stale-clearance 1',
      'open-proposal 1',
    ]);
  });

  it.each(['accepted', 'sealed'] as const)('are only its proposals when it is %s', (status) => {
    expect(marksOf({ ...troubled, status }).map(({ name }) => name)).toEqual(['open-proposal']);
  });

  it.each(['drafting', 'sealed'] as const)('say alone that it cannot be read, also when it is %s', (status) => {
    expect(marksOf({ ...troubled, status, isReadable: false })).toEqual([{ name: 'unreadable', count: 1 }]);
  });

  it('are absent where there is nothing to say', () => {
    expect(marksOf({ ...troubled, openQueries: 0, toConfirm: [], empty: [], stale: [], openProposals: 0 })).toEqual([]);
  });
});
