// How the members of a round are laid out: by agency, the lead agency first, and found by a few letters.
import type { ResponseOf } from '@chancery/contract';
import { roles } from '@chancery/domain';

type People = ResponseOf<'readPeople'>;
export type ListedMember = People['members'][number];
export type ListedAgency = People['agencies'][number];

export interface AgencyMembers {
  readonly agency: ListedAgency;
  /** In the order of their roles, then of their names. */
  readonly members: readonly ListedMember[];
}

/** Every agency with its members; the lead agency first, the others in the order they were added. */
export function membersByAgency({ agencies, members }: People): readonly AgencyMembers[] {
  return agencies
    .toSorted((left, right) => Number(right.isLead) - Number(left.isLead))
    .map((agency) => ({ agency, members: members.filter((it) => it.agency === agency.id).toSorted(byRoleAndName) }));
}

/** What holds the wanted letters: a whole agency by its names, otherwise those of its members who do. Empty letters find everybody. */
export function findMembers(groups: readonly AgencyMembers[], wanted: string): readonly AgencyMembers[] {
  const letters = wanted.trim().toLowerCase();
  if (letters === '') return groups;
  const holds = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(letters));
  return groups.flatMap(({ agency, members }) => {
    if (holds(agency.name, agency.shortName)) return [{ agency, members }];
    const found = members.filter(({ name, title, email }) => holds(name, title, email));
    return found.length === 0 ? [] : [{ agency, members: found }];
  });
}

function byRoleAndName(left: ListedMember, right: ListedMember): number {
  return firstRole(left) - firstRole(right) || left.name.localeCompare(right.name);
}

function firstRole({ roles: held, named }: ListedMember): number {
  return Math.min(...[...held, ...named].map((role) => roles.indexOf(role)), roles.length);
}
