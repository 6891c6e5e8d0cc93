import { expect, test } from 'vitest';
import { asId, type AgencyId } from '../id.ts';
import { type AccessFacts, can } from '../round/permission.ts';
import { assignment, comment, epu, mampu, member, moh, query, round, separateRound } from '../testing/cast.ts';
import { leftAsked } from '../round/assignment.ts';
import { askedAgencies, checkThread } from './thread.ts';

const mot = asId<AgencyId>('mot');
const access: AccessFacts = { round: separateRound, answeredBy: 'agencies', assignment, isFrozen: false, asked: [] };
const ask = (by: ReturnType<typeof member>, addressedTo: AgencyId, letsRead: boolean, to: AccessFacts = access) =>
  checkThread(by, { kind: 'query', addressedTo, letsRead }, to);
const refused = { ok: false, refusal: { code: 'agency-may-not-read', agency: mot } };

test('T10: a query to an agency that may not read the answer is refused, unless who may edit it lets the agency read', () => {
  expect(ask(member(moh, 'drafter'), mot, false)).toEqual(refused);
  expect(ask(member(moh, 'drafter'), mot, true).ok).toBe(true);
  expect(ask(member(mampu, 'coordinator'), mot, true).ok).toBe(true);
  expect(ask(member(epu, 'observer'), mot, true)).toEqual(refused);
  expect(ask(member(moh, 'drafter'), mot, true, { ...access, isFrozen: true })).toEqual(refused);
});

test('T10: an agency that reads the answer anyway is asked without more', () => {
  for (const agency of [moh, epu, mampu]) expect(ask(member(epu, 'observer'), agency, false).ok).toBe(true);
  expect(ask(member(epu, 'observer'), mot, false, { ...access, asked: [mot] }).ok).toBe(true);
  expect(ask(member(epu, 'observer'), mot, false, { ...access, round }).ok).toBe(true);
});

test('P15: an agency reads and comments while a query to it is open, and does no more', () => {
  const asked = { ...access, asked: [mot] };
  const drafter = member(mot, 'drafter', 'clearing-officer');
  expect((['read', 'comment', 'edit', 'clear'] as const).filter((it) => can(drafter, it, asked))).toEqual(['read', 'comment']);
  expect(can(drafter, 'read', access)).toBe(false);
  expect(can(member(mot, 'manager'), 'read', asked)).toBe(false);
});

test('P15: open queries alone ask an agency', () => {
  expect(askedAgencies([query(), query(), query(true), comment])).toEqual([moh]);
  expect(askedAgencies([query(true), comment])).toEqual([]);
});

test('T11: an assignment that takes away an agency with an open query names it, and no other', () => {
  const without = { ...assignment, contributors: [] };
  expect(leftAsked([epu, mot], assignment, without)).toEqual([epu]);
  expect(leftAsked([moh], assignment, without)).toEqual([]);
  expect(leftAsked([epu], assignment, null)).toEqual([epu]);
});
