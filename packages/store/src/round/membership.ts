// Memberships: who takes part in a round, through which agency and with which roles.
import type { Membership, PersonId, Role, RoundId } from '@chancery/domain';
import { roles as allRoles } from '@chancery/domain';
import { type Person, toPerson } from '../account/person.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface RoundMember {
  readonly person: Person;
  readonly membership: Membership;
}

/** Everybody who takes part in the round, by name. */
export async function membersOf(db: Database, round: RoundId): Promise<readonly RoundMember[]> {
  const people = await db[query]
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('person')
    .select('membership.agency_id')
    .where('membership.round_id', '=', round)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  const taken = await db[query].selectFrom('membership_role').select(['person_id', 'role']).where('round_id', '=', round).execute();
  const rolesOf = Map.groupBy(taken, (it) => it.person_id);
  return people.map((row) => ({
    person: toPerson(row),
    membership: { agency: row.agency_id, roles: inOrder((rolesOf.get(row.id) ?? []).map((it) => it.role)) },
  }));
}

/** Lets a person take part, or changes how. */
export async function putMember(tx: Transaction, round: RoundId, person: PersonId, { agency, roles }: Membership): Promise<void> {
  await tx[query]
    .insertInto('membership')
    .values({ round_id: round, person_id: person, agency_id: agency })
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet({ agency_id: agency }))
    .execute();
  await tx[query].deleteFrom('membership_role').where('round_id', '=', round).where('person_id', '=', person).execute();
  if (roles.length === 0) return;
  await tx[query]
    .insertInto('membership_role')
    .values(inOrder(roles).map((role) => ({ round_id: round, person_id: person, role })))
    .execute();
}

/** Ends a membership; what the person did in the round stays. */
export async function removeMember(tx: Transaction, round: RoundId, person: PersonId): Promise<void> {
  await tx[query].deleteFrom('membership').where('round_id', '=', round).where('person_id', '=', person).execute();
}

/** Each role once, in the order of the vocabulary. */
function inOrder(roles: readonly (Role | null)[]): readonly Role[] {
  return allRoles.filter((role) => roles.includes(role));
}
