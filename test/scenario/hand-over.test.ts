// Proves that only somebody whom a server once let in to an answer as a writer may hand words over to it later, whatever a client claims.
import { fragmentOf } from '@chancery/answer-doc';
import { asId, type FieldId } from '@chancery/domain';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Desk, eventually, type Official, onEveryWay, openDesk } from '../desk/index.ts';

await onEveryWay('words for an answer that is closed to their author', (house) => {
  it.each(['?epoch=1', '?epoch=0', '?epoch=99', '?epoch=1&schema=0', '?schema=0'])(
    'are not taken from a person who was never let in, who claims %s',
    async (query) => {
      await using desk = await openDesk({ house: house(), reading: 'separate', assigned: ['1'] });
      const miti = await desk.drafter('miti');
      await plants(miti, query);
      await expectNothingKept(desk);
    },
  );

  it('are not taken from a person who could read the answer, and never write it', async () => {
    await using desk = await openDesk({ house: house(), assigned: ['1'] });
    const [miti, coordinator] = await Promise.all([desk.drafter('miti'), desk.coordinator()]);
    using screen = await miti.opens('1');
    await coordinator.does('changeRound', {}, { reading: 'separate' });
    await eventually(() => expect(screen.closedWith).toBe(4403));
    await plants(miti, '?epoch=1');
    await expectNothingKept(desk);
  });

  it('are not taken from a person who was let in to another answer', async () => {
    await using desk = await openDesk({ house: house(), reading: 'separate', assigned: ['1'] });
    const [miti, coordinator] = await Promise.all([desk.drafter('miti'), desk.coordinator()]);
    await coordinator.assigns(['2'], 'miti');
    await miti.writes('2', 'Ours.');
    await plants(miti, '?epoch=1');
    await expectNothingKept(desk);
  });

  it('are kept of a person who was let in as a writer, typed nothing until the connection was gone, and comes back without the right', async () => {
    await using desk = await openDesk({ house: house(), reading: 'separate', assigned: ['1'] });
    const [kkmm, coordinator] = await Promise.all([desk.drafter('kkmm'), desk.coordinator()]);
    const screen = await kkmm.opens('1');
    kkmm.tab().goesOffline();
    screen.types('Typed on the train.');
    await coordinator.assigns(['1'], 'moh');
    kkmm.tab().comesBack();
    await eventually(async () => expect(await proposalsOf(coordinator)).toMatchObject([{ person: kkmm.who.person }]));
    expect((await proposalsOf(coordinator))[0]?.text).toBe('Typed on the train.');
  });

  it('are kept of a person who was let in as a reader and became a writer meanwhile', async () => {
    await using desk = await openDesk({ house: house(), assigned: ['1'] });
    const [miti, coordinator] = await Promise.all([desk.drafter('miti'), desk.coordinator()]);
    const screen = await miti.opens('1');
    await coordinator.assigns(['1'], 'moh', { miti: 'helps' });
    await eventually(() => expect(screen.access).toBe('write'));
    miti.tab().goesOffline();
    screen.types('Typed on the train.');
    await coordinator.assigns(['1'], 'moh');
    await coordinator.does('changeRound', {}, { reading: 'separate' });
    miti.tab().comesBack();
    await eventually(async () => expect(await proposalsOf(coordinator)).toMatchObject([{ person: miti.who.person }]));
  });
});

/** Tries every message by which words can be brought. */
async function plants(person: Official, query: string): Promise<void> {
  for (const bring of ['repliesWith', 'sendsUpdate', 'proposes'] as const) {
    using client = await person.connectsByHand('1', undefined, query);
    if (client.closedWith === null) client[bring](updateThatSays('Planted!'));
    expect(await client.closed()).toBe(4403);
    expect(client.received).toEqual([]);
  }
}

/** What is refused later in the same way has passed everything that could have come before it. */
async function expectNothingKept(desk: Desk): Promise<void> {
  const [kkmm, coordinator] = await Promise.all([desk.drafter('kkmm'), desk.coordinator()]);
  using screen = await kkmm.opens('1');
  screen.handsOver(updateThatSays('Honest.'));
  await eventually(async () => expect((await proposalsOf(coordinator)).map((it) => it.text)).toEqual(['Honest.']));
}

async function proposalsOf(coordinator: Official) {
  return (await coordinator.does('readProposals', { question: '1' })).proposals;
}

function updateThatSays(text: string): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  fragmentOf(doc, { field: asId<FieldId>('answer') }).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}
