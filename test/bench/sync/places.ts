// The places in which servers keep their documents: a folder each, and for PostgreSQL a database each.

import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { processorMs } from './processor.ts';
import type { ServerName } from './servers/names.ts';
import type { ServerStorage } from './servers/serving.ts';

const administration = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Disposing it removes what is in it. */
export type LogLocation = ServerStorage & AsyncDisposable;

/** An empty place below the folder. */
export async function emptyPlace(folder: string, name: ServerName, documents: number): Promise<LogLocation> {
  const suffix = randomBytes(6).toString('hex');
  const directory = join(folder, `${name}-${suffix}`);
  await mkdir(directory);
  const database = name === 'ours-postgres' ? `chancery_bench_${suffix}` : null;
  if (database !== null) await administer(`create database ${database}`);
  return {
    directory,
    databaseUrl: database === null ? null : `postgres://postgres@127.0.0.1:5432/${database}`,
    documents,
    [Symbol.asyncDispose]: async () => {
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
      if (database !== null) await administer(`drop database if exists ${database} with (force)`);
    },
  };
}

export async function isPostgresThere(): Promise<boolean> {
  try {
    await administer('select 1');
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds of processor time so far of the processes that serve this place in PostgreSQL; null where there are none on this machine. */
export async function databaseMs({ databaseUrl }: ServerStorage): Promise<number | null> {
  if (databaseUrl === null) return null;
  const name = new URL(databaseUrl).pathname.slice(1);
  const rows = await administer(`select pid from pg_stat_activity where datname = '${name}'`);
  const used = await Promise.all(rows.map(({ pid }) => processorMs(Number(pid)).catch(() => null)));
  return used.reduce<number | null>((sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
}

async function administer(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: administration, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
