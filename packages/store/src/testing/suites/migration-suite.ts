// Tests of migrations: from empty, again, two at once, and a database from the future.
import { type AgencyId, asId, type PersonId, type QuestionId, type RoundId } from '@chancery/domain';
import { expect, it } from 'vitest';
import {
  assignmentsOf,
  checkDatabase,
  findInvitation,
  findProposal,
  findRound,
  lastEditsOf,
  membersOf,
  migrate,
  openStore,
  revisionsOf,
} from '../../index.ts';
import { latestVersion, schemaVersion } from '../../database/migrate.ts';
import { StoreOpenError } from '../../database/store-open-error.ts';
import { query } from '../../database/store.ts';
import { makePrevious, previousDocument, previousVersion } from '../previous-version.ts';
import type { TestDatabase } from '../store-fixtures.ts';

export function migrationSuite(database: TestDatabase): void {
  it('an empty database has version 0 and is brought to the latest', async () => {
    await using there = await database.emptyLocation();
    await using store = await openStore(there.location);
    expect(await schemaVersion(store.read)).toBe(0);
    expect(await checkDatabase(store)).toEqual({ kind: store.kind, schemaVersion: 0, isUpToDate: false });
    const names = await migrate(store);
    expect(names[0]).toBe('0001-people');
    expect(await checkDatabase(store)).toEqual({ kind: store.kind, schemaVersion: latestVersion, isUpToDate: true });
  });

  it('a database of the version before keeps all that it holds, and takes more', async () => {
    await using there = await database.emptyLocation();
    await makePrevious(there.location);
    await using store = await openStore(there.location);
    expect(await migrate(store)).toHaveLength(latestVersion - previousVersion);
    const { id: document, sequence, updates } = previousDocument;
    const [round, question, person, agency] = [asId<RoundId>('r1'), asId<QuestionId>('q1'), asId<PersonId>('p1'), asId<AgencyId>('a1')];
    expect(await store.updateLog.load(document)).toEqual({ epoch: 1, sequence, updates, owners: new Map() });
    expect(await lastEditsOf(store.read, round)).toEqual(new Map([[question, { person, agency, at: 2 }]]));
    expect(await findProposal(store.read, round, 'x1')).toMatchObject({
      baseEpoch: null,
      settlement: { outcome: 'declined', reason: null },
    });
    // The end of 28 May in Kuala Lumpur, and in Lima.
    expect(await findRound(store.read, round)).toMatchObject({ dueDay: '2027-05-28', timeZone: 'UTC' });
    expect((await assignmentsOf(store.read, round)).get(question)?.dueDay).toBe('2027-05-28');
    const [member] = await membersOf(store.read, round);
    expect(member?.membership).toEqual({ agency, roles: ['clearing-officer'], named: [] });
    expect(member?.vouching).toEqual(new Map([['clearing-officer', { vouchedBy: null, confirmedBy: null }]]));
    expect(await findInvitation(store.read, 't1')).toMatchObject({ person, delivery: null });
    expect(await revisionsOf(store.read, [round])).toEqual(new Map([[round, 0]]));
    const update = { document, bytes: new Uint8Array([6]), author: { person, agency }, at: 3, binds: [7] };
    expect((await store.updateLog.append([update])).get(document)).toEqual({ status: 'kept', first: 3, last: 3 });
  });

  it('migrating again does nothing', async () => {
    await using there = await database.emptyLocation();
    await using store = await openStore(there.location);
    await migrate(store);
    expect(await migrate(store)).toEqual([]);
  });

  it('of two stores that are migrated at once, one is and the other waits', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await using other = await openStore(there.location);
    const ran = await Promise.all([migrate(one), migrate(other)]);
    expect(ran.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, latestVersion]);
  });

  it('a database that a later program has migrated is refused', async () => {
    await using there = await database.emptyLocation();
    {
      await using store = await openStore(there.location);
      await migrate(store);
      await store.transaction((tx) =>
        tx[query]
          .insertInto('schema_version')
          .values({ version: latestVersion + 1, name: 'from-the-future', at: 1 })
          .execute(),
      );
    }
    const error = await openStore(there.location).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreOpenError);
    expect(error).toMatchObject({ code: 'database-newer', message: expect.stringContaining(`version ${latestVersion + 1}`) });
  });
}
