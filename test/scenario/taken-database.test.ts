// Proves that a server whose database another one has taken says so and ends, and that one which gets it back goes on.
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type OwnDatabase, emptyDatabase, testDatabases } from '../desk/house/databases.ts';
import { eventually, runChancery } from '../desk/index.ts';

const postgres = (await testDatabases()).find((it) => it.kind === 'postgres');

describe.skipIf(postgres?.isAvailable !== true)(`a server ${postgres?.title ?? ''}`, () => {
  it('goes on after a break of the connection that holds the database for it', async () => {
    await using database = await emptyDatabase('postgres');
    await using admin = await connected(database);
    const server = runChancery(['serve'], { HOST: '127.0.0.1', DEMO: '0', PORT: '0', ...database.env });
    try {
      await eventually(() => expect(server.output.stdout).toContain('is ready at'));
      await endHolder(admin.client);
      await eventually(() => expect(server.output.stderr).toContain('server-lock-taken-again'));
      const url = /is ready at (\S+)/.exec(server.output.stdout)?.[1] ?? '';
      await eventually(async () => expect((await fetch(`${url}/api/health`)).status).toBe(200));
    } finally {
      expect(await server.end('SIGTERM')).toBe(0);
    }
  });

  it('ends with a clear sentence when another server has taken the database meanwhile', async () => {
    await using database = await emptyDatabase('postgres');
    await using admin = await connected(database);
    await using other = await connected(database, 'chancery 1@elsewhere');
    const server = runChancery(['serve'], { HOST: '127.0.0.1', DEMO: '0', PORT: '0', ...database.env });
    try {
      await eventually(() => expect(server.output.stdout).toContain('is ready at'));
      const waiting = other.client.query('select pg_advisory_lock(440045)');
      await eventually(async () => expect((await admin.client.query(`${locks} and not granted`)).rows).toHaveLength(1));
      await endHolder(admin.client);
      await waiting;
      expect(await server.ended).toBe(1);
      expect(server.output.stderr).toContain('"event":"server-lock-lost"');
      expect(server.output.stderr).toMatch(
        /^This server ends: another one took its database while PostgreSQL was away\. Another Chancery server \(process 1 on elsewhere, since /m,
      );
    } finally {
      await server.end('SIGKILL');
    }
  });
});

const locks = `select pid from pg_locks where locktype = 'advisory' and objid = 440045
  and database = (select oid from pg_database where datname = current_database())`;

/** As a restart of PostgreSQL ends it. */
async function endHolder(admin: pg.Client): Promise<void> {
  await admin.query(`select pg_terminate_backend(pid) from (${locks} and granted) as holder`);
}

async function connected({ env }: OwnDatabase, name = 'test'): Promise<AsyncDisposable & { readonly client: pg.Client }> {
  const client = new pg.Client({ connectionString: env['DATABASE_URL'], application_name: name });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
