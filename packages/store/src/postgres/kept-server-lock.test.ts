import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { migrate } from '../database/migrate.ts';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isUnavailable, type LockState, now, openStore } from '../index.ts';
import { testDatabases, type TestLocation } from '../testing/store-fixtures.ts';

const [, database] = await testDatabases();
const where = database?.isAvailable === true ? 'on PostgreSQL' : 'on PostgreSQL (skipped: no PostgreSQL)';

describe.skipIf(database?.isAvailable !== true)(`the lock of a server whose connection breaks, ${where}`, () => {
  it('is taken again by itself, and keeps other servers out as before', async () => {
    await using there = await emptyLocation();
    await using admin = await connected(there.url);
    const states: LockState[] = [];
    await using store = await openStore(there.location, { exclusive: true, lockChanged: (it) => states.push(it) });
    await migrate(store);
    for (let times = 1; times <= 2; times += 1) {
      await endHolder(admin.client);
      await expect.poll(() => states.map((it) => it.status)).toEqual(Array.from({ length: times }, () => ['missing', 'held']).flat());
    }
    await expect(openStore(there.location, { exclusive: true })).rejects.toMatchObject({ code: 'database-in-use' });
    expect(await store.transaction((tx) => now(tx))).toBeGreaterThan(0);
  });

  it.each([true, 'shared'] as const)(
    'is lost to a server that has taken it meanwhile, and nothing is written any more (exclusive: %s)',
    async (exclusive) => {
      await using there = await emptyLocation();
      await using admin = await connected(there.url);
      await using other = await connected(there.url, 'chancery 1@elsewhere');
      const states: LockState[] = [];
      await using store = await openStore(there.location, { exclusive, lockChanged: (it) => states.push(it) });
      await migrate(store);
      const waiting = other.client.query('select pg_advisory_lock(440045)');
      await expect.poll(() => countOf(admin.client, 'not granted')).toBe(1);
      await endHolder(admin.client);
      await waiting;
      await expect
        .poll(() => states.at(-1))
        .toMatchObject({
          status: 'lost',
          cause: { code: 'database-in-use', message: expect.stringContaining('(process 1 on elsewhere, since ') },
        });
      const writing = await store.transaction((tx) => now(tx)).catch((cause: unknown) => cause);
      expect(isUnavailable(writing)).toBe(true);
      const update = { document: 'a/1', bytes: new Uint8Array([0, 0]), author: null, at: 0, binds: [] };
      expect(isUnavailable(await store.updateLog.append([update]).catch((cause: unknown) => cause))).toBe(true);
      expect(await now(store.read)).toBeGreaterThan(0);
    },
  );

  it('is taken from a connection of its own that PostgreSQL believes to be alive', async () => {
    await using there = await emptyLocation();
    await using admin = await connected(there.url);
    await using line = await openLine();
    const states: LockState[] = [];
    const url = there.url.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${line.port}`);
    await using store = await openStore({ kind: 'postgres', url }, { exclusive: true, lockChanged: (it) => states.push(it) });
    line.cutAtThisEnd();
    await expect.poll(() => states.map((it) => it.status)).toEqual(['missing', 'held']);
    expect(await countOf(admin.client, 'granted')).toBe(1);
    expect(await now(store.read)).toBeGreaterThan(0);
  });
});

async function emptyLocation(): Promise<TestLocation & { readonly url: string }> {
  const there = await database?.emptyLocation();
  if (there?.location.kind !== 'postgres') throw new Error('there is no PostgreSQL to test on');
  return { ...there, url: there.location.url };
}

async function connected(url: string, name = 'test'): Promise<AsyncDisposable & { readonly client: pg.Client }> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

const locks = `select pid from pg_locks where locktype = 'advisory' and objid = 440045
  and database = (select oid from pg_database where datname = current_database())`;

/** As a restart of PostgreSQL ends it. */
async function endHolder(admin: pg.Client): Promise<void> {
  await admin.query(`select pg_terminate_backend(pid) from (${locks} and granted) as holder`);
}

async function countOf(admin: pg.Client, which: 'granted' | 'not granted'): Promise<number> {
  return (await admin.query(`${locks} and ${which}`)).rows.length;
}

/** A way to PostgreSQL that can be cut so that only the client hears of it. */
async function openLine(): Promise<AsyncDisposable & { readonly port: number; cutAtThisEnd(): void }> {
  const pairs: { readonly near: Socket; readonly far: Socket }[] = [];
  const server = createServer((near) => {
    const far = connect(5432, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => {});
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => near.write(bytes));
    near.on('end', () => far.end());
    pairs.push({ near, far });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    cutAtThisEnd: () => {
      for (const { near } of pairs) near.destroy();
    },
    [Symbol.asyncDispose]: async () => {
      for (const { near, far } of pairs) void [near.destroy(), far.destroy()];
      server.close();
      await once(server, 'close');
    },
  };
}
