// Proves that the server enforces rights on every way in, and that a right taken away acts in the open editor within a second.
import { fragmentOf } from '@chancery/answer-doc';
import { asId, type FieldId } from '@chancery/domain';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { call, eventually, housePassword, type Official, onEveryWay, openDesk, promised } from '../desk/index.ts';

await onEveryWay('rights', (house) => {
  it('nothing reaches an answer from those who may not write it, whatever their client sends', async () => {
    await using desk = await openDesk({ house: house() });
    const moh = await desk.drafter('moh');
    await moh.writes('1', 'Ours.');
    using screen = await moh.opens('1');
    const strangers = await Promise.all([
      desk.observer(),
      desk.drafter('miti'),
      desk.clearingOfficer('miti'),
      desk.respondent(),
      desk.outsider(),
    ]);
    for (const stranger of strangers) {
      const client = await stranger.connectsByHand('1');
      client.sendsUpdate(updateThatSays('Not yours!'));
      expect([4405, 4403]).toContain(await client.closed());
    }
    // What one who may write types afterwards has passed everything that could have come before it.
    const kkmm = await desk.drafter('kkmm');
    await kkmm.writes('1', ' And ours.');
    await eventually(() => expect(screen.reads()).toBe('Ours. And ours.'));
    expect((await moh.answer('1')).content).toEqual(screen.content());
  });

  it('an update sent before anybody asked for the text, and one before sign-in, change nothing', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, miti] = await Promise.all([desk.drafter('moh'), desk.drafter('miti')]);
    using early = await miti.connectsByHand('1');
    early.sendsUpdate(updateThatSays('First!'));
    using nobody = await moh.connectsByHand('1', '');
    if (nobody.closedWith === null) nobody.sendsUpdate(updateThatSays('Nobody!'));
    expect(await nobody.closed()).toBe(4401);
    expect(await early.closed()).toBe(4405);
    expect(await moh.row('1')).toMatchObject({ isEmpty: true });
  });

  it('each decision is for its role alone', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, observer, miti] = await Promise.all([desk.drafter('moh'), desk.observer(), desk.clearingOfficer('miti')]);
    await moh.writes('1', 'Ours.');
    for (const person of [moh, observer, miti]) {
      await expect(person.clears('1')).refused('not-permitted');
      await expect(person.accepts('1')).refused('not-permitted');
      await expect(person.returns('1')).refused('not-permitted');
      await expect(person.reopens('1')).refused('not-permitted');
      await expect(person.leavesUnanswered('3')).refused('not-permitted');
      await expect(person.assigns(['1'], 'moh')).refused('not-permitted');
      await expect(person.approves()).refused('not-permitted');
      await expect(person.previews('anything')).refused('not-permitted');
      await expect(person.does('addAgency', {}, { name: 'Mine', shortName: 'M' })).refused('not-permitted');
    }
    const coordinator = await desk.coordinator();
    await expect(coordinator.clears('1')).refused('not-permitted');
    await expect(coordinator.approves()).refused('not-permitted');
  });

  it('an outsider is told of nothing, not even that the round is there', async () => {
    await using desk = await openDesk({ house: house() });
    const outsider = await desk.outsider();
    await expect(outsider.round()).refused('not-found');
    await expect(outsider.answer('1')).refused('not-found');
    await expect(outsider.does('readContents')).refused('not-found');
    await expect(outsider.record()).refused('not-found');
    await expect(outsider.exports('md')).refused('not-found');
    await expect(outsider.listens()).refused('not-found');
    await expect(outsider.comments('1', 'Hello?')).refused('not-found');
    expect((await outsider.does('listRounds')).rounds.map((it) => it.id)).not.toContain(desk.round);
    using client = await outsider.connectsByHand('1');
    expect(await client.closed()).toBe(4403);
  });

  it('in a separate round an agency reads what is assigned to it, on every way in, and nothing else', async () => {
    await using desk = await openDesk({ house: house(), reading: 'separate', assigned: ['1'] });
    const [moh, miti, coordinator] = await Promise.all([desk.drafter('moh'), desk.drafter('miti'), desk.coordinator()]);
    const heard = await miti.listens();
    const heardByMoh = await moh.listens();
    await moh.writes('1', 'Between us.');
    await moh.comments('1', 'A secret.', { mentions: [miti.who.person] });
    await eventually(() => expect(new Set(heardByMoh.heardOf('1'))).toEqual(new Set(['presence', 'answer-changed', 'threads-changed'])));
    await expectNothingReadable(miti, '1');
    expect(heard.heardOf('1')).toEqual([]);
    expect((await miti.notices()).filter((it) => it.question !== null)).toEqual([]);
    expect((await moh.does('readContents')).contents.map((it) => it.question)).toEqual(['1']);
    expect((await moh.round()).answers.map((it) => it.question)).toEqual(['1']);
    expect((await coordinator.round()).answers).toHaveLength(5);
    for (const reader of await Promise.all([desk.observer(), desk.respondent()])) expect((await reader.answer('1')).isEmpty).toBe(false);
  });

  it('T10, P15: an agency that cannot read a question is asked only when it is let in, and reads it for as long as the query is open', async () => {
    await using desk = await openDesk({ house: house(), reading: 'separate', assigned: ['1'] });
    const [moh, miti, coordinator] = await Promise.all([desk.drafter('moh'), desk.drafter('miti'), desk.coordinator()]);
    await expect(moh.asksQuery('1', 'miti', 'Is this so?')).refused('agency-may-not-read');
    await expectNothingReadable(miti, '1');
    const query = await moh.comments('1', 'Is this so?', { kind: 'query', addressedTo: moh.who.agencies.miti, letsRead: true });
    expect((await miti.answer('1')).threads.map((it) => it.id)).toEqual([query.id]);
    using screen = await miti.opens('1');
    await miti.replies(query.id, 'It is.');
    await coordinator.resolves(query.id);
    await withinASecond(() => expect(screen.closedWith).toBe(4403));
    await expectNothingReadable(miti, '1');
  });

  it('reading closes at once when a shared round becomes separate', async () => {
    await using desk = await openDesk({ house: house(), assigned: ['1'] });
    const [miti, coordinator] = await Promise.all([desk.drafter('miti'), desk.coordinator()]);
    using screen = await miti.opens('1');
    await coordinator.does('changeRound', {}, { reading: 'separate' });
    await withinASecond(() => expect(screen.closedWith).toBe(4403));
    await expectNothingReadable(miti, '1');
  });

  // These end sign-ins that the tests before share.
  it('AC4: with the account, when an administrator disables it', async () => {
    await using desk = await openDesk({ house: house() });
    const kkmm = await desk.drafter('kkmm');
    const person = { person: kkmm.who.person };
    await kkmm.signsIn();
    const heard = await kkmm.listens();
    using screen = await kkmm.opens('1');
    await call(house().administrator, 'disableAccount', person, { evenLastCoordinator: false });
    await withinASecond(() => expect([screen.closedWith, heard.hasEnded]).toEqual([4401, true]));
    await expect(kkmm.round()).refused('not-signed-in');
    await expect(kkmm.signsIn()).refused('wrong-password');
    await call(house().administrator, 'enableAccount', person);
    await kkmm.signsIn();
    await kkmm.round();
  });

  it('with the sign-in, when its person ends it from another one or changes the password', async () => {
    await using desk = await openDesk({ house: house() });
    const moh = await desk.drafter('moh');
    await moh.signsIn();
    const lost = await moh.opens('1');
    const first = moh.cookie;
    await moh.signsIn();
    const { signIns } = await moh.does('readAccount');
    const here = signIns.find((it) => it.isThisOne)?.id;
    await moh.does('endOtherSignIns');
    await withinASecond(() => expect(lost.closedWith).toBe(4401));
    await expect(call({ url: moh.url, cookie: first }, 'listRounds', {})).refused('not-signed-in');
    expect((await moh.does('readAccount')).signIns.map((it) => it.id)).toEqual([here]);
    const kept = moh.cookie;
    await moh.signsIn();
    const open = await moh.opens('1');
    const other = 'another long enough password';
    await call({ url: moh.url, cookie: kept }, 'changePassword', {}, { present: housePassword, password: other });
    await withinASecond(() => expect(open.closedWith).toBe(4401));
    await call({ url: moh.url, cookie: kept }, 'changePassword', {}, { present: other, password: housePassword });
  });
});

