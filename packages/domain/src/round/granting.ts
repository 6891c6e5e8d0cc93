// Who makes whom what in a round (M5-M13): no agency's word is given by people whom the agency itself has not sent.
import type { AgencyId, PersonId } from '../id.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import {
  type Actor,
  checkCoordinatorStays,
  checkMembership,
  hasRole,
  holds,
  type Membership,
  type Role,
  rolesInOrder,
} from './membership.ts';
import { isCoordinator } from './permission.ts';
import type { RoundFacts } from './round.ts';

/** What somebody wants to do to a person's part in the round. */
export type MembershipChange =
  /** To hold exactly these roles from now on; somebody who does not take part yet is invited. */
  | { readonly kind: 'hold'; readonly agency: AgencyId; readonly roles: readonly Role[] }
  | { readonly kind: 'confirm'; readonly role: Role }
  | { readonly kind: 'remove' }
  /** To become an observer oneself. */
  | { readonly kind: 'read' };

export interface GrantTarget {
  readonly person: PersonId;
  readonly membership: Membership | null;
  /** Who named the roles that wait for a confirmation. */
  readonly namedBy: ReadonlyMap<Role, PersonId>;
}

export interface GrantFacts {
  readonly leadAgency: RoundFacts['leadAgency'];
  readonly agencies: ReadonlySet<AgencyId>;
  readonly memberships: ReadonlyMap<PersonId, Membership>;
}

/** In which capacity somebody grants. */
export type Granter = 'manager' | 'coordinator' | 'administrator';

/** What a change that is allowed makes of the membership. */
export interface Grant {
  readonly as: Granter;
  /** Null: the person no longer takes part. */
  readonly membership: Membership | null;
  /** Roles that are new and in force at once. */
  readonly given: readonly Role[];
  /** Roles that are new and wait for a confirmation. */
  readonly named: readonly Role[];
  readonly taken: readonly Role[];
}

/** The roles that an agency gives its own people. */
const agencyRoles: readonly Role[] = ['manager', 'drafter', 'clearing-officer', 'observer'];

/** M1-M13: may this person make that change to the other's part in the round, and what becomes of it? */
export function mayGrant(actor: Actor, target: GrantTarget, change: MembershipChange, facts: GrantFacts): Outcome<Grant> {
  if (change.kind === 'read') return readForOneself(actor, target, facts);
  if (!actor.isAdministrator && !hasRole(actor, 'manager') && !isCoordinator(actor, facts)) return refuse({ code: 'not-permitted' });
  if (actor.person === target.person) return refuse({ code: 'own-membership' }); // M9
  if (change.kind === 'hold') return hold(actor, target, change, facts);
  if (target.membership === null) return refuse({ code: 'person-unknown' });
  return change.kind === 'confirm'
    ? confirm(actor, target, target.membership, change.role, facts)
    : remove(actor, target, target.membership, facts);
}

/** M16: may this person be handed the link that opens the other's account, as far as this round goes? */
export function mayHandLink(actor: Actor, { membership, namedBy, person }: GrantTarget, facts: GrantFacts): boolean {
  if (membership === null || actor.person === person) return false;
  if (actor.isAdministrator) return true;
  const namedByActor = membership.named.every((role) => namedBy.get(role) === actor.person);
  if (membership.roles.length === 0 && namedByActor) return isCoordinator(actor, facts);
  const own: readonly Role[] = membership.agency === facts.leadAgency ? [...agencyRoles, 'coordinator'] : agencyRoles;
  const all = [...membership.roles, ...membership.named];
  return managesAgency(actor, membership.agency) && all.every((role) => own.includes(role));
}

/** M15: may this person correct how the other is named? An administrator anybody, a manager the people of the own agency; nobody themselves. */
export function mayRename(actor: Actor, { person, membership }: Pick<GrantTarget, 'person' | 'membership'>): Outcome<Granter> {
  if (actor.person === person) return refuse({ code: 'own-membership' });
  if (membership !== null && managesAgency(actor, membership.agency)) return done('manager');
  return actor.isAdministrator ? done('administrator') : refuse({ code: 'not-permitted' });
}

