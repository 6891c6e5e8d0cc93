// Tests of the installation: one key for the messages between its servers, whichever asks first.
import { expect, it } from 'vitest';
import { busKey, migrate, newBusKey, openStore } from '../../index.ts';
import type { TestDatabase } from '../store-fixtures.ts';

export function installationSuite(database: TestDatabase): void {
  it('the servers of one database have one key for their messages, until another is made', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await migrate(one);
    await using other = await openStore(there.location);
    const keys = await Promise.all([busKey(one), busKey(other), busKey(one)]);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\w-]{43}$/);
    const changed = await other.transaction(newBusKey);
    expect(changed).not.toBe(keys[0]);
    expect(await busKey(one)).toBe(changed);
  });
}
