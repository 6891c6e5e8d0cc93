import { expect, it } from 'vitest';
import { asId, type AgencyId } from '../id.ts';
import { type Role, roles } from '../round/membership.ts';
import { hasRoomForProposal, isKept, maxOpenProposals, reasonOfSettlement, sizeOfProposal } from './proposal.ts';

const mebibyte = 1024 * 1024;
const never = { couldWrite: false, hasWritten: false };
const memberWith = (role: Role) => ({ agency: asId<AgencyId>('moh'), roles: [role], named: [] });

it('E1: the text of anyone who writes for an agency is kept, and that of an observer is not', () => {
  expect(roles.filter((role) => isKept({ membership: memberWith(role), ...never }))).toEqual(
    roles.filter((role) => role !== 'observer' && role !== 'manager'),
  );
  expect(isKept({ membership: null, ...never })).toBe(false);
});

it('E1: anyone who could write a moment ago, or has written in the answer, keeps their text, whatever became of the role', () => {
  expect(isKept({ membership: memberWith('observer'), couldWrite: true, hasWritten: false })).toBe(true);
  expect(isKept({ membership: null, couldWrite: false, hasWritten: true })).toBe(true);
});

it('E2: one person has at most twenty open proposals beside one answer', () => {
  const room = (open: number) => hasRoomForProposal(1, { mine: Array(open).fill(1), all: Array(open).fill(1) });
  expect([0, maxOpenProposals - 1, maxOpenProposals].map(room)).toEqual([true, true, false]);
  expect(maxOpenProposals).toBe(20);
});

it('E5: the open proposals of one person beside one answer hold 1 MiB together at most', () => {
  const room = (size: number, mine: readonly number[]) => hasRoomForProposal(size, { mine, all: mine });
  expect([room(mebibyte, []), room(mebibyte + 1, []), room(1, [mebibyte - 1]), room(2, [mebibyte - 1])]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

it('E6: beside one answer stand at most a hundred open proposals, which hold 2 MiB together at most', () => {
  const room = (size: number, all: readonly number[]) => hasRoomForProposal(size, { mine: [], all });
  expect([room(1, Array(99).fill(1)), room(1, Array(100).fill(1))]).toEqual([true, false]);
  expect([room(mebibyte, [mebibyte]), room(mebibyte, [mebibyte, 1])]).toEqual([true, false]);
  expect(sizeOfProposal({ update: new Uint8Array(5), text: 'abc' })).toBe(5);
  expect(sizeOfProposal({ update: null, text: 'abc' })).toBe(3);
});

it('E4: declining needs a reason in words, accepting does not', () => {
  expect(reasonOfSettlement('declined', ' \n')).toEqual({ ok: false, refusal: { code: 'reason-needs-text' } });
  expect(reasonOfSettlement('declined', ' Said above already. ')).toEqual({ ok: true, value: 'Said above already.' });
  expect(reasonOfSettlement('accepted', '')).toEqual({ ok: true, value: '' });
});
