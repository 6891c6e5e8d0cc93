// What the rules of granting ask of a round as it stands.
import type { GrantFacts, GrantTarget, PersonId } from '@chancery/domain';
import type { RoundState } from './round-state.ts';

/** The facts about the round as a whole. */
export function grantFacts(state: RoundState): GrantFacts {
  const agencies = new Set(state.agencies.map((agency) => agency.id));
  return { leadAgency: state.facts.leadAgency, agencies, memberships: state.memberships };
}

/** Somebody whom an act is about, be it somebody who does not take part yet. */
export function targetOf(state: RoundState, person: PersonId): GrantTarget {
  const vouching = [...(state.vouching.get(person) ?? [])];
  const namedBy = vouching.flatMap(([role, { vouchedBy }]) => (vouchedBy === null ? [] : [[role, vouchedBy.person] as const]));
  return { person, membership: state.memberships.get(person) ?? null, namedBy: new Map(namedBy) };
}
