import { expect, it } from 'vitest';
import { groupNotices } from './group-notices.ts';
import type { ListedNotice } from './words.ts';

const notice = (id: string, said: Partial<ListedNotice> = {}): ListedNotice =>
  ({ id, kind: 'assigned', round: 'r', question: id, by: 'Ana', about: '', isRead: false, ...said }) as ListedNotice;
const shown = (notices: readonly ListedNotice[]) =>
  groupNotices(notices).map(({ first, more }) => [first, ...more].map(({ id }) => id).join(' '));

it('what one person did many times in a round stands together, where the latest stood', () => {
  const other = notice('3', { kind: 'returned' });
  expect(shown([notice('5'), other, notice('4'), notice('2')])).toEqual(['5 4 2', '3']);
});

it('other persons, rounds and kinds stay apart, and what is read from what is not', () => {
  const round = 'other' as ListedNotice['round'];
  expect(shown([notice('1'), notice('2', { by: 'Ben' }), notice('3', { round }), notice('4', { isRead: true })])).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});

it('notices about persons stay single', () => {
  expect(shown([notice('1', { about: 'Tan' }), notice('2', { about: 'Devi' })])).toEqual(['1', '2']);
});
