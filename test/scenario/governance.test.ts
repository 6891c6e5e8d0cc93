// Proves that nobody speaks for a ministry but its own people: every step by which one person could, and what the record says of those who do.
import { type RecordEntry, roles } from '@chancery/domain';
import { verifyRecord } from '@chancery/record';
import { expect, it } from 'vitest';
import {
  type AgencyKey,
  call,
  cookieFrom,
  type Desk,
  housePassword,
  type Official,
  onEachDatabase,
  openDesk,
  type Visitor,
} from '../desk/index.ts';

await onEachDatabase('nobody speaks for a ministry but its own people', (house) => {
  it('M5, M7, M8: a coordinator lets nobody speak for a ministry, be it themselves or a second account', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, officer] = await Promise.all([desk.coordinator(), desk.clearingOfficer('moh'), desk.manager('mampu')]);
    for (const agency of ['moh', 'mampu'] as const) {
      for (const role of ['clearing-officer', 'authorized-respondent', 'manager', 'drafter', 'observer', 'coordinator'] as const) {
        const body = somebody(desk, agency, role);
        const code = role === 'manager' ? 'agency-has-manager' : 'grant-needs';
        await expect(coordinator.does('addMember', {}, body)).refused(code);
        await expect(coordinator.does('addMember', {}, { ...body, email: coordinator.who.email })).refused('own-membership');
      }
    }
    const all = { agency: desk.agencies.mampu, roles: [...roles] };
    await expect(coordinator.does('changeMember', { person: coordinator.who.person }, all)).refused('own-membership');
    await expect(coordinator.does('changeMember', { person: officer.who.person }, { ...all, agency: desk.agencies.moh })).refused(
      'grant-needs',
    );
    await expect(coordinator.does('removeMember', { person: officer.who.person })).refused('grant-needs');
    await expect(coordinator.does('inviteAgain', { person: officer.who.person })).refused('not-permitted');
    await expect(coordinator.does('correctPerson', { person: officer.who.person }, { name: 'Coordinator' })).refused('not-permitted');
    await expect(coordinator.clears('1')).refused('not-permitted');
    await expect(coordinator.approves()).refused('not-permitted');
  });

  it('M6, M11: a ministry whose manager is there is not taken over by removing and naming', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, manager] = await Promise.all([desk.coordinator(), desk.manager('moh')]);
    await expect(coordinator.does('removeMember', { person: manager.who.person })).refused('grant-needs');
    await expect(coordinator.does('addMember', {}, somebody(desk, 'moh', 'manager'))).refused('agency-has-manager');
    const ours = { agency: desk.agencies.mampu, roles: ['manager' as const] };
    await expect(coordinator.does('changeMember', { person: manager.who.person }, ours)).refused('agency-stays');
    // Once an administrator has removed the manager, the next one is named again, and waits again.
    await call(desk.house.administrator, 'removeMember', { round: desk.round, person: manager.who.person });
    const { person } = await coordinator.does('addMember', {}, somebody(desk, 'moh', 'manager'));
    const waiting = (await coordinator.does('readPeople')).members.find((it) => it.person === person);
    expect(waiting).toMatchObject({ roles: [], named: ['manager'] });
    await expect(coordinator.does('confirmMember', { person }, { role: 'manager' })).refused('grant-needs');
  });

  it('P13: who is only named sees that the round is there, and can do nothing', async () => {
    await using desk = await openDesk({ house: house(), assigned: ['1'] });
    const coordinator = await desk.coordinator();
    const named = await comesIn(desk, coordinator, 'miti', 'manager');
    expect((await call(named, 'readRound', { round: desk.round })).answers).toEqual([]);
    const round = { round: desk.round };
    await expect(call(named, 'readAnswer', { ...round, question: '1' })).refused('not-found');
    await expect(call(named, 'readContents', round)).refused('not-permitted');
    await expect(call(named, 'readRecord', round)).refused('not-permitted');
    await expect(call(named, 'addMember', round, somebody(desk, 'miti', 'clearing-officer'))).refused('not-permitted');
    await expect(call(named, 'clearAnswer', { ...round, question: '1' }, { digest: '0'.repeat(64) })).refused('not-found');
    const { person } = (await call(named, 'readRound', round)).me;
    await expect(call(named, 'confirmMember', { ...round, person }, { role: 'manager' })).refused('not-permitted');
    await call(desk.house.administrator, 'confirmMember', { ...round, person }, { role: 'manager' });
    await expect(call(desk.house.administrator, 'confirmMember', { ...round, person }, { role: 'manager' })).refused('nothing-to-confirm');
    expect((await call(named, 'addMember', round, somebody(desk, 'miti', 'clearing-officer'))).invitation).toContain('/welcome#');
  });

  it('N7, N8: a first manager waits for the administrators, a respondent for a coordinator who did not name them', async () => {
    await using desk = await openDesk({ house: house() });
    const coordinator = await desk.coordinator();
    const { administrator } = desk.house;
    const { person: manager } = await coordinator.does('addMember', {}, somebody(desk, 'epu', 'manager'));
    const respondent = somebody(desk, 'mampu', 'authorized-respondent');
    await expect(coordinator.does('addMember', {}, respondent)).refused('grant-needs');
    const { person } = await call(administrator, 'addMember', { round: desk.round }, respondent);
    expect((await call(administrator, 'readRound', { round: desk.round })).toConfirm).toEqual([{ person: manager, role: 'manager' }]);
    expect((await coordinator.round()).toConfirm).toEqual([{ person, role: 'authorized-respondent' }]);
    const news = await call(administrator, 'listNotices', {});
    expect(news.notices.find((it) => it.round === desk.round)).toMatchObject({ kind: 'member-named', about: nameOf('epu', 'manager') });
    await expect(call(administrator, 'confirmMember', { round: desk.round, person }, { role: 'authorized-respondent' })).refused(
      'grant-needs',
    );
    await coordinator.does('confirmMember', { person }, { role: 'authorized-respondent' });
    expect((await coordinator.round()).toConfirm).toEqual([]);
  });

  it('M6: of two first managers who are named at the same moment, one is', async () => {
    await using desk = await openDesk({ house: house() });
    const [first, second] = await Promise.all([desk.coordinator(), desk.secondCoordinator()]);
    const outcomes = await Promise.allSettled([
      first.does('addMember', {}, somebody(desk, 'kkmm', 'manager', 'one')),
      second.does('addMember', {}, somebody(desk, 'kkmm', 'manager', 'another')),
    ]);
    expect(outcomes.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const managers = (await first.does('readPeople')).members.filter((it) => it.agency === desk.agencies.kkmm);
    expect(managers).toHaveLength(1);
    const lost = outcomes.find((it) => it.status === 'rejected');
    expect(lost).toMatchObject({ reason: { problem: { code: 'agency-has-manager' } } });
  });

  it('M5: two managers who remove each other at once leave one', async () => {
    await using desk = await openDesk({ house: house() });
    const one = await desk.manager('moh');
    const other = await comesIn(desk, one, 'moh', 'manager');
    const { person } = (await call(other, 'readRound', { round: desk.round })).me;
    const outcomes = await Promise.allSettled([
      one.does('removeMember', { person }),
      call(other, 'removeMember', { round: desk.round, person: one.who.person }),
    ]);
    expect(outcomes.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = (await call(desk.house.administrator, 'readPeople', { round: desk.round })).members;
    expect(left.filter((it) => it.roles.includes('manager') && it.agency === desk.agencies.moh)).toHaveLength(1);
  });

  it('M5: a manager who is removed while inviting invites before or not at all', async () => {
    await using desk = await openDesk({ house: house() });
    const manager = await desk.manager('moh');
    const { administrator } = desk.house;
    const [invited] = await Promise.allSettled([
      manager.does('addMember', {}, somebody(desk, 'moh', 'clearing-officer')),
      call(administrator, 'removeMember', { round: desk.round, person: manager.who.person }),
    ]);
    await expect(manager.does('addMember', {}, somebody(desk, 'moh', 'drafter', 'late'))).refused('not-found');
    const coordinator = await desk.coordinator();
    const entries = (await coordinator.does('readRecord')).entries.filter((it) => it.details['agency'] === desk.agencies.moh);
    const kinds = entries.map((it) => it.kind).filter((it) => it === 'member-added' || it === 'member-removed');
    expect(kinds).toEqual(invited.status === 'fulfilled' ? ['member-added', 'member-removed'] : ['member-removed']);
  });

  it('M5, M12: a hostile manager reaches no other agency and no other role', async () => {
    await using desk = await openDesk({ house: house() });
    const [manager, officer, ours, respondent] = await Promise.all([
      desk.manager('moh'),
      desk.clearingOfficer('epu'),
      desk.drafter('moh'),
      desk.respondent(),
    ]);
    for (const role of ['coordinator', 'authorized-respondent'] as const) {
      await expect(manager.does('addMember', {}, somebody(desk, 'moh', role))).refused('grant-needs');
      await expect(manager.does('changeMember', { person: ours.who.person }, { agency: desk.agencies.moh, roles: [role] })).refused(
        'grant-needs',
      );
    }
    for (const agency of ['epu', 'mampu', 'miti'] as const) {
      for (const role of roles)
        await expect(manager.does('addMember', {}, somebody(desk, agency, role))).rejects.toThrow(/^(grant-needs|agency-has-manager)/);
    }
    for (const person of [officer.who.person, respondent.who.person]) {
      await expect(manager.does('removeMember', { person })).refused('grant-needs');
      await expect(manager.does('changeMember', { person }, { agency: desk.agencies.moh, roles: ['drafter'] })).refused('agency-stays');
      await expect(manager.does('correctPerson', { person }, { name: 'Puppet' })).refused('not-permitted');
      await expect(manager.does('inviteAgain', { person })).refused('not-permitted');
    }
    await expect(manager.does('correctPerson', { person: ours.who.person }, { email: 'mine@example.org' })).refused('grant-needs');
    await expect(manager.does('changeLeadAgency', {}, { agency: desk.agencies.moh })).refused('not-permitted');
    await expect(manager.does('addAgency', {}, { name: 'Mine', shortName: 'MINE' })).refused('not-permitted');
    await expect(manager.does('grantReading')).refused('not-permitted');
  });

  it('M5: a drafter calls every route about people, in vain', async () => {
    await using desk = await openDesk({ house: house() });
    const [drafter, officer] = await Promise.all([desk.drafter('moh'), desk.clearingOfficer('moh')]);
    const before = await drafter.does('readPeople');
    for (const role of roles) await expect(drafter.does('addMember', {}, somebody(desk, 'moh', role))).refused('not-permitted');
    for (const person of [drafter.who.person, officer.who.person]) {
      for (const role of roles) {
        await expect(drafter.does('changeMember', { person }, { agency: desk.agencies.moh, roles: [role] })).refused('not-permitted');
        await expect(drafter.does('confirmMember', { person }, { role })).refused('not-permitted');
      }
      await expect(drafter.does('removeMember', { person })).refused('not-permitted');
      await expect(drafter.does('inviteAgain', { person })).refused('not-permitted');
      await expect(drafter.does('correctPerson', { person }, { name: 'Minister' })).rejects.toMatchObject({ status: 403 });
    }
    await expect(drafter.does('grantReading')).refused('not-permitted');
    await expect(drafter.does('changeAgency', { agency: desk.agencies.moh }, { name: 'Mine', shortName: 'M' })).refused('not-permitted');
    await expect(drafter.does('removeAgency', { agency: desk.agencies.epu })).refused('not-permitted');
    await expect(drafter.does('changeLeadAgency', {}, { agency: desk.agencies.moh })).refused('not-permitted');
    expect(await drafter.does('readPeople')).toEqual(before);
  });

  it('M16: a link opens nothing but what its maker may give, and the one before ends with an entry', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, manager] = await Promise.all([desk.coordinator(), desk.manager('moh')]);
    const { administrator } = desk.house;
    const invited = await manager.does('addMember', {}, somebody(desk, 'moh', 'drafter'));
    const { person } = invited;
    await expect(coordinator.does('inviteAgain', { person })).refused('not-permitted');
    const again = await manager.does('inviteAgain', { person });
    await expect(comesBy(desk, invited.invitation)).refused('link-used');
    // A role that the manager cannot give ends the link that the manager holds; from then on it is for an administrator to hand out.
    await call(
      administrator,
      'changeMember',
      { round: desk.round, person },
      { agency: desk.agencies.moh, roles: ['drafter', 'authorized-respondent'] },
    );
    await expect(comesBy(desk, again.invitation)).refused('link-used');
    await expect(manager.does('inviteAgain', { person })).refused('not-permitted');
    const last = await call(administrator, 'inviteAgain', { round: desk.round, person });
    expect((await call(await comesBy(desk, last.invitation), 'readRound', { round: desk.round })).me).toMatchObject({
      person,
      roles: ['drafter'],
    });
    expect(await manager.does('inviteAgain', { person }).catch((cause: Error) => cause.message)).toMatch(/not-permitted/);
    const made = (await coordinator.does('readRecord')).entries.filter((it) => it.details['person'] === person);
    expect(made.map(({ kind, by, details }) => [kind, by.role, details['endsFormer']])).toEqual([
      ['member-added', 'manager', undefined],
      ['invitation-made', 'manager', false],
      ['invitation-made', 'manager', true],
      ['member-named', 'administrator', undefined],
      ['invitation-made', 'administrator', true],
      ['invitation-made', 'administrator', true],
      ['account-activated', 'drafter', undefined],
    ]);
    expect(made.at(-1)).toMatchObject({ details: { sentTo: null, shownTo: { name: 'Administrator', role: 'administrator' } } });
    expect(made.at(-1)?.by.vouchedBy).toMatchObject({ name: manager.who.name, role: 'manager' });
  });

  it('M16: an account that is invited into two rounds is opened by no link of either', async () => {
    await using here = await openDesk({ house: house() });
    await using there = await openDesk({ house: house() });
    const [ours, theirs] = await Promise.all([here.manager('moh'), there.manager('epu')]);
    const body = somebody(here, 'moh', 'clearing-officer');
    const first = await ours.does('addMember', {}, body);
    const second = await theirs.does('addMember', {}, { ...body, agency: there.agencies.epu });
    expect(second).toMatchObject({ person: first.person, invitation: null, sentTo: null });
    await expect(comesBy(here, first.invitation)).refused('link-used');
    await expect(ours.does('inviteAgain', { person: first.person })).refused('not-permitted');
    const link = await call(here.house.administrator, 'inviteAgain', { round: here.round, person: first.person });
    await comesBy(here, link.invitation);
    for (const desk of [here, there]) {
      const { entries } = await (await desk.coordinator()).does('readRecord');
      expect(entries.filter((it) => it.kind === 'account-activated' && it.details['person'] === first.person)).toHaveLength(1);
    }
  });

  it('M14, M15: a name is its giver’s to change, looks like nobody else’s, and the change stands in every round', async () => {
    await using here = await openDesk({ house: house() });
    await using there = await openDesk({ house: house() });
    const [manager, other] = await Promise.all([here.manager('moh'), there.manager('moh')]);
    const { administrator } = here.house;
    const body = { ...somebody(here, 'moh', 'drafter'), name: 'Aminah binti Ali' };
    const { person } = await manager.does('addMember', {}, body);
    await expect(manager.does('addMember', {}, { ...somebody(here, 'moh', 'drafter', 'twin'), name: 'Аminah binti Ali' })).refused(
      'name-mixes-scripts',
    );
    await expect(manager.does('addMember', {}, { ...somebody(here, 'moh', 'drafter', 'twin'), name: 'AMINAH  binti AIi' })).refused(
      'name-resembles',
    );
    await expect(manager.does('addMember', {}, { ...body, email: 'long@example.org', name: 'x'.repeat(201) })).refused('malformed');
    await expect(manager.does('addMember', {}, { ...body, email: 'none@example.org', name: '\u3164' })).refused('malformed');
    await manager.does('correctPerson', { person }, { name: 'Aminah binti Omar', title: 'Director' });
    await other.does('addMember', {}, { ...body, agency: there.agencies.moh });
    await expect(manager.does('correctPerson', { person: manager.who.person }, { name: 'Minister' })).refused('own-membership');
    const coordinator = await here.coordinator();
    await expect(call(administrator, 'correctPerson', { round: here.round, person }, { name: coordinator.who.name })).refused(
      'name-resembles',
    );
    await expect(call(administrator, 'correctPerson', { round: here.round, person }, { email: coordinator.who.email })).refused(
      'email-taken',
    );
    await call(administrator, 'correctPerson', { round: here.round, person }, { name: 'Aminah binti Osman', email: `new.${body.email}` });
    for (const desk of [here, there]) {
      const { entries } = await (await desk.coordinator()).does('readRecord');
      const corrections = entries.filter((it) => it.kind === 'person-changed' && it.details['person'] === person);
      expect(corrections.at(-1)?.details).toMatchObject({
        before: { name: 'Aminah binti Omar', title: 'Director', email: body.email },
        after: { name: 'Aminah binti Osman', title: 'Director', email: `new.${body.email}` },
      });
    }
    // A manager of one round does not rename somebody whom another agency has in another.
    const { person: shared } = await manager.does('addMember', {}, somebody(here, 'moh', 'drafter', 'shared'));
    const { members } = await manager.does('readPeople');
    const email = members.find((it) => it.person === shared)?.email ?? '';
    await (await there.manager('epu')).does('addMember', {}, { ...body, email, agency: there.agencies.epu });
    await expect(manager.does('correctPerson', { person: shared }, { name: 'Ours alone' })).refused('not-permitted');
  });

  it('M14, M17: agencies keep names that stand apart; the lead moves by an administrator, and its coordinators with it', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, manager] = await Promise.all([desk.coordinator(), desk.manager('moh')]);
    const { administrator } = desk.house;
    await expect(coordinator.does('addAgency', {}, { name: 'MINISTRY of Heаlth', shortName: 'MOH2' })).refused('name-mixes-scripts');
    await expect(coordinator.does('addAgency', {}, { name: 'Ministry 0f Health', shortName: 'MOH2' })).refused('name-resembles');
    await expect(coordinator.does('changeAgency', { agency: desk.agencies.epu }, { name: 'Economy', shortName: 'M0H' })).refused(
      'name-resembles',
    );
    await coordinator.does('changeAgency', { agency: desk.agencies.epu }, { name: 'Ministry of Economy', shortName: 'MOEC' });
    await expect(coordinator.does('changeLeadAgency', {}, { agency: desk.agencies.moh })).refused('grant-needs');
    await call(administrator, 'changeLeadAgency', { round: desk.round }, { agency: desk.agencies.moh });
    await expect(coordinator.assigns(['1'], 'moh')).refused('not-found');
    const { members, agencies } = await manager.does('readPeople');
    expect(agencies.filter((it) => it.isLead).map((it) => it.id)).toEqual([desk.agencies.moh]);
    expect(members.some((it) => it.roles.includes('coordinator'))).toBe(false);
    await manager.does('addMember', {}, somebody(desk, 'moh', 'coordinator'));
    await call(administrator, 'grantReading', { round: desk.round });
    const { entries } = await call(administrator, 'readRecord', { round: desk.round });
    expect(detailsOf(entries, 'agency-changed')).toMatchObject({ before: { shortName: 'EPU' }, after: { shortName: 'MOEC' } });
    expect(detailsOf(entries, 'lead-agency-changed')).toMatchObject({
      before: desk.agencies.mampu,
      noLongerCoordinators: [coordinator.who.person],
    });
    await expect(call(administrator, 'grantReading', { round: desk.round })).refused('own-membership');
  });

  it('M10: an administrator who reads along is an observer by their own act, says the record, and those concerned are told', async () => {
    await using desk = await openDesk({ house: house(), reading: 'separate' });
    const [coordinator, manager] = await Promise.all([desk.coordinator(), desk.manager('mampu')]);
    const { administrator } = desk.house;
    await expect(call(administrator, 'readAnswer', { round: desk.round, question: '1' })).refused('not-found');
    await call(administrator, 'grantReading', { round: desk.round });
    expect((await call(administrator, 'readAnswer', { round: desk.round, question: '1' })).question).toBe('1');
    const { entries } = await coordinator.does('readRecord');
    expect(entries.at(-1)).toMatchObject({ kind: 'reading-granted', by: { role: 'administrator', vouchedBy: null } });
    for (const person of [coordinator, manager])
      expect((await person.notices())[0]).toMatchObject({ kind: 'reading-granted', by: 'Administrator' });
    const { person } = (await call(administrator, 'readRound', { round: desk.round })).me;
    await expect(call(administrator, 'removeMember', { round: desk.round, person })).refused('own-membership');
  });

  it('M13: every signer is vouched for in the record, which holds, and restating a role vouches for nothing', async () => {
    await using desk = await openDesk({ house: house(), assigned: ['1'] });
    const [drafter, coordinator, manager] = await Promise.all([desk.drafter('moh'), desk.coordinator(), desk.manager('moh')]);
    await drafter.writes('1', 'Agreed.');
    const officer = await desk.clearingOfficer('moh');
    const before = (await coordinator.does('readRecord')).entries.length;
    await manager.does('changeMember', { person: officer.who.person }, { agency: desk.agencies.moh, roles: ['clearing-officer'] });
    expect((await coordinator.does('readRecord')).entries).toHaveLength(before);
    await officer.clears('1');
    await (await desk.clearingOfficer('epu')).clears('1');
    await coordinator.accepts('1');
    const { entries } = await coordinator.does('readRecord');
    const cleared = entries.find((it) => it.kind === 'cleared');
    expect(cleared?.by).toMatchObject({
      vouchedBy: { name: manager.who.name, role: 'manager', agency: { name: 'Ministry of Health' } },
      confirmedBy: null,
    });
    expect(entries.find((it) => it.kind === 'accepted')?.by.vouchedBy).toMatchObject({ role: 'administrator', agency: null });
    const added = entries.find((it) => it.kind === 'member-added' && it.details['person'] === officer.who.person);
    expect(added?.by).toMatchObject({ vouchedBy: { name: coordinator.who.name }, confirmedBy: { role: 'administrator' } });
    expect(await verifyRecord(await coordinator.record())).toMatchObject({ ok: true });
  });
});

