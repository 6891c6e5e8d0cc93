// Running the same stories on both databases, each suite with one server that its stories share.
import { afterAll, beforeAll, describe } from 'vitest';
import { type TestDatabase, testDatabases } from './databases.ts';
import { type House, type HouseOptions, openHouse } from './house.ts';
import { ways } from '../people/tab.ts';

type Stories = (house: () => House, database: TestDatabase) => void;

/** Declares a suite for each database; where one is not there, its title says so and it is skipped. */
export async function onEachDatabase(title: string, stories: Stories, options: HouseOptions = {}): Promise<void> {
  for (const database of await testDatabases()) {
    describe.skipIf(!database.isAvailable)(`${title}, ${database.title}`, () => {
      tellStories(stories, database, options);
    });
  }
}

/** Declares a suite for each database, and on the embedded one for each other way in which a tab may reach the server. */
export async function onEveryWay(title: string, stories: Stories, options: HouseOptions = {}): Promise<void> {
  await onEachDatabase(title, stories, options);
  const [embedded] = await testDatabases();
  for (const way of ways.filter((it) => it !== 'link')) {
    describe(`${title}, ${embedded.title}, over ${titles[way]}`, () => {
      tellStories(stories, embedded, { ...options, way });
    });
  }
}

const titles = { http: 'HTTP alone', sockets: 'plain y-websocket sockets' } as const;

function tellStories(stories: Stories, database: TestDatabase, options: HouseOptions): void {
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
}
