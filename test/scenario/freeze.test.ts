// Proves that an acceptance freezes an answer for everybody at that instant, and that of two who decide at once one is told so.
import { verifyRecord } from '@chancery/record';
import { expect, it } from 'vitest';
import { type Desk, eventually, onEveryWay, openDesk, RefusedError } from '../desk/index.ts';

await onEveryWay('an acceptance', (house) => {
  it('freezes the text that was seen for everybody, while others go on typing', async () => {
    await using desk = await openDesk({ house: house() });
    const coordinator = await desk.coordinator();
    await cleared(desk, '1', 'Agreed.');
    const typists = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
    const screens = await Promise.all(typists.map((it) => it.opens('1')));
    // An edit that comes first makes the word void; then it is given again, and the typing begins a little later.
    for (let attempt = 0, outcome = ''; outcome !== 'done'; attempt += 1) {
      if (attempt > 0) await cleared(desk, '1', '');
      const { digest } = await coordinator.answer('1');
      const accepting = codeOf(coordinator.accepts('1', digest));
      for (let turn = 0; turn < attempt; turn += 1) await coordinator.does('readHealth');
      const typing = new AbortController();
      const typed = Promise.all(screens.map((screen) => typeUntil(screen, typing.signal)));
      outcome = await accepting;
      expect(['done', 'content-changed']).toContain(outcome);
      if (outcome === 'done') await eventually(() => expect(screens.map((it) => it.closedWith)).toEqual([4405, 4405, 4405]));
      typing.abort();
      await typed;
      if (outcome === 'done') expect((await coordinator.answer('1')).digest).toBe(digest);
      else await Promise.all(screens.map((it) => it.saved()));
    }
  });

  it('takes nothing that is typed a moment after it, in any open window', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, epu, coordinator] = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.coordinator()]);
    await cleared(desk, '1', 'Agreed.');
    const [mine, theirs] = await Promise.all([moh.opens('1'), epu.opens('1')]);
    await coordinator.accepts('1');
    mine.types(' But then again');
    await eventually(() => expect(mine.closedWith).toBe(4405));
    expect(theirs.reads()).toBe('Agreed.');
    expect(theirs.access).toBe('read');
    using again = await moh.opens('1');
    expect([again.access, again.reads()]).toEqual(['read', 'Agreed.']);
  });

  it('keeps what was typed against the freeze as a proposal under its author', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await cleared(desk, '1', 'Agreed.');
    using screen = await moh.opens('1');
    await coordinator.accepts('1');
    screen.types(' And one thing more.');
    const kept = await eventually(async () => {
      const { proposals } = await coordinator.does('readProposals', { question: '1' });
      expect(proposals).toHaveLength(1);
      return proposals[0];
    });
    expect(kept).toMatchObject({ person: moh.who.person, text: expect.stringContaining('And one thing more.') as string });
  });

  it('keeps nothing of an observer, whose client had no right to begin with', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, observer, coordinator] = await Promise.all([desk.drafter('moh'), desk.observer(), desk.coordinator()]);
    await cleared(desk, '1', 'Agreed.');
    using reading = await observer.opens('1');
    using late = await moh.opens('1');
    await coordinator.accepts('1');
    reading.types(' Me too!');
    await eventually(() => expect(reading.closedWith).toBe(4405));
    late.types(' Too late.');
    await eventually(async () => expect((await coordinator.row('1')).openProposals).toBe(1));
    const { proposals } = await coordinator.does('readProposals', { question: '1' });
    expect(proposals).toMatchObject([{ person: moh.who.person }]);
  });

  it('of two coordinators who accept at once, one wins and the other is told', async () => {
    await using desk = await openDesk({ house: house() });
    const [first, second] = await Promise.all([desk.coordinator(), desk.secondCoordinator()]);
    await cleared(desk, '1', 'Agreed.');
    const { digest } = await first.answer('1');
    const outcomes = await Promise.all([codeOf(first.accepts('1', digest)), codeOf(second.accepts('1', digest))]);
    expect(outcomes.toSorted()).toEqual(['answer-frozen', 'done']);
    expect((await first.record()).match(/"kind": "accepted"/g)).toHaveLength(1);
  });

  it('of two coordinators who accept and return at once, the record knows the order', async () => {
    await using desk = await openDesk({ house: house() });
    const [first, second] = await Promise.all([desk.coordinator(), desk.secondCoordinator()]);
    await cleared(desk, '1', 'Agreed.');
    const { digest } = await first.answer('1');
    const outcomes = await Promise.all([codeOf(first.accepts('1', digest)), codeOf(second.returns('1'))]);
    expect([
      ['done', 'done'],
      ['clearance-missing', 'done'],
    ]).toContainEqual(outcomes);
    expect((await first.row('1')).status).toBe('drafting');
    expect((await verifyRecord(await first.record())).ok).toBe(true);
  });

  it('is refused for a text that has just changed, as clearing and approving are', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, officer, coordinator] = await Promise.all([desk.drafter('moh'), desk.clearingOfficer('moh'), desk.coordinator()]);
    await cleared(desk, '1', 'Agreed.');
    const { digest } = await coordinator.answer('1');
    await moh.writes('1', ' Nearly.');
    await expect(coordinator.accepts('1', digest)).refused('content-changed');
    await expect(officer.clears('1', digest)).refused('content-changed');
    expect((await coordinator.row('1')).status).toBe('drafting');
    const respondent = await desk.respondent();
    await cleared(desk, '1', '');
    await cleared(desk, '2', '', 'no');
    for (const question of ['1', '2']) await coordinator.accepts(question);
    for (const question of ['3', '4']) await coordinator.leavesUnanswered(question);
    await respondent.writes('authority', '', 'yes');
    await respondent.provesIdentity();
    await expect(respondent.approves({ words: 'I approve something else.' })).refused('content-changed');
    await expect(respondent.approves({ digests: {} })).refused('content-changed');
    await respondent.approves();
  });
});

async function cleared(desk: Desk, question: string, text: string, ...options: readonly string[]): Promise<void> {
  await (await desk.drafter('moh')).writes(question, text, ...options);
  await (await desk.clearingOfficer('moh')).clears(question);
  await (await desk.clearingOfficer('epu')).clears(question);
}

async function typeUntil(screen: { types(text: string): void; closedWith: number | null }, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && screen.closedWith === null) {
    screen.types('x');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof RefusedError ? cause.problem.code : Promise.reject(cause)),
  );
}
