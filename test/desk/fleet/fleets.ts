// Running stories on several servers: where PostgreSQL or Redis is not there, the title says so and they are skipped.
import { afterAll, beforeAll, describe } from 'vitest';
import { testDatabases } from '../house/databases.ts';
import { type Fleet, type FleetOptions, openFleet } from './fleet.ts';
import { isRedisThere, type PrivateRedis, startRedis } from './private-redis.ts';

type Stories = (fleet: () => Fleet, redis: () => PrivateRedis) => void;

/** Declares a suite that shares one fleet, over a Redis that the stories may kill. */
export async function onFleet(title: string, options: FleetOptions, stories: Stories): Promise<void> {
  const isPostgresThere = (await testDatabases()).some(({ kind, isAvailable }) => kind === 'postgres' && isAvailable);
  const missing = [...(isPostgresThere ? [] : ['PostgreSQL']), ...((await isRedisThere()) ? [] : ['Redis'])];
  const suffix = missing.length === 0 ? '' : ` (skipped: no ${missing.join(', no ')})`;
  describe.skipIf(missing.length > 0)(`${title}${suffix}`, () => {
    let opened: { fleet: Fleet; redis: PrivateRedis } | undefined;
    const owned = new AsyncDisposableStack();
    beforeAll(async () => {
      const redis = owned.use(await startRedis());
      opened = { redis, fleet: owned.use(await openFleet(options, redis.url)) };
    });
    afterAll(() => owned.disposeAsync());
    const isOpen = () => opened ?? fail('the fleet is not open');
    stories(
      () => isOpen().fleet,
      () => isOpen().redis,
    );
  });
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
