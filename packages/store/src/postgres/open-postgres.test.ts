import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { sql } from 'kysely';
import pg from 'pg';
import { isUnavailable, lockDocuments, migrate, openStore } from '../index.ts';
import { schemaVersion } from '../database/migrate.ts';
import { appendOnPostgres } from './append.ts';
import { query } from '../database/store.ts';
import { by, withDocument } from '../testing/cast.ts';
import { testDatabases } from '../testing/store-fixtures.ts';

const hasPostgres = (await testDatabases()).every((database) => database.isAvailable);
const onPostgres = hasPostgres ? '' : 'skipped: no PostgreSQL: ';

it.each(['', 'chancery', 'mysql://root@localhost/chancery', 'postgres//user:hunter2@host'])(
  'the address %j is refused without being repeated',
  async (url) => {
    const refusal = await openStore({ kind: 'postgres', url }).catch((reason: unknown) => reason);
    expect(refusal).toMatchObject({ name: 'StoreOpenError', code: 'url-malformed' });
    expect(String(refusal)).not.toContain('hunter2');
    expect(String(refusal)).toContain('postgres://user:password@host:5432/database');
  },
);

it('a server that does not answer is named, and the password is not', async () => {
  const port = await unusedPort();
  const refusal = await openStore({ kind: 'postgres', url: `postgres://me:hunter2@127.0.0.1:${port}/chancery` }).catch(
    (reason: unknown) => reason,
  );
  expect(refusal).toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining(`127.0.0.1:${port} cannot be reached (ECONNREFUSED)`),
  });
  expect(String(refusal)).not.toContain('hunter2');
});

it('something that is not PostgreSQL is unreachable', async () => {
  const server = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(openStore({ kind: 'postgres', url: `postgres://me@127.0.0.1:${port}/chancery` })).rejects.toMatchObject({
    code: 'database-unreachable',
  });
  server.close();
  await once(server, 'close');
});

it.skipIf(!hasPostgres)(`${onPostgres}a database that does not exist is named`, async () => {
  const refusal = openStore({ kind: 'postgres', url: 'postgres://postgres@127.0.0.1:5432/chancery_store_nowhere' });
  await expect(refusal).rejects.toMatchObject({ code: 'database-refused', message: expect.stringContaining('"chancery_store_nowhere"') });
});

it.skipIf(!hasPostgres)(`${onPostgres}a user that PostgreSQL does not know is refused`, async () => {
  const refusal = openStore({ kind: 'postgres', url: 'postgres://nobody_here@127.0.0.1:5432/postgres' });
  await expect(refusal).rejects.toMatchObject({ code: 'database-refused', message: expect.stringContaining('refuses this user') });
});

it.skipIf(!hasPostgres)(`${onPostgres}connections that PostgreSQL ends are replaced`, async () => {
  const [, database] = await testDatabases();
  if (database === undefined) throw new Error('there is no PostgreSQL to test on');
  await using there = await database.emptyLocation();
  await using store = await openStore(there.location);
  expect(await schemaVersion(store.read)).toBe(0);
  await using other = await openStore(there.location);
  const others = sql`select pg_terminate_backend(pid) as ended from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  expect((await others.execute(other.read[query])).rows).toContainEqual({ ended: true });
  await expect.poll(() => schemaVersion(store.read).catch(() => 'not yet')).toBe(0);
});

it.skipIf(!hasPostgres)(
  `${onPostgres}a second server on one database is refused, naming the first, until the first has ended`,
  async () => {
    const [, database] = await testDatabases();
    if (database === undefined) throw new Error('there is no PostgreSQL to test on');
    await using there = await database.emptyLocation();
    {
      await using first = await openStore(there.location, { exclusive: true });
      await expect(openStore(there.location, { exclusive: true })).rejects.toMatchObject({
        code: 'database-in-use',
        message: expect.stringContaining(`(process ${process.pid} on `),
      });
      await using beside = await openStore(there.location);
      expect(await schemaVersion(beside.read)).toBe(await schemaVersion(first.read));
    }
    await using again = await openStore(there.location, { exclusive: true });
    expect(await schemaVersion(again.read)).toBe(0);
  },
);

it.skipIf(!hasPostgres)(`${onPostgres}servers that share a database exclude one that does not, and are excluded by it`, async () => {
  const [, database] = await testDatabases();
  if (database === undefined) throw new Error('there is no PostgreSQL to test on');
  await using there = await database.emptyLocation();
  {
    await using first = await openStore(there.location, { exclusive: 'shared' });
    await using second = await openStore(there.location, { exclusive: 'shared' });
    expect(await schemaVersion(second.read)).toBe(await schemaVersion(first.read));
    await expect(openStore(there.location, { exclusive: true })).rejects.toMatchObject({
      code: 'database-in-use',
      message: expect.stringMatching(/share a Redis \(process \d+ on .*\) serve this database\. .*REDIS_URL for every server/),
    });
  }
  await using alone = await openStore(there.location, { exclusive: true });
  expect(await schemaVersion(alone.read)).toBe(0);
  await expect(openStore(there.location, { exclusive: 'shared' })).rejects.toMatchObject({
    code: 'database-in-use',
    message: expect.stringMatching(/^Another Chancery server \(process \d+ on .* Stop it, set REDIS_URL for every server/),
  });
});

it.skipIf(!hasPostgres)(
  `${onPostgres}an append that PostgreSQL does not answer is given up, and the next one has another connection`,
  async () => {
    const [, database] = await testDatabases();
    if (database === undefined) throw new Error('there is no PostgreSQL to test on');
    await using there = await database.emptyLocation();
    if (there.location.kind !== 'postgres') throw new Error('the second database is PostgreSQL');
    await using store = await openStore(there.location);
    await migrate(store);
    const { cast, document } = await withDocument(store);
    const pool = new pg.Pool({ connectionString: there.location.url, max: 1 });
    // As the store's own pool: a connection on its way out may still be told that its database is dropped.
    pool.on('error', () => {});
    pool.on('connect', (client) => void client.on('error', () => {}));
    for (const binds of [[], [7]]) {
      await store.transaction(async (tx) => {
        await lockDocuments(tx, [document]);
        await expect(appendOnPostgres(pool, [by(cast, document, [1], binds)], 200)).rejects.toSatisfy(isUnavailable);
      });
      expect((await appendOnPostgres(pool, [by(cast, document, [2], binds)])).get(document)).toMatchObject({ status: 'kept' });
    }
    await pool.end();
  },
);

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
