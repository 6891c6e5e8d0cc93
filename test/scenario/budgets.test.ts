// Proves that what one person may leave in a round is bounded, and that only those who may say that a query is closed may say that it is not.
import { expect, it } from 'vitest';
import { onEveryWay, openDesk, RefusedError } from '../desk/index.ts';

await onEveryWay('what a permitted person may cost', (house) => {
  it('is sixty comments in ten minutes, of which others see every one', async () => {
    await using desk = await openDesk({ house: house() });
    const [observer, moh] = await Promise.all([desk.observer(), desk.drafter('moh')]);
    const outcomes: string[] = [];
    for (let at = 0; at < 70; at += 1) {
      outcomes.push(
        await observer.comments('1', `Comment ${at}`).then(
          () => 'done',
          (cause: unknown) => (cause instanceof RefusedError ? cause.problem.code : 'bug'),
        ),
      );
    }
    expect(outcomes).toEqual([...Array(60).fill('done'), ...Array(10).fill('too-many-comments')]);
    expect((await moh.answer('1')).threads).toHaveLength(60);
    await moh.comments('1', 'Others go on.');
  });

  it('is no query reopened that a coordinator has closed, unless it is their own', async () => {
    await using desk = await openDesk({ house: house() });
    const [observer, moh, coordinator] = await Promise.all([desk.observer(), desk.drafter('moh'), desk.coordinator()]);
    const query = { kind: 'query' as const, addressedTo: desk.agencies.moh, anchor: null, body: 'Is this so?', mentions: [] };
    const { id: thread } = await moh.does('startThread', { question: '1' }, query);
    await coordinator.does('resolveThread', { thread }, {});
    for (const person of [observer, await desk.drafter('epu'), await desk.clearingOfficer('moh'), await desk.respondent()])
      await expect(person.does('reopenThread', { thread })).refused('not-permitted');
    await moh.does('reopenThread', { thread });
    await coordinator.does('resolveThread', { thread }, {});
    await coordinator.does('reopenThread', { thread });
  });
});
