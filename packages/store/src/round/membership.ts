// Memberships: who takes part in a round, through which agency and with which roles, and who vouched for each of them.
import {
  type AgencyId,
  type Membership,
  type PersonId,
  type Role,
  type RoundId,
  rolesInOrder,
  type Standing,
  type Voucher,
  type Vouching,
} from '@chancery/domain';
import { type Person, toPerson } from '../account/person.ts';
import { type Database, query, type Transaction } from '../database/store.ts';

export interface RoundMember {
  readonly person: Person;
  readonly membership: Membership;
  /** Of each role, be it in force or only named. */
  readonly vouching: ReadonlyMap<Role, Vouching>;
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
  const taken = await db[query].selectFrom('membership_role').selectAll().where('round_id', '=', round).execute();
  const rolesOf = Map.groupBy(taken, (it) => it.person_id);
  return people.map((row) => {
    const held = rolesOf.get(row.id) ?? [];
    const vouching = new Map(held.map((it) => [it.role, { vouchedBy: toVoucher(it.vouched_by), confirmedBy: toVoucher(it.confirmed_by) }]));
    return { person: toPerson(row), membership: toMembership(row.agency_id, held), vouching };
  });
}

/** Lets a person take part, or changes how. Roles that are new are vouched for by `vouchedBy`; those that stay keep what is known of them. */
export async function putMember(
  tx: Transaction,
  { round, person }: { readonly round: RoundId; readonly person: PersonId },
  { agency, roles, named }: Membership,
  vouchedBy: Voucher | null,
): Promise<void> {
  await tx[query]
    .insertInto('membership')
    .values({ round_id: round, person_id: person, agency_id: agency })
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet({ agency_id: agency }))
    .execute();
  const held = rolesInOrder([...roles, ...named]);
  const theirs = tx[query].deleteFrom('membership_role').where('round_id', '=', round).where('person_id', '=', person);
  await (held.length === 0 ? theirs : theirs.where('role', 'not in', held)).execute();
  if (held.length === 0) return;
  const standing = (role: Role): Standing => (roles.includes(role) ? 'confirmed' : 'named');
  await tx[query]
    .insertInto('membership_role')
    .values(
      held.map((role) => ({
        round_id: round,
        person_id: person,
        role,
        standing: standing(role),
        vouched_by: vouchedBy === null ? null : JSON.stringify(vouchedBy),
        confirmed_by: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id', 'role']).doNothing())
    .execute();
}

/** Puts a role in force that was only named. */
export async function confirmRole(
  tx: Transaction,
  { round, person, role }: { readonly round: RoundId; readonly person: PersonId; readonly role: Role },
  confirmedBy: Voucher,
): Promise<void> {
  await tx[query]
    .updateTable('membership_role')
    .set({ standing: 'confirmed', confirmed_by: JSON.stringify(confirmedBy) })
    .where('round_id', '=', round)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where('standing', '=', 'named')
    .execute();
}

/** Ends a membership; what the person did in the round stays. */
export async function removeMember(tx: Transaction, round: RoundId, person: PersonId): Promise<void> {
  await tx[query].deleteFrom('membership').where('round_id', '=', round).where('person_id', '=', person).execute();
}

function toMembership(agency: AgencyId, held: readonly { readonly role: Role; readonly standing: Standing }[]): Membership {
  const of = (standing: Standing) => rolesInOrder(held.filter((it) => it.standing === standing).map((it) => it.role));
  return { agency, roles: of('confirmed'), named: of('named') };
}

function toVoucher(kept: string | null): Voucher | null {
  return kept === null ? null : (JSON.parse(kept) as Voucher);
}
