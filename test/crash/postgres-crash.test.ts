// Proves that `kill -9` of PostgreSQL itself loses and doubles nothing, and that the server says so and goes on by itself.
import { Seeded } from '@chancery/sync/testing/seeded';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { now, openStore } from '@chancery/store';
import { eventually, type House, openHouse } from '../desk/index.ts';
import { Crowd } from './crowd.ts';
import { killable } from './killable.ts';
import { PrivatePostgres, postgresPrograms } from './private-postgres.ts';
import { crashRounds, crashTestMs, seed } from './run.ts';

const where = postgresPrograms === undefined ? 'on a PostgreSQL of their own (skipped: no PostgreSQL)' : 'on a PostgreSQL of their own';

describe.skipIf(postgresPrograms === undefined)(`twenty documents under typing, ${where}`, () => {
  const rounds = `${crashRounds} kills of PostgreSQL (CRASH_SEED=${seed})`;

  it(`lose nothing acknowledged and double nothing in ${rounds}`, { timeout: crashTestMs }, async () => {
    const chance = new Seeded(seed);
    await using postgres = await PrivatePostgres.open();
    await using house = await openHouse(postgres, { ...killable, provokesErrors: true });
    await using crowd = await Crowd.gathers(house, chance);
    for (let round = 1; round <= crashRounds; round++) {
      crowd.types();
      await pause(chance.below(600));
      if (round % 2 === 0 || round === crashRounds) await bothDie(house, postgres, crowd);
      else await theServerLivesOn(house, postgres, crowd, chance.below(1_500));
    }
    await crowd.saved();
    expect(await crowd.faultsOnScreens()).toEqual([]);
    await house.isKilledAndStartsAgain(async () => crowd.leaves());
    expect(await crowd.faultsOnServer('made')).toEqual([]);
    expect(crowd.acknowledged).toBe(crowd.made);
  });
});

describe.skipIf(postgresPrograms === undefined)(`a transaction, ${where}`, () => {
  it('is rejected when PostgreSQL dies between two of its queries, and its process lives on', async () => {
    await using postgres = await PrivatePostgres.open();
    await using store = await openStore(postgres.place);
    const outcome = store.transaction(async (tx) => {
      await now(tx);
      await postgres.isKilled();
      await now(tx);
    });
    await expect(outcome).rejects.toThrow(/connection/i);
    await postgres.startsAgain();
    await eventually(() => store.transaction((tx) => now(tx)));
  });
});

/** What was acknowledged is in the database, or nowhere. */
async function bothDie(house: House, postgres: PrivatePostgres, crowd: Crowd): Promise<void> {
  await postgres.isKilled();
  await house.isKilledAndStartsAgain(async () => {
    await crowd.isCutOff();
    crowd.leaves();
    await postgres.startsAgain();
  });
  expect(await crowd.faultsOnServer('acknowledged')).toEqual([]);
  crowd.returns();
}

async function theServerLivesOn(house: House, postgres: PrivatePostgres, crowd: Crowd, downMs: number): Promise<void> {
  await postgres.isKilled();
  await eventually(async () => expect(await healthOf(house)).toEqual([503, 'failing']));
  const acknowledged = await theLast(() => crowd.acknowledged);
  await pause(downMs);
  // They typed all that time: nobody was told that it is saved.
  expect(crowd.acknowledged).toBe(acknowledged);
  expect(crowd.made).toBeGreaterThan(acknowledged);
  await postgres.startsAgain();
  await crowd.saved();
  expect(await crowd.faultsOnScreens()).toEqual([]);
  await eventually(async () => expect(await healthOf(house)).toEqual([200, 'ok']));
}

/** What was committed before the end may still be on its way to who typed it. */
async function theLast(count: () => number): Promise<number> {
  const counted = count();
  await pause(250);
  return counted === count() ? counted : await theLast(count);
}

async function healthOf({ url }: House): Promise<readonly [number, unknown]> {
  const response = await fetch(`${url}/api/health`);
  const { status } = (await response.json()) as { status: unknown };
  return [response.status, status];
}
