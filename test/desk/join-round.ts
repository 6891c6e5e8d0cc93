// How anybody of the cast comes into a round: by whom the rules let it be done. Every story goes through here.
import type { CastMember } from './cast.ts';
import type { OpenedRound } from './opened-round.ts';
import { call, type Visitor } from './request.ts';

export interface RoundToJoin extends OpenedRound {
  readonly administrator: Visitor;
  /** Somebody of the cast who is in the round already, or comes into it first. */
  colleague(key: string): Promise<Visitor>;
}

/** Makes a member of somebody; the one-time link where the account has no password yet. */
export async function joinRound(to: RoundToJoin, member: CastMember): Promise<string | null> {
  const { email, name, agency, roles } = member;
  const { by, confirmer } = await sponsors(to, member);
  const body = { email, name, title: 'Officer', agency: to.agencies[agency], roles: [...roles] };
  const { person, invitation } = await call(by, 'addMember', { round: to.round }, body);
  const [role] = roles;
  if (confirmer !== null && role !== undefined) await call(confirmer, 'confirmMember', { round: to.round, person }, { role });
  return invitation;
}

/** Who gives this person their role, and who confirms it where it is only named. */
async function sponsors(to: RoundToJoin, { agency, roles }: CastMember): Promise<{ by: Visitor; confirmer: Visitor | null }> {
  if (roles.includes('coordinator')) return { by: to.administrator, confirmer: null };
  if (roles.includes('authorized-respondent')) return { by: to.administrator, confirmer: await to.colleague('coordinator') };
  if (roles.includes('manager')) return { by: await to.colleague('coordinator'), confirmer: to.administrator };
  return { by: await to.colleague(`manager.${agency}`), confirmer: null };
}