/** N7, N8: the namings that this person may confirm now. */
export function confirmationsFor(
  actor: Actor,
  targets: readonly GrantTarget[],
  facts: GrantFacts,
): readonly { readonly person: PersonId; readonly role: Role }[] {
  return targets.flatMap((target) =>
    (target.membership?.named ?? [])
      .filter((role) => mayGrant(actor, target, { kind: 'confirm', role }, facts).ok)
      .map((role) => ({ person: target.person, role })),
  );
}

/** The confirmed managers of an agency. */
export function managersOf(memberships: GrantFacts['memberships'], agency: AgencyId): readonly PersonId[] {
  return [...memberships].filter(([, it]) => it.agency === agency && it.roles.includes('manager')).map(([person]) => person);
}

function managesAgency(actor: Actor, agency: AgencyId): boolean {
  return hasRole(actor, 'manager') && actor.membership?.agency === agency;
}

function hold(
  actor: Actor,
  target: GrantTarget,
  { agency, roles }: { readonly agency: AgencyId; readonly roles: readonly Role[] },
  facts: GrantFacts,
): Outcome<Grant> {
  const before = target.membership ?? { agency, roles: [], named: [] };
  if (before.agency !== agency) return refuse({ code: 'agency-stays' }); // M12
  const added = rolesInOrder(roles).filter((role) => !holds(before, role));
  const takers = taking(
    actor,
    target,
    [...before.roles, ...before.named].filter((role) => !roles.includes(role)),
  );
  if (!takers.ok) return takers;
  const givers: Giving[] = [];
  for (const role of added) {
    const giving = giver(actor, role, agency, facts);
    if (!giving.ok) return giving;
    givers.push(giving.value);
  }
  // M6: anyone who is to speak for an agency first has no other role by the same hand.
  if (added.length > 1 && givers.some((it) => it.isFirstManager)) return refuse({ code: 'first-manager-alone' });
  const membership = checkMembership(
    {
      agency,
      roles: [...before.roles.filter((role) => roles.includes(role)), ...ofStanding(added, givers, true)],
      named: [...before.named.filter((role) => roles.includes(role)), ...ofStanding(added, givers, false)],
    },
    facts,
  );
  if (!membership.ok) return membership;
  const stays = checkCoordinatorStays(facts.memberships, target.person, membership.value); // M3
  if (!stays.ok) return stays;
  const as = capacity(actor, agency, [...givers.map((it) => it.as), ...takers.value.as], facts);
  if (as === null) return refuse({ code: 'not-permitted' });
  const { roles: inForce, named } = membership.value;
  return done({
    as,
    membership: membership.value,
    given: inForce.filter((role) => added.includes(role)),
    named: named.filter((role) => added.includes(role)),
    taken: takers.value.taken,
  });
}

function confirm(actor: Actor, target: GrantTarget, before: Membership, role: Role, facts: GrantFacts): Outcome<Grant> {
  if (!before.named.includes(role)) return refuse({ code: 'nothing-to-confirm' });
  const as = role === 'manager' ? 'administrator' : 'coordinator';
  const mayConfirm = as === 'administrator' ? actor.isAdministrator : isCoordinator(actor, facts);
  if (!mayConfirm) return refuse({ code: 'grant-needs', who: as });
  if (target.namedBy.get(role) === actor.person) return refuse({ code: 'needs-another-person' }); // M6, M8
  const membership = checkMembership({ ...before, roles: [...before.roles, role], named: before.named.filter((it) => it !== role) }, facts);
  return membership.ok ? done({ as, membership: membership.value, given: [role], named: [], taken: [] }) : membership;
}

