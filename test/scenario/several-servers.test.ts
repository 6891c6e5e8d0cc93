// Proves that people on different servers of one database work together as if there were one server.
import { expect, it } from 'vitest';
import {
  balance,
  call,
  type Desk,
  eventually,
  housePassword,
  type Official,
  onFleet,
  openDesk,
  promised,
  RefusedError,
  typesOn,
  wordsOf,
} from '../desk/index.ts';

await onFleet('two servers', { size: 2 }, (fleet) => {
  const there = (person: Official) => person.through(fleet().urls[1]!);
  const open = () => openDesk({ house: fleet().house });

  it('let people on both type into one answer, and all see one text', async () => {
    await using desk = await open();
    const [moh, epu, kkmm] = await Promise.all([desk.drafter('moh'), desk.drafter('epu').then(there), desk.drafter('kkmm').then(there)]);
    const screens = await Promise.all([moh, epu, kkmm].map((it) => it.opens('1')));
    for (let round = 0; round < 10; round += 1) screens.forEach((screen, at) => screen.types(`${at}.${round} `));
    await Promise.all(screens.map((it) => it.saved()));
    await eventually(() => expect(new Set(screens.map((it) => it.reads())).size).toBe(1));
    const words = screens[0]!.reads().trim().split(' ');
    expect([words.length, new Set(words).size]).toEqual([30, 30]);
    // Anyone who asks either server is told the same, at once.
    expect((await moh.answer('1')).digest).toBe((await epu.answer('1')).digest);
  });

  it('show carets and presence of each other', async () => {
    await using desk = await open();
    const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu').then(there)]);
    const mine = await moh.opens('1');
    const theirs = await epu.opens('1');
    mine.showsCaret({ name: 'Somebody else' });
    theirs.showsCaret({ name: 'Somebody else' });
    await eventually(() => {
      expect(mine.sees()).toMatchObject([{ name: epu.who.name }]);
      expect(theirs.sees()).toMatchObject([{ name: moh.who.name }]);
    });
    const persons = [moh.who.person, epu.who.person].toSorted();
    await eventually(async () => {
      for (const who of [moh, epu]) expect((await who.row('1')).present.map((it) => it.person).toSorted()).toEqual(persons);
    });
    await epu.leaves();
    await eventually(async () => expect((await moh.row('1')).present).toHaveLength(1));
    await eventually(() => expect(mine.sees()).toEqual([]));
  });

  it('freeze an answer on both before an acceptance returns, and keep what is typed a moment later', async () => {
    await using desk = await open();
    const [moh, coordinator] = await Promise.all([desk.drafter('moh').then(there), desk.coordinator()]);
    await cleared(desk, '1', 'Agreed.');
    const screen = await moh.opens('1');
    await coordinator.accepts('1');
    expect((await moh.row('1')).status).toBe('accepted');
    screen.types(' But then again');
    await eventually(() => expect(screen.closedWith).toBe(4405));
    await eventually(async () => expect((await coordinator.row('1')).openProposals).toBe(1));
    using again = await moh.opens('1');
    expect([again.access, again.reads()]).toEqual(['read', 'Agreed.']);
    // And open it on both again.
    await coordinator.reopens('1');
    await eventually(() => expect(again.access).toBe('write'), promised(1_000));
    again.types(' After all.');
    await again.saved();
  });

  it('accept the text that was seen or none, while somebody types on the other', async () => {
    await using desk = await open();
    const [moh, coordinator] = await Promise.all([desk.drafter('moh').then(there), desk.coordinator()]);
    let outcome = '';
    for (let attempt = 0; outcome !== 'done' && attempt < 8; attempt += 1) {
      await cleared(desk, '1', attempt === 0 ? 'Agreed.' : '');
      const { digest } = await coordinator.answer('1');
      using screen = await moh.opens('1');
      const accepting = codeOf(coordinator.accepts('1', digest));
      for (let turn = 0; turn < attempt; turn += 1) await coordinator.does('readHealth');
      screen.types('x');
      outcome = await accepting;
      expect(['done', 'content-changed']).toContain(outcome);
      if (outcome === 'done') expect((await moh.answer('1')).digest).toBe(digest);
      else await screen.saved();
    }
    expect(outcome).toBe('done');
  });

  it('let one of two coordinators accept, and tell the other', async () => {
    await using desk = await open();
    const [first, second] = await Promise.all([desk.coordinator(), desk.secondCoordinator().then(there)]);
    await cleared(desk, '1', 'Agreed.');
    const { digest } = await first.answer('1');
    const outcomes = await Promise.all([codeOf(first.accepts('1', digest)), codeOf(second.accepts('1', digest))]);
    expect(outcomes.toSorted()).toEqual(['answer-frozen', 'done']);
  });

  it('stop the hand of who loses the right on the other, within a second', async () => {
    await using desk = await open();
    const [moh, manager] = await Promise.all([desk.drafter('moh').then(there), desk.manager('moh')]);
    const screen = await moh.opens('1');
    const stream = await moh.listens();
    await manager.does('removeMember', { person: moh.who.person });
    await eventually(() => expect(screen.closedWith).toBe(4403), promised(1_000));
    await eventually(() => expect(stream.hasEnded).toBe(true), promised(1_000));
    await expect(moh.answer('1')).refused('not-found');
  });

  it('close what is open on the other when somebody signs out', async () => {
    await using desk = await open();
    const moh = await desk.drafter('moh');
    await moh.signsIn();
    const elsewhere = there(moh);
    const [screen, stream] = [await elsewhere.opens('1'), await elsewhere.listens()];
    await moh.signsOut();
    await eventually(() => expect([screen.closedWith, stream.hasEnded]).toEqual([4401, true]), promised(1_000));
  });

  it('tell anyone who listens on the other what is written, said, decided and who is there', async () => {
    await using desk = await open();
    const [moh, coordinator, epu] = await Promise.all([desk.drafter('moh'), desk.coordinator(), desk.drafter('epu').then(there)]);
    const stream = await epu.listens();
    using screen = await moh.opens('2');
    await eventually(() => expect(stream.heardOf('2')).toContain('presence'));
    screen.types('News.', { field: 'detail' as never });
    await eventually(() => expect(stream.heardOf('2')).toContain('answer-changed'));
    await moh.comments('2', 'Look here.', { mentions: [epu.who.person] });
    await eventually(() => expect(stream.heardOf('2')).toContain('threads-changed'));
    await eventually(() => expect(stream.heard.map((it) => it.kind)).toContain('notices-changed'));
    await coordinator.does('addAgency', {}, { name: 'One more', shortName: 'ONE' });
    await eventually(() => expect(stream.heard.map((it) => it.kind)).toContain('round-changed'));
  });

  it('close what is open on the other when somebody’s password is changed by a link', async () => {
    await using desk = await open();
    const moh = await desk.drafter('moh');
    await moh.signsIn();
    const elsewhere = there(moh);
    const [screen, stream] = [await elsewhere.opens('1'), await elsewhere.listens()];
    const { link } = await call(fleet().house.administrator, 'makeLink', { person: moh.who.person });
    const token = link?.split('#')[1] ?? '';
    await call({ url: moh.url, cookie: '' }, 'useInvitation', {}, { token, password: housePassword });
    await eventually(() => expect([screen.closedWith, stream.hasEnded]).toEqual([4401, true]), promised(1_000));
  });
});

