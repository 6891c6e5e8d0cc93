// Owns the tests of migrations: from empty, again, two at once, and a database from the future.
import { expect, it } from 'vitest';
import { checkDatabase, latestVersion, migrate, openStore, schemaVersion, StoreOpenError } from '../index.ts';
import { query } from '../store.ts';
import type { TestEngine } from './store-fixtures.ts';

export function migrationSuite(engine: TestEngine): void {
  it('an empty database has version 0 and is brought to the latest', async () => {
    await using there = await engine.emptyPlace();
    await using store = await openStore(there.place);
    expect(await schemaVersion(store.read)).toBe(0);
    expect(await checkDatabase(store)).toEqual({ kind: store.kind, schemaVersion: 0, isUpToDate: false });
    const names = await migrate(store);
    expect(names[0]).toBe('0001-people');
    expect(await checkDatabase(store)).toEqual({ kind: store.kind, schemaVersion: latestVersion, isUpToDate: true });
  });

  it('migrating again does nothing', async () => {
    await using there = await engine.emptyPlace();
    await using store = await openStore(there.place);
    await migrate(store);
    expect(await migrate(store)).toEqual([]);
  });

  it('of two stores that are migrated at once, one is and the other waits', async () => {
    await using there = await engine.emptyPlace();
    await using one = await openStore(there.place);
    await using other = await openStore(there.place);
    const ran = await Promise.all([migrate(one), migrate(other)]);
    expect(ran.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, latestVersion]);
  });

  it('a database that a later program has migrated is refused', async () => {
    await using there = await engine.emptyPlace();
    {
      await using store = await openStore(there.place);
      await migrate(store);
      await store.transaction((tx) =>
        tx[query]
          .insertInto('schema_version')
          .values({ version: latestVersion + 1, name: 'from-the-future', at: 1 })
          .execute(),
      );
    }
    const error = await openStore(there.place).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreOpenError);
    expect(error).toMatchObject({ code: 'database-newer', message: expect.stringContaining(`version ${latestVersion + 1}`) });
  });
}
