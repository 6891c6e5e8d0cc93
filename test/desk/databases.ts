// Owns the databases that scenarios run on: an empty one of each kind, that disappears afterwards.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '@chancery/store';
import pg from 'pg';

export type DatabaseKind = 'sqlite' | 'postgres';

/** An empty database, as the server's environment names it and as the store opens it. */
export interface EmptyDatabase extends AsyncDisposable {
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
export async function emptyDatabase(kind: DatabaseKind): Promise<EmptyDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-desk-'));
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  if (kind === 'sqlite') {
    return { place: { kind, directory }, env: { DATA_DIR: directory }, [Symbol.asyncDispose]: removeDirectory };
  }
  const name = `chancery_desk_${process.pid}_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = `postgres://postgres@127.0.0.1:5432/${name}`;
  return {
    place: { kind, url },
    env: { DATA_DIR: directory, DATABASE_URL: url },
    [Symbol.asyncDispose]: async () => {
      await administer(`drop database ${name} with (force)`);
      await removeDirectory();
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
