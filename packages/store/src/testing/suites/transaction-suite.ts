// Tests of transactions: all or nothing, one after the other, seen by readers once they are committed.
import { expect, it } from 'vitest';
import { countTry, findPerson, listPeople, migrate, now, openStore, putMember, waitOf } from '../../index.ts';
import { castOf, seesRound, someone } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

const pace = { burst: 1, everyMs: 100 };

export function transactionSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);

  it('what a failed transaction wrote is gone', async () => {
    const before = await listPeople(store().read);
    const failed = store().transaction(async (tx) => {
      await someone(tx, 'Nobody');
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await listPeople(store().read)).toEqual(before);
  });

  it('a statement that the database refuses takes the whole transaction back, and the next one works', async () => {
    const { round } = await castOf(store());
    const failed = store().transaction(async (tx) => {
      const person = await someone(tx, 'Nobody');
      await countTry(tx, `refused-${round}`, pace, 1);
      await putMember(tx, { round, person }, { agency: 'no-such-agency' as never, roles: ['drafter'], named: [] }, null);
    });
    await expect(failed).rejects.toThrow(/foreign key/i);
    expect(await waitOf(store().read, `refused-${round}`, pace, 1)).toBe(0);
    expect(await seesRound(store().read, (await castOf(store())).round)).toBe(true);
  });

  it('a reader sees nothing before the commit and everything after it', async () => {
    const person = await store().transaction(async (tx) => {
      const id = await someone(tx, 'Chitra');
      expect(await findPerson(tx, id)).not.toBeNull();
      expect(await findPerson(store().read, id)).toBeNull();
      return id;
    });
    expect(await findPerson(store().read, person)).not.toBeNull();
  });

  it('counting from many transactions at once, through two stores on one database, loses no count', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await migrate(one);
    await using other = await openStore(there.location);
    const counting = Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? one : other).transaction((tx) => countTry(tx, 'door', pace, 5)),
    );
    await Promise.all(counting);
    expect(await waitOf(one.read, 'door', pace, 5)).toBe(20 * pace.everyMs);
  });

  it('the time is that of the database, in milliseconds', async () => {
    const before = Date.now();
    const at = await now(store().read);
    expect(Number.isInteger(at)).toBe(true);
    expect(Math.abs(at - before)).toBeLessThan(60_000);
  });

  it('text with a NUL, which PostgreSQL cannot hold, is kept with a replacement character', async () => {
    const id = await store().transaction((tx) => someone(tx, 'A\0B'));
    expect((await findPerson(store().read, id))?.name).toBe('A\uFFFDB');
  });
}
