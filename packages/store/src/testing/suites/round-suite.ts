// Tests of rounds, agencies, memberships, assignments and previewed imports.
import { asId, type Assignment, type Day, type Role, type Voucher, type Vouching } from '@chancery/domain';
import { expect, it } from 'vitest';
import {
  addAgency,
  agenciesOf,
  assign,
  assignmentsOf,
  changeAgency,
  changeLeadAgency,
  changeRound,
  confirmRole,
  deleteExpiredImportDrafts,
  findAgency,
  findImportDraft,
  findRound,
  isAgencyInUse,
  keepImportDraft,
  listRounds,
  lockRound,
  membersOf,
  putMember,
  recordSending,
  removeAgency,
  removeMember,
  roundsOf,
  type Store,
  setPhase,
} from '../../index.ts';
import { castOf } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

export function roundSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  roundTests(store);
  agencyTests(store);
  membershipTests(store);
  assignmentTests(store);
  importTests(store);
}

function roundTests(store: () => Store): void {
  it('a round opens with its lead agency and moves through its phases', async () => {
    const { round, lead, coordinator } = await castOf(store());
    expect(await findRound(store().read, round)).toMatchObject({
      phase: 'open',
      reading: 'shared',
      leadAgency: lead,
      dueDay: null,
      sentAt: null,
    });
    await store().transaction(async (tx) => {
      await changeRound(tx, round, { title: 'Renamed', reading: 'separate', dueDay: asId<Day>('2027-05-28'), timeZone: 'Asia/Jakarta' });
      await setPhase(tx, round, 'approved');
    });
    expect(await findRound(store().read, round)).toMatchObject({
      title: 'Renamed',
      reading: 'separate',
      dueDay: '2027-05-28',
      timeZone: 'Asia/Jakarta',
      phase: 'approved',
    });
    await store().transaction((tx) => recordSending(tx, round, 7));
    expect(await store().transaction((tx) => lockRound(tx, round))).toMatchObject({ phase: 'sent', sentAt: 7 });
    await store().transaction((tx) => setPhase(tx, round, 'open'));
    expect(await findRound(store().read, round)).toMatchObject({ phase: 'open', sentAt: null });
    expect((await roundsOf(store().read, coordinator)).map((it) => it.id)).toEqual([round]);
    expect((await listRounds(store().read)).map((it) => it.id)).toContain(round);
  });
}

function agencyTests(store: () => Store): void {
  it('agencies keep the order in which they were added, the lead first', async () => {
    const { round, lead, health } = await castOf(store());
    const { id: works } = await store().transaction((tx) => addAgency(tx, round, { name: 'Works', shortName: 'KKR', colour: 12 }));
    await store().transaction((tx) => changeAgency(tx, health, { name: 'Health', shortName: 'KKM', colour: 3 }));
    expect((await agenciesOf(store().read, round)).map((it) => [it.id, it.shortName, it.isLead])).toEqual([
      [lead, 'MU', true],
      [health, 'KKM', false],
      [works, 'KKR', false],
    ]);
  });

  it('an agency that takes part in anything is in use and stays; another can be removed', async () => {
    const { round, lead, health } = await castOf(store());
    const { id: works } = await store().transaction((tx) => addAgency(tx, round, { name: 'Works', shortName: 'KKR', colour: 12 }));
    expect([
      await isAgencyInUse(store().read, lead),
      await isAgencyInUse(store().read, health),
      await isAgencyInUse(store().read, works),
    ]).toEqual([true, true, false]);
    await expect(store().transaction((tx) => removeAgency(tx, health))).rejects.toThrow(/foreign key/i);
    await store().transaction((tx) => removeAgency(tx, works));
    expect(await findAgency(store().read, round, works)).toBeNull();
  });
}

