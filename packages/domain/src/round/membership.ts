// The rules of memberships: what a person may be made in a round, and who must not be lost to it.
import type { AgencyId, PersonId } from '../id.ts';
import type { Membership } from './people.ts';
import type { RoundFacts } from './round.ts';
import { done, type Outcome, refuse } from '../refusal.ts';

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
