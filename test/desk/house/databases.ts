// The databases that scenarios run on: an empty one of each kind, or one that is furnished already; they disappear afterwards.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fillFromTemplate, templatesFolder } from '@chancery/server/testing/templates';
import type { DatabaseLocation } from '@chancery/store';
import pg from 'pg';

export type DatabaseKind = 'sqlite' | 'postgres';

/** A database, as the server's environment names it and as the store opens it. */
export interface OwnDatabase extends AsyncDisposable {
  readonly place: DatabaseLocation;
  readonly env: Readonly<Record<string, string>>;
}

export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** Says "skipped: no PostgreSQL" where there is none to test on. */
  readonly title: string;
  readonly isAvailable: boolean;
}

const administration = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Both kinds; asks whether PostgreSQL is there. */
export async function testDatabases(): Promise<readonly [TestDatabase, TestDatabase]> {
  const isPostgresThere = await administer('select 1').then(
    () => true,
    () => false,
  );
  return [
    { kind: 'sqlite', title: 'on SQLite', isAvailable: true },
    { kind: 'postgres', title: isPostgresThere ? 'on PostgreSQL' : 'on PostgreSQL (skipped: no PostgreSQL)', isAvailable: isPostgresThere },
  ];
}

/** Disposing it removes the database and the data directory. */
export async function emptyDatabase(kind: DatabaseKind): Promise<OwnDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-desk-'));
  if (kind === 'sqlite') {
    const remove = () => rm(directory, { recursive: true, force: true });
    return { place: { kind, directory }, env: { DATA_DIR: directory }, [Symbol.asyncDispose]: remove };
  }
  const name = newName();
  await administer(`create database ${name}`);
  return postgresDatabase(name, directory);
}

type Furnish = (database: Pick<OwnDatabase, 'place' | 'env'>) => Promise<void>;

/** A database that `furnish` has filled: the first one of its kind in a run of the tests is filled, the others are copies. */
export async function furnishedDatabase(kind: DatabaseKind, furnish: Furnish): Promise<OwnDatabase> {
  if (kind === 'postgres' && templatesFolder() !== undefined) return copyOfPostgres(furnish);
  const database = await emptyDatabase(kind);
  const { place } = database;
  if (place.kind === 'postgres') await furnish(database);
  else
    await fillFromTemplate('house', place.directory, (directory) =>
      furnish({ place: { kind: 'sqlite', directory }, env: { DATA_DIR: directory } }),
    );
  return database;
}

async function copyOfPostgres(furnish: Furnish): Promise<OwnDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-desk-'));
  const name = newName();
  const copy = `create database ${name} template ${templateName()}`;
  try {
    await administer(copy);
  } catch (cause) {
    if (codeOf(cause) !== noSuchDatabase) throw cause;
    await makeTemplate(furnish);
    await administer(copy);
  }
  return postgresDatabase(name, directory);
}

/** Of two processes that make it at once the first to finish gives the template. */
async function makeTemplate(furnish: Furnish): Promise<void> {
  const name = newName();
  const directory = await mkdtemp(join(tmpdir(), 'chancery-desk-'));
  await administer(`create database ${name}`);
  const { place, env } = postgresDatabase(name, directory);
  await furnish({ place, env });
  await rm(directory, { recursive: true, force: true });
  try {
    await administer(`alter database ${name} rename to ${templateName()}`);
  } catch (cause) {
    if (codeOf(cause) !== duplicateDatabase) throw cause;
    await administer(`drop database ${name} with (force)`);
  }
}

/** Removes the template of this run from PostgreSQL, where there is one. */
export async function dropTemplate(): Promise<void> {
  const [postgres] = (await testDatabases()).filter((it) => it.kind === 'postgres' && it.isAvailable);
  if (postgres !== undefined) await administer(`drop database if exists ${templateName()} with (force)`);
}

const noSuchDatabase = '3D000';
const duplicateDatabase = '42P04';

function codeOf(cause: unknown): unknown {
  return cause instanceof pg.DatabaseError ? cause.code : null;
}

function newName(): string {
  return `chancery_desk_${process.pid}_${randomBytes(6).toString('hex')}`;
}

function templateName(): string {
  return `"${basename(templatesFolder() ?? '')}"`;
}

function postgresDatabase(name: string, directory: string): OwnDatabase {
  const url = `postgres://postgres@127.0.0.1:5432/${name}`;
  return {
    place: { kind: 'postgres', url },
    env: { DATA_DIR: directory, DATABASE_URL: url },
    [Symbol.asyncDispose]: async () => {
      await administer(`drop database ${name} with (force)`);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: administration, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