await onEveryWay('a right taken away', (house) => {
  it('with the role: the open editor reads from then on', async () => {
    await using desk = await openDesk({ house: house() });
    const [epu, coordinator, manager] = await Promise.all([desk.drafter('epu'), desk.coordinator(), desk.manager('epu')]);
    using screen = await epu.opens('1');
    await manager.does('changeMember', { person: epu.who.person }, { agency: desk.agencies.epu, roles: ['observer'] });
    await withinASecond(() => expect(screen.access).toBe('read'));
    screen.types('Still here.');
    await withinASecond(() => expect(screen.closedWith).toBe(4405));
    expect(await coordinator.row('1')).toMatchObject({ isEmpty: true });
    const lost = { reason: 'right-lost', person: epu.who.person, text: 'Still here.' };
    await eventually(async () => expect((await coordinator.does('readProposals', { question: '1' })).proposals).toMatchObject([lost]));
    await manager.does('changeMember', { person: epu.who.person }, { agency: desk.agencies.epu, roles: ['drafter'] });
    await epu.writes('1', 'Back again.');
  });

  it('with the assignment', async () => {
    await using desk = await openDesk({ house: house() });
    const [kkmm, coordinator] = await Promise.all([desk.drafter('kkmm'), desk.coordinator()]);
    using screen = await kkmm.opens('1');
    await coordinator.assigns(['1'], 'moh');
    await withinASecond(() => expect(screen.access).toBe('read'));
    await coordinator.assigns(['1'], 'kkmm');
    await withinASecond(() => expect(screen.access).toBe('write'));
    screen.types('Ours now.');
    await screen.saved();
  });

  it('with the membership: the open editor closes, and so do the events', async () => {
    await using desk = await openDesk({ house: house() });
    const [kkmm, manager] = await Promise.all([desk.drafter('kkmm'), desk.manager('kkmm')]);
    const heard = await kkmm.listens();
    using screen = await kkmm.opens('1');
    await manager.does('removeMember', { person: kkmm.who.person });
    await withinASecond(() => expect(screen.closedWith).toBe(4403));
    await withinASecond(() => expect(heard.hasEnded).toBe(true));
    await expect(kkmm.answer('1')).refused('not-found');
  });

  it('while typing: what came before is kept, what comes after does not get in', async () => {
    await using desk = await openDesk({ house: house() });
    const [epu, moh, manager] = await Promise.all([desk.drafter('epu'), desk.drafter('moh'), desk.manager('epu')]);
    const [typing, watching] = await Promise.all([epu.opens('1'), moh.opens('1')]);
    typing.types('Before. ');
    await typing.saved();
    await manager.does('removeMember', { person: epu.who.person });
    typing.types('After.');
    await withinASecond(() => expect(typing.closedWith).toBe(4403));
    await moh.writes('1', 'Others go on.');
    await eventually(() => expect(watching.reads()).toBe('Before. Others go on.'));
  });

  it('with the sign-out: what is open closes, in this sign-in alone', async () => {
    await using desk = await openDesk({ house: house() });
    const moh = await desk.drafter('moh');
    await moh.signsIn();
    const heard = await moh.listens();
    using here = await moh.opens('1');
    const cookie = moh.cookie;
    await moh.signsIn();
    using there = await moh.opens('1');
    await moh.signsOut();
    await withinASecond(() => expect(there.closedWith).toBe(4401));
    await expect(moh.round()).refused('not-signed-in');
    moh.cookie = cookie;
    expect([here.closedWith, heard.hasEnded]).toEqual([null, false]);
    await moh.signsOut();
    await withinASecond(() => expect([here.closedWith, heard.hasEnded]).toEqual([4401, true]));
    await expect(moh.round()).refused('not-signed-in');
  });

  it('the last coordinator cannot be lost', async () => {
    await using desk = await openDesk({ house: house() });
    const [coordinator, second] = await Promise.all([desk.coordinator(), desk.secondCoordinator()]);
    const manager = await desk.manager('mampu');
    await manager.does('removeMember', { person: second.who.person });
    await expect(manager.does('removeMember', { person: coordinator.who.person })).refused('last-coordinator');
    const observer = { agency: desk.agencies.mampu, roles: ['observer' as const] };
    await expect(manager.does('changeMember', { person: coordinator.who.person }, observer)).refused('last-coordinator');
    await expect(second.round()).refused('not-found');
  });
});

async function expectNothingReadable(person: Official, question: string): Promise<void> {
  expect((await person.round()).answers.map((it) => it.question)).not.toContain(question);
  await expect(person.answer(question)).refused('not-found');
  await expect(person.does('readHistory', { question })).refused('not-found');
  await expect(person.does('readProposals', { question })).refused('not-found');
  await expect(person.comments(question, 'Hello?')).refused('not-found');
  await expect(person.does('readContents')).refused('not-permitted');
  await expect(person.does('readRecord')).refused('not-permitted');
  await expect(person.record()).refused('not-permitted');
  for (const format of ['md', 'json', 'docx', 'pdf'] as const) await expect(person.exports(format)).refused('not-permitted');
  using client = await person.connectsByHand(question);
  if (client.closedWith === null) client.asksForContent();
  expect(await client.closed()).toBe(4403);
  expect(client.received).toEqual([]);
}

function withinASecond(assertion: () => void): Promise<void> {
  return eventually(assertion, promised(1_000));
}

/** A whole document of its own, with text where the answer's first field has it. */
function updateThatSays(text: string): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  fragmentOf(doc, { field: asId<FieldId>('answer') }).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}
