// Databases for tests: an empty one of each kind that a test opens, and that disappears afterwards.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { migrate } from '../database/migrate.ts';
import { openStore, type DatabaseLocation } from '../open-store.ts';
import type { Store } from '../database/store.ts';

const administration = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Where a database may be made, and its removal. */
export interface TestLocation extends AsyncDisposable {
  readonly location: DatabaseLocation;
}

/** A kind of database and how to get an empty one. */
export interface TestDatabase {
  /** Says "skipped: no PostgreSQL" where there is none to test on. */
  readonly title: string;
  readonly isAvailable: boolean;
  emptyLocation(): Promise<TestLocation>;
  /** A migrated store, the same for all who ask; removed after the tests of the file. */
  sharedStore(): Promise<Store>;
}

/** Both databases; asks whether PostgreSQL is there. The stores that suites share are removed after the tests of the file. */
export async function testDatabases(): Promise<readonly TestDatabase[]> {
  const hasPostgres = await isPostgresThere();
  return [
    testDatabase({ title: 'SQLite', isAvailable: true, emptyLocation: emptyDirectory }),
    testDatabase({
      title: hasPostgres ? 'PostgreSQL' : 'PostgreSQL (skipped: no PostgreSQL)',
      isAvailable: hasPostgres,
      emptyLocation: emptyPostgres,
    }),
  ];
}

function testDatabase(parts: Omit<TestDatabase, 'sharedStore'>): TestDatabase {
  let shared: Promise<Store> | null = null;
  afterAll(async () => {
    await (await shared)?.[Symbol.asyncDispose]();
  });
  return { ...parts, sharedStore: () => (shared ??= openTestStore(parts)) };
}

/** A migrated store on an empty database; disposing it removes the database too. */
async function openTestStore(database: Pick<TestDatabase, 'emptyLocation'>): Promise<Store> {
  const there = await database.emptyLocation();
  const store = await openStore(there.location);
  await migrate(store);
  const close = async (): Promise<void> => {
    await store[Symbol.asyncDispose]();
    await there[Symbol.asyncDispose]();
  };
  return { ...store, [Symbol.asyncDispose]: close };
}

/** The one store that all suites of a file share: each test makes a round of its own in it. Opened by the first. */
export function storeOfSuite(database: TestDatabase): () => Store {
  let store: Store | null = null;
  beforeAll(async () => {
    store = await database.sharedStore();
  });
  return () => {
    if (store === null) throw new Error('the store is not open');
    return store;
  };
}

/** An empty data directory. */
export async function emptyDirectory(): Promise<
  TestLocation & { readonly location: { readonly kind: 'sqlite'; readonly directory: string } }
> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-store-'));
  return {
    location: { kind: 'sqlite', directory },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

async function emptyPostgres(): Promise<TestLocation> {
  const name = `chancery_store_${process.pid}_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  return {
    location: { kind: 'postgres', url: `postgres://postgres@127.0.0.1:5432/${name}` },
    [Symbol.asyncDispose]: () => administer(`drop database ${name} with (force)`),
  };
}

async function isPostgresThere(): Promise<boolean> {
  try {
    await administer('select 1');
    return true;
  } catch {
    return false;
  }
}

async function administer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: administration, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
