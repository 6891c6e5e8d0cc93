// Tests of what keeps several servers apart in one log: the fence, the owners of client ids, locks, revisions, epochs.
import { randomBytes } from 'node:crypto';
import { asId, type QuestionId } from '@chancery/domain';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import {
  bumpEpochs,
  documentId,
  installationId,
  lockDocuments,
  lockRound,
  migrate,
  openStore,
  raiseRevision,
  revisionsOf,
  setFrozen,
  type Store,
} from '../../index.ts';
import { query } from '../../database/store.ts';
import { by, type Cast, castOf, create, initial, withDocument } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

/** Client ids of Yjs have 32 bits, and may have up to 53. */
const large = 2 ** 32 - 1;
const maxClient = 2 ** 53 - 1;

export function appendSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  fenceTests(store);
  ownerTests(store);
  lockTests(store);

  it('two stores on one database append to the same documents at once, in any order, and wait for nobody for ever', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await migrate(one);
    await using other = await openStore(there.location);
    const { cast, document } = await withDocument(one);
    const second = documentId(cast.round, await create(one, { ...cast, question: asId<QuestionId>('q2') }));
    const appending = Array.from({ length: 40 }, (_, index) => {
      const both = [by(cast, document, [index], index % 3 === 0 ? [index] : []), by(cast, second, [index])];
      return (index % 2 === 0 ? one : other).updateLog.append(index % 4 < 2 ? both : both.reverse());
    });
    const appended = await Promise.all(appending);
    for (const id of [document, second]) {
      const first = appended.map((it) => it.get(id)).flatMap((it) => (it?.status === 'kept' ? it.first : []));
      expect(first.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
      expect((await one.updateLog.load(id))?.updates).toHaveLength(41);
    }
    expect((await other.updateLog.load(document))?.owners.size).toBe(14);
  });

  it('every store on one database has its one name', async () => {
    await using there = await database.emptyLocation();
    await using one = await openStore(there.location);
    await migrate(one);
    await using other = await openStore(there.location);
    expect(await installationId(other.read)).toBe(await installationId(one.read));
    expect(await installationId(one.read)).not.toBe(await installationId(store().read));
  });

  // An embedded database is in no server that could hold a copy as well.
  if (database.title !== 'PostgreSQL') return;
  it('a copy of a database has a name of its own, also for a user who may not ask for the cluster', async () => {
    await using there = await database.emptyLocation();
    await using copied = await openStore(there.location);
    await migrate(copied);
    const { id } = await store().read[query].selectFrom('installation').select('id').executeTakeFirstOrThrow();
    await copied.transaction((tx) => tx[query].updateTable('installation').set({ id }).execute());
    const names = [await installationId(store().read), await installationId(copied.read), await nameForPoorUser(copied)];
    expect(new Set(names).size).toBe(3);
  });
}

/** What the database is called for a user of its own, who is gone afterwards. */
async function nameForPoorUser(store: Store): Promise<string> {
  const user = sql.id(`chancery_poor_${randomBytes(6).toString('hex')}`);
  const undo = new Error('enough was seen');
  let name = '';
  const asking = store.transaction(async (tx) => {
    await sql`create role ${user}`.execute(tx[query]);
    await sql`revoke execute on function pg_control_system() from public`.execute(tx[query]);
    await sql`grant select on installation to ${user}`.execute(tx[query]);
    await sql`set local role ${user}`.execute(tx[query]);
    name = await installationId(tx);
    throw undo;
  });
  await expect(asking).rejects.toBe(undo);
  return name;
}

function fenceTests(store: () => Store): void {
  it('a fenced document takes nothing, and the others of the batch are kept', async () => {
    const { cast, document, second } = await withTwo(store());
    const freeze = (documents: readonly string[]) => store().transaction((tx) => setFrozen(tx, cast.round, documents));
    expect(await freeze([document])).toEqual(new Map([[document, true]]));
    for (const binds of [[], [7]]) {
      const appended = await store().updateLog.append([by(cast, document, [1], binds), by(cast, second, [2], binds)]);
      expect(appended.get(document)).toEqual({ status: 'fenced' });
      expect(appended.get(second)).toMatchObject({ status: 'kept' });
    }
    expect(await store().updateLog.load(document)).toEqual({ epoch: 1, sequence: 1, updates: [initial], owners: new Map() });
    expect(await freeze([document])).toEqual(new Map());
    const changed = [
      [document, false],
      [second, true],
    ] as const;
    expect(await freeze([second])).toEqual(new Map(changed));
    expect((await store().updateLog.append([by(cast, document, [3])])).get(document)).toEqual({ status: 'kept', first: 2, last: 2 });
    expect(await freeze([])).toEqual(new Map([[second, false]]));
  });

  it('the documents of another round keep their fence', async () => {
    const { cast, document } = await withTwo(store());
    const elsewhere = await withTwo(store());
    await store().transaction((tx) => setFrozen(tx, elsewhere.cast.round, [elsewhere.document]));
    expect(await store().transaction((tx) => setFrozen(tx, cast.round, [document, elsewhere.second]))).toEqual(new Map([[document, true]]));
    const appended = await store().updateLog.append([by(cast, elsewhere.document, [1])]);
    expect(appended).toEqual(new Map([[elsewhere.document, { status: 'fenced' }]]));
  });

  it('an append that waits for a decision to freeze its document finds the fence', async () => {
    const { cast, document } = await withTwo(store());
    const appending = await store().transaction(async (tx) => {
      await lockRound(tx, cast.round);
      const sequences = await lockDocuments(tx, [document]);
      const late = store().updateLog.append([by(cast, document, [1])]);
      const lateAndBinding = store().updateLog.append([by(cast, document, [2], [9])]);
      expect(sequences).toEqual(new Map([[document, 1]]));
      await setFrozen(tx, cast.round, [document]);
      return [late, lateAndBinding];
    });
    for (const appended of await Promise.all(appending)) expect(appended).toEqual(new Map([[document, { status: 'fenced' }]]));
    expect((await store().updateLog.heads([document])).get(document)).toBe(1);
  });
}