function remove(actor: Actor, target: GrantTarget, before: Membership, facts: GrantFacts): Outcome<Grant> {
  const takers = taking(actor, target, rolesInOrder([...before.roles, ...before.named]));
  if (!takers.ok) return takers;
  const stays = checkCoordinatorStays(facts.memberships, target.person, null);
  if (!stays.ok) return stays;
  const as = capacity(actor, before.agency, takers.value.as, facts);
  if (as === null) return refuse({ code: 'not-permitted' });
  return done({ as, membership: null, given: [], named: [], taken: takers.value.taken });
}

/** M10: of the lead agency, for which an observer says nothing. */
function readForOneself(actor: Actor, target: GrantTarget, facts: GrantFacts): Outcome<Grant> {
  if (!actor.isAdministrator || actor.person !== target.person) return refuse({ code: 'not-permitted' });
  if (target.membership !== null) return refuse({ code: 'own-membership' });
  const membership: Membership = { agency: facts.leadAgency, roles: ['observer'], named: [] };
  return done({ as: 'administrator', membership, given: ['observer'], named: [], taken: [] });
}

interface Giving {
  readonly as: Granter;
  readonly isInForce: boolean;
  readonly isFirstManager: boolean;
}

/** M5-M8: who gives a role of this agency, and is it in force at once? */
function giver(actor: Actor, role: Role, agency: AgencyId, facts: GrantFacts): Outcome<Giving> {
  const atOnce = (as: Granter): Outcome<Giving> => done({ as, isInForce: true, isFirstManager: false });
  const manages = managesAgency(actor, agency);
  if (agencyRoles.includes(role) && manages) return atOnce('manager');
  if (role === 'coordinator') {
    if (manages && agency === facts.leadAgency) return atOnce('manager');
    return actor.isAdministrator ? atOnce('administrator') : refuse({ code: 'grant-needs', who: 'lead' });
  }
  if (role === 'authorized-respondent') {
    if (!actor.isAdministrator) return refuse({ code: 'grant-needs', who: 'administrator' });
    return done({ as: 'administrator', isInForce: false, isFirstManager: false });
  }
  if (role !== 'manager') return refuse({ code: 'grant-needs', who: 'manager' });
  const hasManager = [...facts.memberships.values()].some((it) => it.agency === agency && holds(it, 'manager'));
  if (hasManager) return refuse({ code: 'agency-has-manager' });
  if (isCoordinator(actor, facts)) return done({ as: 'coordinator', isInForce: false, isFirstManager: true });
  if (actor.isAdministrator) return done({ as: 'administrator', isInForce: false, isFirstManager: true });
  return refuse({ code: 'grant-needs', who: 'coordinator' });
}

/** M11: a manager of the agency or an administrator takes any role; anyone who named somebody takes the naming back. */
function taking(
  actor: Actor,
  { membership, namedBy }: GrantTarget,
  taken: readonly Role[],
): Outcome<{ readonly taken: readonly Role[]; readonly as: readonly Granter[] }> {
  if (taken.length === 0 || membership === null) return done({ taken: [], as: [] });
  if (managesAgency(actor, membership.agency)) return done({ taken, as: ['manager'] });
  if (actor.isAdministrator) return done({ taken, as: ['administrator'] });
  const isOwnNaming = taken.every((role) => membership.named.includes(role) && namedBy.get(role) === actor.person);
  return isOwnNaming ? done({ taken, as: ['coordinator'] }) : refuse({ code: 'grant-needs', who: 'manager' });
}

/** The capacity that the entry names: the widest that was needed. Restating what holds is for those who could also have changed it. */
function capacity(actor: Actor, agency: AgencyId, needed: readonly Granter[], facts: GrantFacts): Granter | null {
  for (const as of ['administrator', 'coordinator', 'manager'] as const) if (needed.includes(as)) return as;
  if (managesAgency(actor, agency)) return 'manager';
  if (actor.isAdministrator) return 'administrator';
  return isCoordinator(actor, facts) ? 'coordinator' : null;
}

function ofStanding(added: readonly Role[], givers: readonly Giving[], isInForce: boolean): readonly Role[] {
  return added.filter((_, index) => givers[index]?.isInForce === isInForce);
}
