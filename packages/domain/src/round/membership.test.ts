import { expect, test } from 'vitest';
import { asId, type PersonId } from '../id.ts';
import { checkCoordinatorStays, checkMembership, type Membership } from './membership.ts';
import { epu, mampu, moh } from '../testing/cast.ts';

const facts = { agencies: new Set([mampu, moh]), leadAgency: mampu };

test('M1: a membership is of an agency of the round', () => {
  expect(checkMembership({ agency: epu, roles: ['drafter'], named: [] }, facts)).toEqual({
    ok: false,
    refusal: { code: 'agency-unknown' },
  });
  expect(checkMembership({ agency: moh, roles: ['drafter', 'drafter'], named: [] }, facts)).toEqual({
    ok: true,
    value: { agency: moh, roles: ['drafter'], named: [] },
  });
});

test('M2: coordinators are members of the lead agency', () => {
  expect(checkMembership({ agency: moh, roles: ['coordinator'], named: [] }, facts)).toEqual({
    ok: false,
    refusal: { code: 'role-needs-lead-agency' },
  });
  expect(checkMembership({ agency: mampu, roles: ['coordinator'], named: [] }, facts).ok).toBe(true);
});

test('M4: clearing officer and authorized respondent exclude coordinator on one membership, named or in force', () => {
  for (const other of ['clearing-officer', 'authorized-respondent'] as const) {
    const excluded = { ok: false, refusal: { code: 'roles-exclude-each-other' } };
    expect(checkMembership({ agency: mampu, roles: ['coordinator', other], named: [] }, facts)).toEqual(excluded);
    expect(checkMembership({ agency: mampu, roles: ['coordinator'], named: [other] }, facts)).toEqual(excluded);
  }
  for (const other of ['manager', 'drafter', 'observer'] as const) {
    expect(checkMembership({ agency: mampu, roles: ['coordinator', other], named: [] }, facts).ok).toBe(true);
  }
});

test('M3: the last coordinator neither leaves nor becomes something else', () => {
  const [ana, ben] = [asId<PersonId>('ana'), asId<PersonId>('ben')];
  const coordinator: Membership = { agency: mampu, roles: ['coordinator'], named: [] };
  const drafter: Membership = { agency: mampu, roles: ['drafter'], named: [] };
  const one = new Map([
    [ana, coordinator],
    [ben, drafter],
  ]);
  const two = new Map([
    [ana, coordinator],
    [ben, coordinator],
  ]);
  expect(checkCoordinatorStays(one, ana, null)).toEqual({ ok: false, refusal: { code: 'last-coordinator' } });
  expect(checkCoordinatorStays(one, ana, drafter)).toEqual({ ok: false, refusal: { code: 'last-coordinator' } });
  expect(checkCoordinatorStays(one, ana, { ...coordinator, roles: ['coordinator', 'observer'] }).ok).toBe(true);
  expect(checkCoordinatorStays(one, ben, null).ok).toBe(true);
  expect(checkCoordinatorStays(two, ana, null).ok).toBe(true);
});
