// Who takes part in a story: MAMPU leads, four ministries answer, and somebody has nothing to do with it.
import type { Role } from '@chancery/domain';

export const agencyNames = {
  mampu: 'Modernisation Unit',
  moh: 'Ministry of Health',
  epu: 'Economic Planning Unit',
  kkmm: 'Ministry of Communications',
  miti: 'Ministry of Trade',
} as const;
export type AgencyKey = keyof typeof agencyNames;
export const leadAgency = 'mampu' satisfies AgencyKey;
export const ministries = ['moh', 'epu', 'kkmm', 'miti'] as const satisfies readonly AgencyKey[];

export interface CastMember {
  readonly key: string;
  readonly email: string;
  readonly name: string;
  readonly agency: AgencyKey;
  readonly roles: readonly Role[];
}

function member(key: string, name: string, agency: AgencyKey, role: Role): CastMember {
  return { key, email: `${key}@example.org`, name, agency, roles: [role] };
}

/** Everybody who takes part in every round of the house. */
export const cast: readonly CastMember[] = [
  member('coordinator', 'Coordinator', 'mampu', 'coordinator'),
  member('coordinator2', 'Second coordinator', 'mampu', 'coordinator'),
  member('respondent', 'Authorized respondent', 'mampu', 'authorized-respondent'),
  member('manager.mampu', 'Manager of MAMPU', 'mampu', 'manager'),
  member('observer', 'Observer', 'miti', 'observer'),
  ...ministries.flatMap((agency) => [
    member(`manager.${agency}`, `Manager of ${agency.toUpperCase()}`, agency, 'manager'),
    member(`drafter.${agency}`, `Drafter of ${agency.toUpperCase()}`, agency, 'drafter'),
    member(`clearing.${agency}`, `Clearing officer of ${agency.toUpperCase()}`, agency, 'clearing-officer'),
  ]),
];

/** Has an account, and takes part in another round only. */
export const outsider: CastMember = member('outsider', 'Outsider', 'miti', 'drafter');

export const administratorEmail = 'administrator@example.org';
/** Of everybody in the house. */
export const housePassword = 'a long enough password';
