// Proves that nothing typed is lost: what cannot enter an answer is beside it, once, under its author's name, and can go in later.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Desk, eventually, type Official, onEveryWay, openDesk, RefusedError } from '../desk/index.ts';

await onEveryWay('words that cannot enter an answer', (house) => {
  it('of a fast typist who meets the freeze are all in the answer or in one proposal', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await cleared(desk, 'Agreed.');
    const screen = await moh.opens('1');
    const typed: string[] = [];
    const type = () => screen.types(` word${typed.push(`word${typed.length}`) - 1}`);
    // An edit that comes first makes the word void; then it is given again, and the typing begins a little later.
    for (let attempt = 0, outcome = ''; outcome !== 'done'; attempt += 1) {
      await screen.saved();
      if (attempt > 0) await clear(desk);
      const { digest } = await coordinator.answer('1');
      const accepting = outcomeOf(coordinator.accepts('1', digest)).then((it) => {
        outcome = it;
      });
      for (let turn = 0; turn < attempt; turn += 1) await coordinator.does('readHealth');
      while (outcome !== 'refused' && screen.closedWith === null) {
        type();
        // A pace, not a wait: a connection may send a thousand messages a second.
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      await accepting;
    }
    type(); // the paper is not drawn again yet
    expect(screen.reads()).toBe(`Agreed. ${typed.join(' ')}`);
    await screen.reopens();
    expect(screen.refused).toMatchObject({ ending: 'edits-refused', handedOver: 'done' });
    await eventually(async () => {
      const [proposal, ...others] = await proposalsOf(coordinator);
      expect(others).toEqual([]);
      expect([...wordsOf((await moh.answer('1')).content), ...wordsOf(proposal?.added)]).toEqual(typed);
      expect(proposal).toMatchObject({ person: moh.who.person, reason: 'frozen', enters: 'edit' });
    });
    expect((await moh.notices()).filter((it) => it.kind === 'proposal-kept')).toHaveLength(1);
  });

  it('of somebody who was offline while the right was lost are one proposal', async () => {
    await using desk = await openDesk({ house: house() });
    const [kkmm, coordinator] = await Promise.all([desk.drafter('kkmm'), desk.coordinator()]);
    await cleared(desk, 'Agreed.');
    const screen = await kkmm.opens('1');
    kkmm.tab().goesOffline();
    for (const words of [' Offline', ' and', ' unheard.']) screen.types(words);
    await coordinator.assigns(['1'], 'moh', { epu: 'clears' });
    kkmm.tab().comesBack();
    await eventually(() => expect(screen.closedWith).toBe(4405));
    await screen.reopens();
    await eventually(async () =>
      expect(await proposalsOf(coordinator)).toMatchObject([{ person: kkmm.who.person, added: 'Offline and unheard.' }]),
    );
  });

  it('go into the reopened answer once, under the name of who wrote them', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, first, second] = await Promise.all([desk.drafter('moh'), desk.coordinator(), desk.secondCoordinator()]);
    await keptOf(desk, moh, ' And one thing more.');
    const [proposal] = await proposalsOf(first);
    await expect(settles(first, proposal!.id, 'accepted')).refused('answer-frozen');
    await first.reopens('1');
    const outcomes = await Promise.allSettled([first, second, first].map((it) => settles(it, proposal!.id, 'accepted')));
    expect(outcomes.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
    using screen = await moh.opens('1');
    expect(screen.reads()).toBe('Agreed. And one thing more.');
    expect((await first.does('readHistory', { question: '1' })).spells.at(-1)?.person).toBe(moh.who.person);
    expect(await proposalsOf(first)).toEqual([]);
    expect((await moh.notices())[0]).toMatchObject({ kind: 'proposal-accepted', by: expect.stringContaining('oordinator') as string });
    // The tab that was refused brings the same words again: they are in the answer already.
    await first.assigns(['1'], 'epu');
    using late = await moh.opens('1');
    late.handsOver(Y.encodeStateAsUpdate(screen.doc, Y.encodeStateVector(late.doc)));
    await eventually(async () => expect(await proposalsOf(first)).toEqual([]));
  });

  it('are declined with a reason that their author reads, and by nobody who may not write the answer', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator, observer] = await Promise.all([desk.drafter('moh'), desk.coordinator(), desk.observer()]);
    await keptOf(desk, moh, ' Not needed.');
    await coordinator.reopens('1');
    const [proposal] = await proposalsOf(coordinator);
    await expect(settles(observer, proposal!.id, 'declined', 'No.')).refused('not-permitted');
    await expect(settles(coordinator, proposal!.id, 'declined')).refused('reason-needs-text');
    await settles(coordinator, proposal!.id, 'declined', 'Said in question 2.');
    expect(await proposalsOf(coordinator)).toEqual([]);
    expect((await moh.answer('1')).openProposals).toBe(0);
    expect((await moh.notices())[0]).toMatchObject({ kind: 'proposal-declined', reason: 'Said in question 2.' });
  });

  it('are still there after the server was stopped at once', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await cleared(desk, 'Agreed.');
    const screen = await moh.opens('1');
    await coordinator.accepts('1');
    screen.types(' Just before the end.');
    await eventually(() => expect(screen.closedWith).toBe(4405));
    await desk.house.restarts();
    expect(await proposalsOf(coordinator)).toMatchObject([{ added: 'Just before the end.' }]);
  });
});

async function cleared(desk: Desk, text: string): Promise<void> {
  await (await desk.drafter('moh')).writes('1', text);
  await clear(desk);
}

async function clear(desk: Desk): Promise<void> {
  await (await desk.clearingOfficer('moh')).clears('1');
  await (await desk.clearingOfficer('epu')).clears('1');
}

/** The person's words meet the acceptance, and are kept. */
async function keptOf(desk: Desk, person: Official, words: string): Promise<void> {
  await cleared(desk, 'Agreed.');
  const coordinator = await desk.coordinator();
  const screen = await person.opens('1');
  await coordinator.accepts('1');
  screen.types(words);
  await eventually(async () => expect(await proposalsOf(coordinator)).toHaveLength(1));
}

async function proposalsOf(person: Official) {
  return (await person.does('readProposals', { question: '1' })).proposals;
}

async function settles(person: Official, proposal: string, outcome: 'accepted' | 'declined', reason = ''): Promise<void> {
  await person.does('settleProposal', { proposal }, { outcome, reason });
}

function wordsOf(text: unknown): readonly string[] {
  return JSON.stringify(text ?? '').match(/word\d+/g) ?? [];
}

function outcomeOf(work: Promise<unknown>): Promise<'done' | 'refused'> {
  return work.then(
    () => 'done' as const,
    (cause: unknown) => (cause instanceof RefusedError ? 'refused' : Promise.reject(cause)),
  );
}
