// What the reader may do to whom on the page of people: the domain's rules, asked of what the page knows.
import type { ResponseOf, RoundView } from '@chancery/contract';
import {
  type Actor,
  type AgencyId,
  type GrantFacts,
  type GrantTarget,
  mayGrant,
  mayHandLink,
  mayRename,
  type MembershipChange,
  type PersonId,
  type Refusal,
  type Role,
  roles,
} from '@chancery/domain';
import { actorOf } from '../../api/acting.ts';
import type { ListedAgency, ListedMember } from './members-by-agency.ts';

type People = ResponseOf<'readPeople'>;

export interface Granting {
  readonly actor: Actor;
  readonly facts: GrantFacts;
}

/** Null stands for somebody who does not take part yet. */
export type Whom = ListedMember | null;

/** The reader and the round as the rules of granting ask for them. */
export function grantingIn(round: RoundView, people: People): Granting {
  const memberships = people.members.map(({ person, agency, roles: held, named }) => [person, { agency, roles: held, named }] as const);
  const agencies = new Set(people.agencies.map((agency) => agency.id));
  return { actor: actorOf(round.me), facts: { leadAgency: round.leadAgency, agencies, memberships: new Map(memberships) } };
}

/** Why the reader may not make that change; null when they may. */
export function refusalOf({ actor, facts }: Granting, whom: Whom, change: MembershipChange): Refusal | null {
  const outcome = mayGrant(actor, targetOf(whom), change, facts);
  return outcome.ok ? null : outcome.refusal;
}

/** True for an administrator who takes no part in the round. */
export function mayReadAlong({ actor, facts }: Granting): boolean {
  return mayGrant(actor, { person: actor.person, membership: actor.membership, namedBy: new Map() }, { kind: 'read' }, facts).ok;
}

/** Why a role cannot be ticked, or its tick taken away, beside those that are ticked; null when it can. */
export function refusalOfToggling(granting: Granting, whom: Whom, agency: AgencyId, ticked: readonly Role[], role: Role): Refusal | null {
  const toggled = ticked.includes(role) ? ticked.filter((it) => it !== role) : [...ticked, role];
  return refusalOf(granting, whom, { kind: 'hold', agency, roles: toggled });
}

/** The roles that the reader may give to somebody new of that agency. */
export function rolesToOffer(granting: Granting, agency: AgencyId): readonly Role[] {
  return roles.filter((role) => refusalOf(granting, null, { kind: 'hold', agency, roles: [role] }) === null);
}

/** True where the reader can do no more for the agency than name its first manager. */
export function namesFirstManager(offered: readonly Role[]): boolean {
  return offered.length === 1 && offered[0] === 'manager';
}

/** True while nobody of the agency may let its people in. */
export function lacksManager({ members }: Pick<People, 'members'>, agency: ListedAgency): boolean {
  return !members.some((it) => it.agency === agency.id && it.roles.includes('manager'));
}

/** Why none of the member's roles can be changed; null when one can. */
export function refusalOfChanging(granting: Granting, member: ListedMember): Refusal | null {
  const held = [...member.roles, ...member.named];
  const refusals = roles.map((role) => refusalOfToggling(granting, member, member.agency, held, role));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

export function refusalOfRenaming({ actor }: Granting, member: ListedMember): Refusal | null {
  const outcome = mayRename(actor, targetOf(member));
  return outcome.ok ? null : outcome.refusal;
}

/** As far as this round goes; the server also knows of others. */
export function mayMakeLink({ actor, facts }: Granting, member: ListedMember): boolean {
  return mayHandLink(actor, targetOf(member), facts);
}

function targetOf(whom: Whom): GrantTarget {
  if (whom === null) return { person: '' as PersonId, membership: null, namedBy: new Map() };
  const { person, agency, roles: held, named, vouching } = whom;
  const namedBy = vouching.flatMap(({ role, vouchedBy }) => (vouchedBy === null ? [] : [[role, vouchedBy.person] as const]));
  return { person, membership: { agency, roles: held, named }, namedBy: new Map(namedBy) };
}
