// Who takes part: agencies, memberships and roles (docs/product-rules.md §3).
import type { AgencyId, PersonId } from '../id.ts';

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

/** True when the actor takes part in the round with that role. */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.membership?.roles.includes(role) ?? false;
}