/** A body that invites somebody whom nobody knows yet. */
function somebody(desk: Desk, agency: AgencyKey, role: (typeof roles)[number], which = 'somebody') {
  const email = `${which}.${role}.${agency}.${desk.round.toLowerCase()}@example.org`;
  return { email, name: nameOf(agency, role, which), title: '', agency: desk.agencies[agency], roles: [role] };
}

function nameOf(agency: AgencyKey, role: string, which = 'somebody'): string {
  return `New ${which}, ${role} at ${agency}`;
}

/** Invites somebody and lets them come in by their link. */
async function comesIn(desk: Desk, by: Official, agency: AgencyKey, role: 'manager'): Promise<Visitor> {
  const { invitation } = await by.does('addMember', {}, somebody(desk, agency, role));
  return comesBy(desk, invitation);
}

async function comesBy(desk: Desk, link: string | null): Promise<Visitor> {
  const token = new URL(link ?? '').hash.slice(1);
  return { url: desk.house.url, cookie: await cookieFrom(desk.house.url, '/api/invitations/use', { token, password: housePassword }) };
}

function detailsOf(entries: readonly RecordEntry[], kind: RecordEntry['kind']): RecordEntry['details'] | undefined {
  return entries.findLast((it) => it.kind === kind)?.details;
}
