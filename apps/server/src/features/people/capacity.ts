// In which capacity somebody acts on a person of an agency, where the rule does not name it.
import { type Actor, type AgencyId, type Granter, hasRole, isCoordinator } from '@chancery/domain';
import type { RoundState } from '../../round/round-state.ts';

/** A manager of that agency before a coordinator, and both before an administrator. */
export function capacityOf(state: RoundState, actor: Actor, agency: AgencyId | null): Granter {
  if (hasRole(actor, 'manager') && actor.membership?.agency === agency) return 'manager';
  return isCoordinator(actor, state.facts) ? 'coordinator' : 'administrator';
}