function membershipTests(store: () => Store): void {
  it('a person acts with the roles of the round, as they stand', async () => {
    const { round, health, officer } = await castOf(store());
    const membership = async () => (await membersOf(store().read, round)).find(({ person }) => person.id === officer)?.membership;
    expect(await membership()).toEqual({ agency: health, roles: ['drafter', 'clearing-officer'], named: [] });
    await store().transaction((tx) => putMember(tx, { round, person: officer }, { agency: health, roles: ['observer'], named: [] }, null));
    expect(await membership()).toEqual({ agency: health, roles: ['observer'], named: [] });
    await store().transaction((tx) => removeMember(tx, round, officer));
    expect(await membership()).toBeUndefined();
  });

  it('nobody takes part through an agency of another round', async () => {
    const { round, officer } = await castOf(store());
    const { health: foreign } = await castOf(store());
    const moving = store().transaction((tx) =>
      putMember(tx, { round, person: officer }, { agency: foreign, roles: ['drafter'], named: [] }, null),
    );
    await expect(moving).rejects.toThrow(/foreign key/i);
  });

  it('the members of a round are listed by name with their roles', async () => {
    const { round, coordinator, officer, health } = await castOf(store());
    await store().transaction((tx) => putMember(tx, { round, person: officer }, { agency: health, roles: [], named: [] }, null));
    const members = await membersOf(store().read, round);
    expect(members.map((it) => [it.person.id, it.person.name, it.membership.roles])).toEqual([
      [coordinator, 'Aminah', ['coordinator']],
      [officer, 'Bala', []],
    ]);
  });

  it('a role keeps who vouched for it, through every change of the others, and is in force once it is confirmed', async () => {
    const { round, coordinator, officer: person, health: agency, lead } = await castOf(store());
    const voucher = (name: string): Voucher => ({
      person: coordinator,
      name,
      title: '',
      agency: { id: lead, name: 'Modernisation Unit' },
      role: 'coordinator',
      at: 5,
    });
    const vouchingOf = async () => (await membersOf(store().read, round)).find((it) => it.person.id === person);
    const nobody = { vouchedBy: null, confirmedBy: null };
    await store().transaction((tx) =>
      putMember(tx, { round, person }, { agency, roles: ['drafter', 'clearing-officer'], named: ['manager'] }, voucher('First')),
    );
    expect((await vouchingOf())?.membership).toEqual({
      agency,
      roles: ['drafter', 'clearing-officer'],
      named: ['manager'],
    });
    await store().transaction(async (tx) => {
      await confirmRole(tx, { round, person, role: 'manager' }, voucher('Second'));
      await putMember(tx, { round, person }, { agency, roles: ['manager', 'drafter', 'observer'], named: [] }, voucher('Third'));
    });
    const member = await vouchingOf();
    expect(member?.membership).toEqual({ agency, roles: ['manager', 'drafter', 'observer'], named: [] });
    expect(member?.vouching).toEqual(
      new Map<Role, Vouching>([
        ['drafter', nobody],
        ['manager', { vouchedBy: voucher('First'), confirmedBy: voucher('Second') }],
        ['observer', { vouchedBy: voucher('Third'), confirmedBy: null }],
      ]),
    );
  });

  it('a round is given another lead agency, and has one', async () => {
    const { round, health } = await castOf(store());
    await store().transaction((tx) => changeLeadAgency(tx, round, health));
    expect((await findRound(store().read, round))?.leadAgency).toBe(health);
    expect((await agenciesOf(store().read, round)).filter((it) => it.isLead).map((it) => it.id)).toEqual([health]);
  });
}

function assignmentTests(store: () => Store): void {
  it('an assignment takes the place of the one before, contributors in order', async () => {
    const { round, question, lead, health, coordinator } = await castOf(store());
    const first: Assignment = { leadingAgency: lead, contributors: [{ agency: health, mustClear: true }], dueDay: asId<Day>('2027-05-28') };
    const second: Assignment = { leadingAgency: health, contributors: [], dueDay: null };
    await store().transaction((tx) => assign(tx, { round, question, assignment: first, by: coordinator, at: 1 }));
    expect(await assignmentsOf(store().read, round)).toEqual(new Map([[question, first]]));
    await store().transaction((tx) => assign(tx, { round, question, assignment: second, by: coordinator, at: 2 }));
    expect(await assignmentsOf(store().read, round)).toEqual(new Map([[question, second]]));
  });
}

function importTests(store: () => Store): void {
  it('an import waits for its run until it expires', async () => {
    const { round, coordinator } = await castOf(store());
    const draft = { round, person: coordinator, fileName: 'MSQ – Malaysia.md', form: { answers: [{ q: 1 }] }, createdAt: 1, expiresAt: 10 };
    const { id } = await store().transaction((tx) => keepImportDraft(tx, draft));
    expect(await findImportDraft(store().read, round, id)).toEqual({ ...draft, id });
    await store().transaction((tx) => deleteExpiredImportDrafts(tx, 10));
    expect(await findImportDraft(store().read, round, id)).toBeNull();
  });
}
