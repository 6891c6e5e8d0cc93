// Proves that people correct and take out their own words in threads, and nobody else's.
import { expect, it } from 'vitest';
import { onEveryWay, openDesk } from '../desk/index.ts';

await onEveryWay('the comments of a thread', (house) => {
  it('T8: are changed by their author alone, and those newly mentioned are told once', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, epu, coordinator] = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.coordinator()]);
    await coordinator.assigns(['1'], 'moh', { epu: 'helps' });
    const thread = await moh.comments('1', 'Which mnth?');
    await expect(epu.rewords(thread, 'Mine')).refused('not-permitted');
    await expect(coordinator.takesOut(thread)).refused('not-permitted');
    await moh.rewords(thread, 'Which month?', [epu.who.person]);
    await moh.rewords(thread, 'Which month, please?', [epu.who.person]);
    const [shown] = (await epu.answer('1')).threads;
    expect(shown?.comments).toMatchObject([{ body: 'Which month, please?', isDeleted: false, editedAt: expect.any(Number) }]);
    expect((await epu.notices()).filter((it) => it.kind === 'mentioned')).toHaveLength(1);
    await moh.takesOut(thread);
    await expect(moh.rewords(thread, 'Back')).refused('comment-deleted');
    await expect(moh.takesOut(thread)).refused('comment-deleted');
  });

  it('T12: mention others, and never their own author', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
    const thread = await moh.comments('1', 'For both of us', { mentions: [moh.who.person, epu.who.person] });
    expect(thread.comments[0]?.mentions).toEqual([epu.who.person]);
    await moh.rewords(thread, 'For me', [moh.who.person]);
    expect((await moh.answer('1')).threads[0]?.comments[0]?.mentions).toEqual([]);
    expect((await moh.notices()).filter((it) => it.kind === 'mentioned')).toEqual([]);
  });

  it('T9: keep their place when they were taken out, and a query stays open without its words', async () => {
    await using desk = await openDesk({ house: house() });
    const [moh, coordinator] = await Promise.all([desk.drafter('moh'), desk.coordinator()]);
    await coordinator.assigns(['1'], 'moh', {});
    const query = await coordinator.asksQuery('1', 'moh', 'Which secret?');
    await moh.replies(query.id, 'The one of 2019.');
    await coordinator.takesOut(query);
    const answer = await moh.answer('1');
    expect(answer.openQueries).toBe(1);
    expect(answer.threads[0]).toMatchObject({
      resolved: null,
      comments: [
        { person: coordinator.who.person, body: '', isDeleted: true },
        { body: 'The one of 2019.', isDeleted: false },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    await coordinator.resolves(query.id);
    expect((await moh.answer('1')).openQueries).toBe(0);
  });
});
