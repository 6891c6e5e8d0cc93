// Proves that a reload, a restart and `kill -9` of a real server process lose nothing that was acknowledged.
import { expect, it } from 'vitest';
import { verifyRecord } from '@chancery/record';
import { eventually, onEveryWay, openDesk } from '../desk/index.ts';

await onEveryWay(
  'what was shown as saved',
  (house) => {
    it('is there after a reload', async () => {
      await using desk = await openDesk({ house: house() });
      const moh = await desk.drafter('moh');
      await moh.writes('1', 'Written once.');
      using reloaded = await moh.opens('1');
      expect(reloaded.reads()).toBe('Written once.');
    });

    it('is there after a restart, and the open window goes on by itself', async () => {
      await using desk = await openDesk({ house: house() });
      const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
      const [mine, theirs] = await Promise.all([moh.opens('1'), epu.opens('1')]);
      mine.types('Before the restart.');
      await mine.saved();
      await house().restarts();
      mine.types(' After it.');
      await mine.saved();
      await eventually(() => expect(theirs.reads()).toBe('Before the restart. After it.'));
      expect((await moh.answer('1')).content).toEqual(mine.content());
    });

    it('survives kill -9 while three people are typing', async () => {
      await using desk = await openDesk({ house: house() });
      const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
      const screens = await Promise.all(people.map((it) => it.opens('1')));
      for (const [at, screen] of screens.entries()) screen.types(`saved-by-${at} `);
      await Promise.all(screens.map((it) => it.saved()));
      const unsaved = setInterval(() => screens.forEach((screen) => screen.types('.')), 1);
      await house().isKilledAndStartsAgain();
      clearInterval(unsaved);
      // A fourth person asks the new process before those who typed have told it anything.
      using fresh = await (await desk.coordinator()).opens('1');
      for (const at of [0, 1, 2]) expect(fresh.reads()).toContain(`saved-by-${at} `);
      // What was on its way is still in the windows, and comes again.
      await Promise.all(screens.map((it) => it.saved()));
      await eventually(() => expect(new Set([fresh, ...screens].map((it) => it.reads())).size).toBe(1));
    });

    it('is there with its decisions after kill -9', async () => {
      await using desk = await openDesk({ house: house() });
      const [moh, officer, coordinator] = await Promise.all([desk.drafter('moh'), desk.clearingOfficer('moh'), desk.coordinator()]);
      await coordinator.assigns(['1'], 'moh');
      await moh.writes('1', 'Agreed.');
      await officer.clears('1');
      await coordinator.accepts('1');
      const before = await coordinator.record();
      await house().isKilledAndStartsAgain();
      expect(await coordinator.record()).toBe(before);
      expect((await verifyRecord(before)).ok).toBe(true);
      using screen = await moh.opens('1');
      expect([screen.access, screen.reads()]).toEqual(['read', 'Agreed.']);
    });
  },
  { isApart: true },
);
