import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { listRounds, migrate, openStore } from '../index.ts';
import { schemaVersion } from '../database/migrate.ts';
import { castOf } from '../testing/cast.ts';
import { emptyDirectory } from '../testing/store-fixtures.ts';

const holdDirectory = fileURLToPath(new URL('../testing/programs/hold-directory.ts', import.meta.url));
const tryDirectory = fileURLToPath(new URL('../testing/programs/try-directory.ts', import.meta.url));

it('a second server on the same data directory is refused, naming the first', async () => {
  await using there = await emptyDirectory();
  const { directory } = there.location;
  const first = await holdInAnotherProcess(directory);
  const since = new Date().getUTCFullYear();
  const refusal = openStore(there.location, { exclusive: true });
  await expect(refusal).rejects.toMatchObject({ name: 'StoreOpenError', code: 'directory-in-use' });
  await expect(refusal).rejects.toThrow(new RegExp(`process ${first.pid}, running since ${since}-.*${directory}`));
  await kill(first);
});

it('the directory of a server that was killed is free at once', async () => {
  await using there = await emptyDirectory();
  await kill(await holdInAnotherProcess(there.location.directory));
  await using store = await openStore(there.location, { exclusive: true });
  expect(await migrate(store)).not.toEqual([]);
});

it('a command opens the file beside a running server, and both write', async () => {
  await using there = await emptyDirectory();
  await using server = await openStore(there.location, { exclusive: true });
  await migrate(server);
  await using command = await openStore(there.location);
  await castOf(command);
  await castOf(server);
  expect(await listRounds(server.read)).toHaveLength(2);
  expect(await listRounds(command.read)).toHaveLength(2);
});

it('one process cannot hold a directory twice, and can hold it again after it let go', async () => {
  await using there = await emptyDirectory();
  {
    await using first = await openStore(there.location, { exclusive: true });
    expect(first.kind).toBe('sqlite');
    await expect(openStore(there.location, { exclusive: true })).rejects.toMatchObject({ code: 'directory-in-use' });
  }
  await using again = await openStore(there.location, { exclusive: true });
  expect(await schemaVersion(again.read)).toBe(0);
});

it('an embedded database is not shared by several servers', async () => {
  await using there = await emptyDirectory();
  await expect(openStore(there.location, { exclusive: 'shared' })).rejects.toMatchObject({
    code: 'not-shareable',
    message: expect.stringContaining('Set DATABASE_URL beside REDIS_URL'),
  });
  expect(await readdir(there.location.directory)).toEqual([]);
});

it('a refused opening lets go of the directory', async () => {
  await using there = await emptyDirectory();
  const file = join(there.location.directory, 'chancery.sqlite');
  await writeFile(file, 'this is a letter, not a database, and it is long enough to be read as a header of one: '.repeat(20));
  await expect(openStore(there.location, { exclusive: true })).rejects.toMatchObject({
    code: 'database-damaged',
    message: expect.stringContaining(file),
  });
  await expect(openStore(there.location, { exclusive: true })).rejects.toMatchObject({ code: 'database-damaged' });
});

it('a data directory that cannot be created is refused with its path', async () => {
  await using there = await emptyDirectory();
  const file = join(there.location.directory, 'letter.txt');
  await writeFile(file, 'a file, not a directory');
  const refused = openStore({ kind: 'sqlite', directory: join(file, 'data') });
  await expect(refused).rejects.toMatchObject({ code: 'directory-unusable', message: expect.stringContaining(join(file, 'data')) });
});

it('a data directory that may only be read is refused with its path', async () => {
  await using there = await emptyDirectory();
  const { directory } = there.location;
  await chmod(directory, 0o555);
  // Rights do not bind the superuser, so that the attempt is made as nobody.
  const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout } = await promisify(execFile)(process.execPath, [tryDirectory, directory], as);
  expect(JSON.parse(stdout)).toEqual({ code: 'directory-unusable', message: expect.stringContaining(directory) });
  expect(await readdir(directory)).toEqual([]);
});

it('a backup of a running store is a whole database, and never overwrites a file', async () => {
  await using there = await emptyDirectory();
  await using elsewhere = await emptyDirectory();
  await using store = await openStore(there.location, { exclusive: true });
  await migrate(store);
  const { round } = await castOf(store);
  const path = join(elsewhere.location.directory, 'chancery.sqlite');
  await store.backupTo?.(path);
  await expect(store.backupTo?.(path)).rejects.toThrow(/exists/);
  await castOf(store);
  await using copy = await openStore(elsewhere.location);
  expect((await listRounds(copy.read)).map((it) => it.id)).toEqual([round]);
});

it('work that is under way when the store closes is finished first, and later work is refused', async () => {
  await using there = await emptyDirectory();
  const store = await openStore(there.location);
  await migrate(store);
  const underWay = castOf(store);
  await store[Symbol.asyncDispose]();
  const { round } = await underWay;
  await expect(castOf(store)).rejects.toThrow('destroyed');
  await using again = await openStore(there.location);
  expect((await listRounds(again.read)).map((it) => it.id)).toEqual([round]);
});

async function holdInAnotherProcess(directory: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holdDirectory, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