await onFleet('two servers for people whose networks block WebSockets', { size: 2, way: 'http' }, (fleet) => {
  it('take what is sent up a link wherever it arrives', async () => {
    await using desk = await openDesk({ house: fleet().house });
    await using balancer = await balance(fleet().urls);
    const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
    const screens = await Promise.all(people.map((it) => it.through(balancer.url).opens('1')));
    const typing = screens.map((screen, at) => typesOn(screen, `h${at}-`));
    await eventually(() => expect(typing.every((it) => it.words.length > 20)).toBe(true));
    await Promise.all(typing.map((it) => it.stop()));
    await Promise.all(screens.map((it) => it.saved()));
    const typed = typing.flatMap((it) => it.words).toSorted();
    await eventually(() => screens.forEach((it) => expect(wordsOf(it).toSorted()).toEqual(typed)));
    expect(screens.map((it) => it.closedWith)).toEqual([null, null, null]);
  });
});

async function cleared(desk: Desk, question: string, text: string): Promise<void> {
  await (await desk.drafter('moh')).writes(question, text);
  await (await desk.clearingOfficer('moh')).clears(question);
  await (await desk.clearingOfficer('epu')).clears(question);
}

function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof RefusedError ? cause.problem.code : Promise.reject(cause)),
  );
}
