// Proves that servers and Redis may go away and come back under typing: nothing is lost, nothing is doubled, all see one text.
import { expect, it } from 'vitest';
import { balance, eventually, type Official, onFleet, openDesk, promised, typesOn, type Typing, wordsOf } from '../desk/index.ts';

type Screen = Awaited<ReturnType<Official['opens']>>;

await onFleet('three servers', { size: 3 }, (fleet, redis) => {
  const open = () => openDesk({ house: fleet().house });

  /** A drafter at each server, in one answer. */
  async function atEach(desk: Awaited<ReturnType<typeof open>>): Promise<readonly Screen[]> {
    const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
    return Promise.all(people.map((person, at) => person.through(fleet().urls[at]!).opens('1')));
  }

  it('go on without Redis, a little later, and with it again', async () => {
    await using desk = await open();
    const screens = await atEach(desk);
    const typing = screens.map((screen, at) => typesOn(screen, `r${at}-`));
    await redis().kill();
    // What each types while Redis is away reaches the others by the database.
    const during = typing.map((it) => it.words.at(-1) ?? '');
    await eventually(() => screens.forEach((it) => expect(wordsOf(it)).toEqual(expect.arrayContaining(during))));
    await redis().startAgain();
    await settle(screens, typing);
  });

  it('go on with a Redis that says nothing, and with it again', async () => {
    await using desk = await open();
    const screens = await atEach(desk);
    const typing = screens.map((screen, at) => typesOn(screen, `s${at}-`));
    redis().fallsSilent();
    const during = typing.map((it) => it.words.at(-1) ?? '');
    await eventually(() => screens.forEach((it) => expect(wordsOf(it)).toEqual(expect.arrayContaining(during))));
    redis().comesRound();
    await settle(screens, typing);
  });

  it('freeze and take rights within a second without Redis', async () => {
    await using desk = await open();
    const [moh, epu, kkmm, coordinator] = await Promise.all([
      desk.drafter('moh'),
      desk.drafter('epu'),
      desk.drafter('kkmm'),
      desk.coordinator(),
    ]);
    await moh.writes('1', 'Agreed.');
    for (const agency of ['moh', 'epu'] as const) await (await desk.clearingOfficer(agency)).clears('1');
    const frozen = await moh.through(fleet().urls[1]!).opens('1');
    const taken = await kkmm.through(fleet().urls[2]!).opens('2');
    const stream = await epu.through(fleet().urls[1]!).listens();
    await redis().kill();
    await coordinator.accepts('1');
    await eventually(() => expect(frozen.access).toBe('read'), promised(1_000));
    frozen.types(' But then again');
    await eventually(() => expect(frozen.closedWith).toBe(4405));
    expect((await coordinator.answer('1')).digest).toBe((await moh.through(fleet().urls[2]!).answer('1')).digest);
    await (await desk.manager('kkmm')).does('removeMember', { person: kkmm.who.person });
    await eventually(() => expect(taken.closedWith).toBe(4403), promised(1_500));
    await eventually(() => expect(stream.heard.map((it) => it.kind)).toContain('round-changed'));
    await redis().startAgain();
  });

  it('go on when one is killed, whose people come back by way of another', async () => {
    await using desk = await open();
    await using balancer = await balance(fleet().urls);
    const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
    const screens = await Promise.all(people.map((person) => person.through(balancer.url).opens('1')));
    const typing = screens.map((screen, at) => typesOn(screen, `k${at}-`));
    await fleet().kills(2);
    await settle(screens, typing);
    await fleet().startsAgain(2);
  });

  it('are restarted one after the other and drop nobody’s edit', async () => {
    await using desk = await open();
    await using balancer = await balance(fleet().urls);
    const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm'), desk.coordinator()]);
    const screens = await Promise.all(people.map((person) => person.through(balancer.url).opens('1')));
    const typing = screens.map((screen, at) => typesOn(screen, `u${at}-`));
    for (const at of [0, 1, 2]) await fleet().restarts(at);
    await settle(screens, typing);
  });
});

/** Stops the typing: every word is saved and on every screen, once. */
async function settle(screens: readonly Screen[], typing: readonly Typing[]): Promise<void> {
  await Promise.all(typing.map((it) => it.stop()));
  await Promise.all(screens.map((it) => it.saved()));
  await eventually(() => expect(new Set(screens.map((it) => it.reads())).size).toBe(1));
  const typed = typing.flatMap((it) => it.words);
  expect(wordsOf(screens[0]!).toSorted()).toEqual(typed.toSorted());
}
