import { type AgencyId, asId, type PersonId, type Role } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { type ListedAgency, findMembers, type ListedMember, membersByAgency } from './members-by-agency.ts';

const agency = (id: string, name: string, isLead = false): ListedAgency => ({
  id: asId<AgencyId>(id),
  name,
  shortName: id,
  colour: 1,
  isLead,
});
const member = (name: string, of: string, ...roles: Role[]): ListedMember => ({
  person: asId<PersonId>(name),
  name,
  title: 'Director',
  email: `${name.toLowerCase()}@example.org`,
  agency: asId<AgencyId>(of),
  roles,
  named: [],
  vouching: [],
  state: 'active',
});

const people = {
  agencies: [agency('MOH', 'Ministry of Health'), agency('MAMPU', 'Modernisation Unit', true), agency('EPU', 'Economic Planning Unit')],
  members: [
    member('Zainab', 'MAMPU', 'drafter'),
    member('Aminah', 'MAMPU', 'observer', 'coordinator'),
    member('Bala', 'MOH', 'clearing-officer'),
    member('Chong', 'MOH', 'drafter'),
  ],
};
const names = (groups: ReturnType<typeof membersByAgency>) =>
  groups.map((it) => [it.agency.shortName, ...it.members.map((one) => one.name)]);

describe('the members by agency', () => {
  it('begin with the lead agency and stand in the order of their roles', () => {
    expect(names(membersByAgency(people))).toEqual([['MAMPU', 'Aminah', 'Zainab'], ['MOH', 'Chong', 'Bala'], ['EPU']]);
  });

  it('are found by their own letters, whatever the case', () => {
    expect(names(findMembers(membersByAgency(people), ' BALA@'))).toEqual([['MOH', 'Bala']]);
  });

  it('are all found by the name of their agency', () => {
    expect(names(findMembers(membersByAgency(people), 'health'))).toEqual([['MOH', 'Chong', 'Bala']]);
  });

  it('are all there when nothing is looked for, and none when nothing fits', () => {
    expect(findMembers(membersByAgency(people), '  ')).toHaveLength(3);
    expect(findMembers(membersByAgency(people), 'nobody')).toEqual([]);
  });
});
