import { expect, it } from 'vitest';
import { asId, type AgencyId } from '../id.ts';
import { type Role, roles } from '../round/membership.ts';
import { hasRoomForProposal, isKept, maxOpenProposals, reasonOfSettlement } from './proposal.ts';

const never = { couldWrite: false, hasWritten: false };
const memberWith = (role: Role) => ({ agency: asId<AgencyId>('moh'), roles: [role] });

it('E1: the text of anyone who writes for an agency is kept, and that of an observer is not', () => {
  expect(roles.filter((role) => isKept({ membership: memberWith(role), ...never }))).toEqual(roles.filter((role) => role !== 'observer'));
  expect(isKept({ membership: null, ...never })).toBe(false);
});

it('E1: anyone who could write a moment ago, or has written in the answer, keeps their text, whatever became of the role', () => {
  expect(isKept({ membership: memberWith('observer'), couldWrite: true, hasWritten: false })).toBe(true);
  expect(isKept({ membership: null, couldWrite: false, hasWritten: true })).toBe(true);
});

it('E2: one person has at most twenty open proposals beside one answer', () => {
  expect([0, maxOpenProposals - 1, maxOpenProposals].map(hasRoomForProposal)).toEqual([true, true, false]);
  expect(maxOpenProposals).toBe(20);
});

it('E4: declining needs a reason in words, accepting does not', () => {
  expect(reasonOfSettlement('declined', ' \n')).toEqual({ ok: false, refusal: { code: 'reason-needs-text' } });
  expect(reasonOfSettlement('declined', ' Said above already. ')).toEqual({ ok: true, value: 'Said above already.' });
  expect(reasonOfSettlement('accepted', '')).toEqual({ ok: true, value: '' });
});
