import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SqliteError, SqliteConnection } from './sqlite-connection.ts';
import { emptyDirectory } from '../testing/store-fixtures.ts';

const query = (sql: string) => ['query', { sql, parameters: [] }] as const;

it('a commit is synced to the disk and foreign keys hold', async () => {
  await using there = await emptyDirectory();
  const writer = await SqliteConnection.open({ file: join(there.location.directory, 'x.sqlite'), mode: 'writer' });
  expect((await writer.ask(...query('pragma journal_mode'))).rows).toEqual([{ journal_mode: 'wal' }]);
  expect((await writer.ask(...query('pragma synchronous'))).rows).toEqual([{ synchronous: 2 }]);
  expect((await writer.ask(...query('pragma foreign_keys'))).rows).toEqual([{ foreign_keys: 1 }]);
  await writer.close();
});

it('a reader refuses to write', async () => {
  await using there = await emptyDirectory();
  const file = join(there.location.directory, 'x.sqlite');
  const writer = await SqliteConnection.open({ file, mode: 'writer' });
  const reader = await SqliteConnection.open({ file, mode: 'reader' });
  await expect(reader.ask(...query('create table t (x)'))).rejects.toMatchObject({ name: 'SqliteError', code: 'SQLITE_READONLY' });
  await Promise.all([writer.close(), reader.close()]);
});

it('a wrong statement fails alone', async () => {
  await using there = await emptyDirectory();
  const writer = await SqliteConnection.open({ file: join(there.location.directory, 'x.sqlite'), mode: 'writer' });
  await expect(writer.ask(...query('selekt 1'))).rejects.toBeInstanceOf(SqliteError);
  expect((await writer.ask(...query('select 1 as one'))).rows).toEqual([{ one: 1 }]);
  await writer.close();
});

it('a worker that has ended refuses, instead of leaving its owner waiting', async () => {
  await using there = await emptyDirectory();
  const writer = await SqliteConnection.open({ file: join(there.location.directory, 'x.sqlite'), mode: 'writer' });
  await writer.close();
  await expect(writer.ask(...query('select 1'))).rejects.toThrow('has ended');
  await writer.close();
});
