// Proves with the real process that `kill -9` of the server at any instant loses no edit that was acknowledged, and doubles none.
import { setTimeout as pause } from 'node:timers/promises';
import { Seeded } from '@chancery/sync/testing/seeded';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../desk/index.ts';
import { Crowd } from './crowd.ts';
import { killable } from './killable.ts';
import { crashRounds, crashTestMs, seed } from './run.ts';

/** Every other kill falls into the time in which the restarted server loads the documents and their clients come back. */
function instantOf(chance: Seeded): number {
  return chance.below(2) === 0 ? chance.below(80) : 80 + chance.below(600);
}

await onEachDatabase(
  'twenty documents under typing',
  (house) => {
    it(`lose nothing acknowledged and double nothing in ${crashRounds} kills of the server (CRASH_SEED=${seed})`, {
      timeout: crashTestMs,
    }, async () => {
      const chance = new Seeded(seed);
      await using crowd = await Crowd.gathers(house(), chance);
      for (let round = 1; round <= crashRounds; round++) {
        const areGoneForGood = round % 2 === 0 || round === crashRounds;
        crowd.types();
        await pause(instantOf(chance));
        await house().isKilledAndStartsAgain(async () => {
          await crowd.isCutOff();
          if (areGoneForGood) crowd.leaves();
        });
        if (!areGoneForGood) continue;
        expect(await crowd.faultsOnServer('acknowledged')).toEqual([]);
        crowd.returns();
      }
      await crowd.saved();
      expect(await crowd.faultsOnScreens()).toEqual([]);
      await house().isKilledAndStartsAgain(async () => crowd.leaves());
      expect(await crowd.faultsOnServer('made')).toEqual([]);
      expect(crowd.acknowledged).toBe(crowd.made);
    });
  },
  killable,
);
