// A round with people in every standing, for the rules of granting: MOH and MAMPU have managers, EPU has none, KKMM's is only named.
import { type AgencyId, asId, type PersonId } from '../id.ts';
import type { GrantFacts, GrantTarget } from '../round/granting.ts';
import type { Actor, Membership, Role } from '../round/membership.ts';
import { epu, mampu, moh } from './cast.ts';

export const kkmm = asId<AgencyId>('kkmm');
export const administrator: Actor = { person: id('administrator'), isAdministrator: true, membership: null };
export const secondAdministrator: Actor = { person: id('second administrator'), isAdministrator: true, membership: null };
export const outsider: Actor = { person: id('outsider'), isAdministrator: false, membership: null };
export const newcomer: GrantTarget = { person: id('newcomer'), membership: null, namedBy: new Map() };

const parts: readonly (readonly [name: string, part: Membership])[] = [
  ['coordinator', part(mampu, ['coordinator'])],
  ['second coordinator', part(mampu, ['coordinator'])],
  ['manager of MAMPU', part(mampu, ['manager'])],
  ['drafter of MAMPU', part(mampu, ['drafter'])],
  ['named respondent', part(mampu, [], ['authorized-respondent'])],
  ['manager of MOH', part(moh, ['manager', 'drafter'])],
  ['second manager of MOH', part(moh, ['manager'])],
  ['drafter of MOH', part(moh, ['drafter'])],
  ['officer of EPU', part(epu, ['clearing-officer'])],
  ['named manager of KKMM', part(kkmm, [], ['manager'])],
];
const namers: Readonly<Record<string, Actor['person']>> = {
  'named respondent': administrator.person,
  'named manager of KKMM': id('coordinator'),
};

export const memberNames: readonly string[] = parts.map(([name]) => name);

export const grantFacts: GrantFacts = {
  leadAgency: mampu,
  agencies: new Set([mampu, moh, epu, kkmm]),
  memberships: new Map(parts.map(([name, membership]) => [id(name), membership])),
};

/** A member of the round as somebody who acts. */
export function acting(name: string): Actor {
  return { person: id(name), isAdministrator: false, membership: membershipOf(name) };
}

/** A member of the round as somebody whom an act is about. */
export function target(name: string): GrantTarget {
  const membership = membershipOf(name);
  const namer = namers[name];
  return { person: id(name), membership, namedBy: new Map(namer === undefined ? [] : membership.named.map((role) => [role, namer])) };
}

function membershipOf(name: string): Membership {
  const found = grantFacts.memberships.get(id(name));
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

function part(agency: AgencyId, roles: readonly Role[], named: readonly Role[] = []): Membership {
  return { agency, roles, named };
}

function id(name: string): PersonId {
  return asId<PersonId>(name);
}
