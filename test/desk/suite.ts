// Owns running the same stories on both databases, each suite with one server that its stories share.
import { afterAll, beforeAll, describe } from 'vitest';
import { type TestDatabase, testDatabases } from './databases.ts';
import { type House, type HouseOptions, openHouse } from './house.ts';

/** Declares a suite for each database; where one is not there, its title says so and it is skipped. */
export async function onEachDatabase(
  title: string,
  stories: (house: () => House, database: TestDatabase) => void,
  options: HouseOptions = {},
): Promise<void> {
  for (const database of await testDatabases()) {
    describe.skipIf(!database.isAvailable)(`${title}, ${database.title}`, () => {
      let house: House | undefined;
      beforeAll(async () => {
        house = await openHouse(database.kind, options);
      });
      afterAll(async () => {
        await house?.[Symbol.asyncDispose]();
      });
      stories(() => {
        if (house === undefined) throw new Error('the house is not open');
        return house;
      }, database);
    });
  }
}
