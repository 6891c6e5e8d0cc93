// Who takes part in a round (docs/product-rules.md §3): memberships, roles, what a person may be made, and who must not be lost.
import type { AgencyId, PersonId } from '../id.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import type { RoundFacts } from './round.ts';

export const roles = ['coordinator', 'drafter', 'clearing-officer', 'authorized-respondent', 'observer'] as const;
export type Role = (typeof roles)[number];

export interface Membership {
  readonly agency: AgencyId;
  readonly roles: readonly Role[];
}

/** Somebody who is signed in, as seen from one round. `membership` is null for a person who does not take part in it. */
export interface Actor {
  readonly person: PersonId;
  readonly isAdministrator: boolean;
  readonly membership: Membership | null;
}

/** M1, M2: a membership is of an agency of the round, and coordinators are members of the lead agency. Roles named twice count once. */
export function checkMembership(
  { agency, roles }: Membership,
  { agencies, leadAgency }: Pick<RoundFacts, 'leadAgency'> & { readonly agencies: ReadonlySet<AgencyId> },
): Outcome<Membership> {
  if (!agencies.has(agency)) return refuse({ code: 'agency-unknown' });
  if (roles.includes('coordinator') && agency !== leadAgency) return refuse({ code: 'role-needs-lead-agency' });
  return done({ agency, roles: [...new Set(roles)] });
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
