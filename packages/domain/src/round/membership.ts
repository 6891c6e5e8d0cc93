// Who takes part in a round (docs/product-rules.md §3): memberships, roles, what a person may be made, and who must not be lost.
import type { AgencyId, PersonId } from '../id.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import type { RoundFacts } from './round.ts';

export const roles = ['coordinator', 'manager', 'drafter', 'clearing-officer', 'authorized-respondent', 'observer'] as const;
export type Role = (typeof roles)[number];

export interface Membership {
  readonly agency: AgencyId;
  /** The roles that are in force. */
  readonly roles: readonly Role[];
  /** Roles that wait until somebody else confirms them: they give no right. */
  readonly named: readonly Role[];
}

/** Of a role: `named` until somebody else has confirmed it, as far as it needs that. */
export type Standing = 'named' | 'confirmed';

/** Somebody who is signed in, as seen from one round. `membership` is null for a person who does not take part in it. */
export interface Actor {
  readonly person: PersonId;
  readonly isAdministrator: boolean;
  readonly membership: Membership | null;
}

/** True when the actor takes part in the round with that role, confirmed. */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.membership?.roles.includes(role) ?? false;
}

/** True when the membership has that role, be it in force or only named. */
export function holds({ roles: inForce, named }: Membership, role: Role): boolean {
  return inForce.includes(role) || named.includes(role);
}

/** The same roles, each once, in the order in which they are always named. */
export function rolesInOrder(chosen: readonly Role[]): readonly Role[] {
  return roles.filter((role) => chosen.includes(role));
}

/** M1, M2, M4: of an agency of the round; coordinators of the lead agency, and neither clearing officer nor respondent. */
export function checkMembership(
  membership: Membership,
  { agencies, leadAgency }: Pick<RoundFacts, 'leadAgency'> & { readonly agencies: ReadonlySet<AgencyId> },
): Outcome<Membership> {
  const { agency, named } = membership;
  if (!agencies.has(agency)) return refuse({ code: 'agency-unknown' });
  if (holds(membership, 'coordinator')) {
    if (agency !== leadAgency) return refuse({ code: 'role-needs-lead-agency' });
    const other = (['clearing-officer', 'authorized-respondent'] as const).some((role) => holds(membership, role));
    if (other) return refuse({ code: 'roles-exclude-each-other' });
  }
  return done({ agency, roles: rolesInOrder(membership.roles), named: rolesInOrder(named) });
}

/** M3: a round that has a coordinator keeps one. `next` null: the person leaves. */
export function checkCoordinatorStays(
  memberships: ReadonlyMap<PersonId, Membership>,
  person: PersonId,
  next: Membership | null,
): Outcome<Membership | null> {
  if (next?.roles.includes('coordinator')) return done(next);
  const coordinators = [...memberships].filter(([, membership]) => membership.roles.includes('coordinator')).map(([id]) => id);
  return coordinators.length === 1 && coordinators[0] === person ? refuse({ code: 'last-coordinator' }) : done(next);
}