function ownerTests(store: () => Store): void {
  it('a client id belongs to the person whose update binds it first', async () => {
    const { cast, document, second } = await withTwo(store());
    const lead = { ...by(cast, document, [2], [large, maxClient]), author: { person: cast.coordinator, agency: cast.lead } };
    expect((await store().updateLog.append([by(cast, document, [1], [1, large])])).get(document)).toMatchObject({ status: 'kept' });
    const appended = await store().updateLog.append([lead, by(cast, second, [3], [large])]);
    expect(appended.get(document)).toEqual({ status: 'foreign' });
    expect(appended.get(second)).toMatchObject({ status: 'kept' });
    const own = await store().updateLog.append([by(cast, document, [4], [large, maxClient])]);
    expect(own.get(document)).toEqual({ status: 'kept', first: 3, last: 3 });
    const stored = await store().updateLog.load(document);
    expect(stored?.updates).toEqual([initial, new Uint8Array([1]), new Uint8Array([4])]);
    expect(stored?.owners).toEqual(new Map([1, large, maxClient].map((client) => [client, cast.officer])));
    expect((await store().updateLog.load(document, 3))?.owners.size).toBe(3);
  });

  it('two people who bind one client id in one batch are not both believed', async () => {
    const { cast, document } = await withTwo(store());
    const lead = { ...by(cast, document, [2], [5]), author: { person: cast.coordinator, agency: cast.lead } };
    expect((await store().updateLog.append([by(cast, document, [1], [5]), lead])).get(document)).toEqual({ status: 'foreign' });
    expect(await store().updateLog.load(document)).toMatchObject({ sequence: 1, owners: new Map() });
  });

  it('of two people who bind one client id at once, one has it', async () => {
    const { cast, document } = await withTwo(store());
    const lead = { ...by(cast, document, [2], [5]), author: { person: cast.coordinator, agency: cast.lead } };
    const both = await Promise.all([store().updateLog.append([by(cast, document, [1], [5])]), store().updateLog.append([lead])]);
    const became = both.map((it) => it.get(document)?.status);
    expect(new Set(became)).toEqual(new Set(['foreign', 'kept']));
    expect((await store().updateLog.load(document))?.owners.size).toBe(1);
  });
}

function lockTests(store: () => Store): void {
  it('locked documents move for nobody until the transaction ends', async () => {
    const { cast, document, second } = await withTwo(store());
    const late = await store().transaction(async (tx) => {
      const locked = await lockDocuments(tx, [second, document, 'nowhere/q1']);
      const unmoved = [document, second].map((id) => [id, 1] as const);
      expect(locked).toEqual(new Map(unmoved));
      const appending = store().updateLog.append([by(cast, document, [1])]);
      expect(await lockDocuments(tx, [document])).toEqual(new Map([[document, 1]]));
      return { appending };
    });
    expect((await late.appending).get(document)).toMatchObject({ last: 2 });
    expect(await store().transaction((tx) => lockDocuments(tx, []))).toEqual(new Map());
  });

  it('each decision raises the revision of its round by one', async () => {
    const { round } = await castOf(store());
    const other = await castOf(store());
    const raise = () => store().transaction((tx) => raiseRevision(tx, round));
    expect((await Promise.all([raise(), raise(), raise()])).sort((a, b) => a - b)).toEqual([1, 2, 3]);
    const revisions = [
      [round, 3],
      [other.round, 0],
    ] as const;
    expect(await revisionsOf(store().read, [round, other.round])).toEqual(new Map(revisions));
    expect(await revisionsOf(store().read, [])).toEqual(new Map());
  });

  it('an epoch of every document begins when its history is replaced', async () => {
    const { document, second } = await withTwo(store());
    await store().transaction(bumpEpochs);
    for (const id of [document, second]) expect(await store().updateLog.load(id)).toMatchObject({ epoch: 2, sequence: 1 });
  });
}

async function withTwo(store: Store): Promise<{ cast: Cast; document: string; second: string }> {
  const { cast, document } = await withDocument(store);
  return { cast, document, second: documentId(cast.round, await create(store, { ...cast, question: asId<QuestionId>('q2') })) };
}
