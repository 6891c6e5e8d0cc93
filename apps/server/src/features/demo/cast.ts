// The cast of the demo round, and what is assigned to whom: agencies named in Malaysia's published answer, people named by role and agency.
import type { Role } from '@chancery/domain';

export interface DemoAgency {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
}

/** The first one leads. */
export const demoAgencies: readonly DemoAgency[] = [
  { key: 'mampu', name: 'Malaysian Administrative Modernisation and Management Planning Unit', shortName: 'MAMPU' },
  { key: 'epu', name: 'Economic Planning Unit', shortName: 'EPU' },
  { key: 'moh', name: 'Ministry of Health', shortName: 'MOH' },
  { key: 'kpwkm', name: 'Ministry of Women, Family and Community Development', shortName: 'KPWKM' },
  { key: 'kkmm', name: 'Ministry of Communications and Multimedia', shortName: 'KKMM' },
  { key: 'mof', name: 'Ministry of Finance', shortName: 'MOF' },
  { key: 'nacsa', name: 'National Cyber Security Agency', shortName: 'NACSA' },
  { key: 'bheuu', name: 'Legal Affairs Division', shortName: 'BHEUU' },
  { key: 'miti', name: 'Ministry of International Trade and Industry', shortName: 'MITI' },
  { key: 'mosti', name: 'Ministry of Science, Technology and Innovation', shortName: 'MOSTI' },
];

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly agency: string;
  readonly roles: readonly Role[];
}

const officials: readonly DemoPerson[] = demoAgencies.flatMap(({ key, shortName }) => [
  { email: `drafter.${key}@example.org`, name: `Drafter of ${shortName}`, title: 'Assistant Director', agency: key, roles: ['drafter'] },
  {
    email: `clearing.${key}@example.org`,
    name: `Clearing officer of ${shortName}`,
    title: 'Deputy Director',
    agency: key,
    roles: ['clearing-officer'],
  },
  {
    email: `manager.${key}@example.org`,
    name: `Manager of ${shortName}`,
    title: 'Head of Administration',
    agency: key,
    roles: ['manager'],
  },
]);

export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'coordinator.mampu@example.org',
    name: 'Coordinator of MAMPU',
    title: 'Principal Assistant Director',
    agency: 'mampu',
    roles: ['coordinator'],
  },
  {
    email: 'coordinator2.mampu@example.org',
    name: 'Second coordinator of MAMPU',
    title: 'Assistant Director',
    agency: 'mampu',
    roles: ['coordinator'],
  },
  {
    email: 'respondent.mampu@example.org',
    name: 'Authorized respondent of MAMPU',
    title: 'Director',
    agency: 'mampu',
    roles: ['authorized-respondent'],
  },
  ...officials,
  { email: 'observer.mof@example.org', name: 'Observer of MOF', title: 'Senior Auditor', agency: 'mof', roles: ['observer'] },
];

export interface DemoAssignment {
  readonly questions: readonly string[];
  readonly leading: string;
  readonly contributing: readonly { readonly agency: string; readonly mustClear: boolean }[];
  /** Days from the opening of the round. */
  readonly dueInDays: number;
}

const clearing = (agency: string) => ({ agency, mustClear: true });
const helping = (agency: string) => ({ agency, mustClear: false });

/** Questions 43 and 44 are left for a coordinator to assign. */
export const demoAssignments: readonly DemoAssignment[] = [
  { questions: ['respondent', '1', '4', '5'], leading: 'mampu', contributing: [], dueInDays: 10 },
  { questions: ['2', '3'], leading: 'mampu', contributing: [helping('mof'), helping('kkmm')], dueInDays: 12 },
  { questions: ['6'], leading: 'moh', contributing: [clearing('kkmm'), helping('mosti')], dueInDays: 8 },
  { questions: ['7', '8'], leading: 'mof', contributing: [clearing('epu'), helping('moh')], dueInDays: 14 },
  { questions: ['9', '13', '17'], leading: 'bheuu', contributing: [clearing('mampu')], dueInDays: 15 },
  { questions: ['10', '11'], leading: 'nacsa', contributing: [clearing('bheuu'), helping('kkmm')], dueInDays: 15 },
  { questions: ['12', '26'], leading: 'kkmm', contributing: [clearing('nacsa')], dueInDays: 18 },
  { questions: ['14', '15'], leading: 'mof', contributing: [], dueInDays: 18 },
  { questions: ['16', '25', '28'], leading: 'mampu', contributing: [clearing('epu')], dueInDays: 18 },
  { questions: ['18', '29'], leading: 'mosti', contributing: [clearing('miti'), helping('kkmm')], dueInDays: 20 },
  { questions: ['19', '20', '21', '22', '23', '24', '27'], leading: 'epu', contributing: [clearing('mampu')], dueInDays: 20 },
  { questions: ['30', '31', '32'], leading: 'epu', contributing: [helping('mosti')], dueInDays: 22 },
  { questions: ['33', '35', '36', '37'], leading: 'kpwkm', contributing: [clearing('epu'), helping('moh')], dueInDays: 16 },
  { questions: ['34', '39', '40'], leading: 'mampu', contributing: [helping('kpwkm'), helping('kkmm')], dueInDays: 16 },
  { questions: ['38'], leading: 'kpwkm', contributing: [clearing('kkmm')], dueInDays: 16 },
  { questions: ['41', '42'], leading: 'mampu', contributing: [], dueInDays: 24 },
];

/** Threads that show how the ministries speak with each other. `by` and `replies.by` are keys of the e-mail's local part. */
export const demoThreads: readonly {
  readonly question: string;
  readonly by: string;
  readonly kind: 'comment' | 'query';
  readonly addressedTo: string | null;
  readonly body: string;
  readonly replies: readonly { readonly by: string; readonly body: string }[];
}[] = [
  {
    question: '6',
    by: 'coordinator.mampu',
    kind: 'query',
    addressedTo: 'moh',
    body: 'Is the CPRC channel still the right address, or should we name the COVID-19 portal first?',
    replies: [{ by: 'drafter.moh', body: 'The portal first, please. We will reorder the links today.' }],
  },
  {
    question: '33',
    by: 'drafter.epu',
    kind: 'comment',
    addressedTo: null,
    body: 'Some links say they are valid until 31 July 2021 only. Can the new addresses be added before we clear?',
    replies: [],
  },
  {
    question: '39',
    by: 'drafter.kpwkm',
    kind: 'comment',
    addressedTo: null,
    body: 'Talian KASIH has moved to a new page; I will add the link.',
    replies: [{ by: 'drafter.mampu', body: 'Thank you. Please keep the list in the same order.' }],
  },
];
