// Proves the whole story of a round: assigned, written together, discussed, cleared, accepted, approved, verified, reopened.
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyRecord } from '@chancery/record';
import { expect, it } from 'vitest';
import { type Desk, eventually, type Official, onEachDatabase, openDesk, runChancery } from '../desk/index.ts';

await onEachDatabase('a round', (house) => {
  it('goes from the assignment of its questions to a record that verifies', async () => {
    await using desk = await openDesk({ house: house(), assigned: [] });
    const [coordinator, respondent, moh] = await Promise.all([desk.coordinator(), desk.respondent(), desk.drafter('moh')]);
    expect((await coordinator.row('1')).status).toBe('unassigned');
    await coordinator.assigns(['1', '2', '3', '4'], 'moh', { epu: 'clears' });
    expect(await coordinator.row('1')).toMatchObject({
      status: 'drafting',
      stage: 'empty',
      missing: [desk.agencies.moh, desk.agencies.epu],
    });

    await moh.writes('1', 'Telemedicine for everybody.');
    await moh.writes('2', 'It is called MyGov.', 'yes');
    await moh.writes('4', 'Records.');
    for (const question of ['1', '2', '4']) await clearedByBoth(desk, question);
    for (const question of ['1', '2', '4']) await coordinator.accepts(question);
    await coordinator.leavesUnanswered('3');
    await respondent.signsIn();
    await respondent.writes('authority', '', 'yes');
    await expect(respondent.approves()).refused('identity-not-proven');
    await respondent.provesIdentity();
    const hash = await respondent.approves();

    expect((await coordinator.round()).phase).toBe('approved');
    expect((await coordinator.round()).answers.map((it) => it.status)).toEqual(Array(5).fill('sealed'));
    const sending = { on: '2026-06-01', channel: 'by-hand', addressee: 'UN DESA', note: 'Receipt 14/2.' } as const;
    await expect(coordinator.does('recordSending', {}, { ...sending, on: '9999-01-01' })).refused('sending-in-future');
    await coordinator.does('recordSending', {}, sending);
    expect(await coordinator.record()).toContain('The form was sent to UN DESA by hand on 2026-06-01. Receipt 14/2.');
    const record = await coordinator.record();
    expect(await verifyRecord(record)).toMatchObject({
      ok: true,
      facts: { phase: 'sent', approval: { by: expect.stringContaining('Authorized respondent') as string, answers: 5 } },
    });
    expect(record).toContain(hash);
    expect(record).toContain('☒ Yes');
  });

  it('three ministries write one answer at the same time and read the same text', async () => {
    await using desk = await openDesk({ house: house() });
    const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
    const screens = await Promise.all(people.map((it) => it.opens('1')));
    const words = screens.flatMap((_, at) => ['one', 'two', 'three', 'four'].map((word) => `${word}-of-${at} `));
    for (const [at, screen] of screens.entries()) for (const word of words.filter((it) => it.endsWith(`${at} `))) screen.types(word);
    await Promise.all(screens.map((it) => it.saved()));
    await eventually(() => {
      for (const word of words) for (const screen of screens) expect(screen.reads()).toContain(word);
    });
    const { digest } = await people[0].answer('1');
    for (const screen of screens) expect(await screen.digest()).toBe(digest);
  });

  it('shows who is there under the name the server knows, whatever a client calls itself', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
    const [mine, theirs] = await Promise.all([moh.opens('1'), epu.opens('1')]);
    mine.showsCaret({ name: 'Prime Minister', color: 'gold' });
    await eventually(() => expect(theirs.sees()).toEqual([{ name: 'Drafter of MOH', agency: 'MOH', color: expect.any(String) as string }]));
    await eventually(async () =>
      expect((await epu.row('1')).present.map((it) => it.name).sort()).toEqual(['Drafter of EPU', 'Drafter of MOH']),
    );
  });

  it('holds an answer back while a query is open, and lets it go once the query is closed', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await moh.writes('1', 'Clinics everywhere.');
    await clearedByBoth(desk, '1');
    const query = await coordinator.asksQuery('1', 'moh', 'Everywhere?');
    await expect(coordinator.accepts('1')).refused('query-open');
    await moh.replies(query.id, 'Nearly.');
    await expect(moh.resolves(query.id)).refused('not-permitted');
    await coordinator.resolves(query.id);
    await coordinator.accepts('1');
    expect((await coordinator.record()).match(/"kind": "query-(raised|closed)"/g)).toHaveLength(2);
  });

  it('tells everybody at once of a comment, and whom it mentions', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
    const heard = await epu.listens();
    await moh.writes('1', 'Since 2019 online.');
    using screen = await moh.opens('1');
    const thread = await moh.comments('1', 'Which month?', { anchor: screen.selects('2019'), mentions: [epu.who.person] });
    await eventually(() => expect(heard.heardOf('1')).toContain('threads-changed'));
    expect((await epu.answer('1')).threads).toMatchObject([
      { id: thread.id, anchor: { quote: '2019' }, comments: [{ body: 'Which month?' }] },
    ]);
    expect((await epu.notices())[0]).toMatchObject({ kind: 'mentioned', question: '1', by: 'Drafter of MOH', isRead: false });
    await epu.resolves(thread.id);
    await expect(epu.resolves(thread.id)).refused('thread-resolved');
    await moh.does('reopenThread', { thread: thread.id });
    await expect(moh.does('reopenThread', { thread: thread.id })).refused('thread-open');
  });

  it('makes a clearance stale by an edit, and good again by undoing it', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, officer] = await Promise.all([desk.drafter('moh'), desk.clearingOfficer('moh')]);
    await moh.writes('2', 'MyGov.', 'yes');
    await clearedByBoth(desk, '2');
    expect((await moh.row('2')).status).toBe('cleared');
    await moh.writes('2', '', 'no');
    expect(await moh.row('2')).toMatchObject({ status: 'drafting', stale: [desk.agencies.moh, desk.agencies.epu] });
    await moh.writes('2', '', 'yes');
    expect(await moh.row('2')).toMatchObject({ status: 'cleared', stale: [] });
    await expect(officer.clears('2')).refused('already-cleared');
  });

  it('says why an answer cannot be accepted yet', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await expect(coordinator.accepts('1')).refused('required-field-empty');
    await moh.writes('1', 'Something.');
    await expect(coordinator.accepts('1')).refused('clearance-missing');
    await expect(coordinator.leavesUnanswered('1')).refused('question-required');
    await expect(coordinator.returns('1')).refused('nothing-to-return');
    await clearedByBoth(desk, '1');
    await expect(coordinator.returns('1', 'other', ' ')).refused('reason-needs-text');
    await coordinator.returns('1', 'unclear', 'Which clinics?');
    expect((await coordinator.row('1')).clearances).toEqual([]);
    const [drafter, officer] = await Promise.all([desk.drafter('moh'), desk.clearingOfficer('moh')]);
    const why = { kind: 'returned', reason: 'unclear', text: 'Which clinics?' };
    expect(await drafter.row('1')).toMatchObject({ mine: 'revise', takenBack: why });
    const { notices } = await drafter.does('listNotices', {});
    expect(notices[0]).toMatchObject({ kind: 'returned', question: '1', reason: 'unclear', text: 'Which clinics?' });
    await drafter.writes('1', ' In all states.');
    expect(await officer.row('1')).toMatchObject({ mine: 'clear', takenBack: why });
    await officer.clears('1');
    expect(await drafter.row('1')).toMatchObject({ takenBack: null, mine: null });
  });

  it('names what was tampered with in a record', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await moh.writes('1', 'Clinics everywhere.');
    await clearedByBoth(desk, '1');
    await coordinator.accepts('1');
    const record = await coordinator.record();
    const otherText = record.replace('Clinics everywhere.', 'Clinics nowhere.');
    expect(await verifyRecord(otherText)).toMatchObject({ ok: false, fault: { code: 'content-changed', question: '1' } });
    const otherSignatory = record.replace('"name": "Clearing officer of MOH"', '"name": "Somebody else"');
    expect(await verifyRecord(otherSignatory)).toMatchObject({ ok: false, fault: { code: 'hash-broken' } });
  });

  it('is checked by a command that needs neither server nor database', async () => {
    await using desk = await openDesk({ house: house() });
    await using directory = await mkdtempDisposable(join(tmpdir(), 'chancery-record-'));
    const file = join(directory.path, 'record.json');
    const record = await (await desk.coordinator()).record();
    await writeFile(file, record);
    const command = runChancery(['verify', file], {});
    expect(await command.ended).toBe(0);
    await writeFile(file, record.replace('Ministry of Health', 'Ministry of Wealth'));
    const other = runChancery(['verify', file], {});
    expect(await other.ended).toBe(1);
    expect(other.output.stdout).toMatch(/entry \d/i);
  });

  it('shows in a separate round no digest of an answer that its reader may not read', async () => {
    await using desk = await openDesk({ house: house(), reading: 'separate' });
    await approved(desk);
    const signedFor = async (reader: Official) => {
      const { entries } = await reader.does('readHistory', { question: '1' });
      return entries.find((it) => it.kind === 'approved')?.scope.map((it) => it.question);
    };
    expect(await signedFor(await desk.drafter('moh'))).toEqual(['1', '2', '3', '4']);
    expect(await signedFor(await desk.coordinator())).toEqual(['1', '2', '3', '4', 'authority']);
  });

  it('loses its approval, visibly, when a sealed answer is reopened', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, respondent, moh] = await Promise.all([desk.coordinator(), desk.respondent(), desk.drafter('moh')]);
    await approved(desk);
    await expect(moh.writes('1', 'Late.')).rejects.toThrow('4405');
    await coordinator.reopens('1', 'outdated', 'New figures.');
    expect(await coordinator.round()).toMatchObject({
      phase: 'open',
      approval: null,
      voidedApproval: { question: '1', sentAt: null, approvedBy: (await respondent.round()).me.person },
    });
    for (const member of [respondent, moh]) {
      const { notices } = await member.does('listNotices', {});
      expect(notices.find((it) => it.kind === 'approval-voided')).toMatchObject({ question: '1', isRead: false });
    }
    expect((await moh.row('1')).status).toBe('drafting');
    await moh.writes('1', ' And newer figures.');
    const verdict = await verifyRecord(await coordinator.record());
    expect(verdict).toMatchObject({ ok: true, facts: { phase: 'open', approval: null, voidedApprovals: 1 } });
    await respondent.provesIdentity();
    await expect(respondent.approves()).refused('questions-unfinished');
  });
});

async function clearedByBoth(desk: Desk, question: string): Promise<void> {
  await (await desk.clearingOfficer('moh')).clears(question);
  await (await desk.clearingOfficer('epu')).clears(question);
}

async function approved(desk: Desk): Promise<void> {
  const [coordinator, respondent, moh] = await Promise.all([desk.coordinator(), desk.respondent(), desk.drafter('moh')]);
  await moh.writes('1', 'Telemedicine.');
  await moh.writes('2', '', 'no');
  for (const question of ['1', '2']) await clearedByBoth(desk, question);
  for (const question of ['1', '2']) await coordinator.accepts(question);
  for (const question of ['3', '4']) await coordinator.leavesUnanswered(question);
  await respondent.writes('authority', '', 'yes');
  await respondent.provesIdentity();
  await respondent.approves();
}
