// `chancery backup <file>` and `chancery restore <file>`: the embedded database as one file. A backup may be made beside a running server.
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bumpEpochs, migrate, openStore } from '@chancery/store';
import { readConfig } from '../config.ts';
import { openConfiguredStore } from './configured-store.ts';

const databaseFile = 'chancery.sqlite';

export async function backup([file = '']: readonly string[]): Promise<number> {
  if (existsSync(file)) return failed(`${file} exists already. Name a file that does not.`);
  await using store = await openConfiguredStore();
  if (store.backupTo === null) return failed('This installation keeps its data in PostgreSQL: use pg_dump.');
  await store.backupTo(resolve(file));
  console.log(`The database was copied to ${file}.`);
  return 0;
}

/** Puts the backup in place of the database, which is kept beside it. Refused while a server runs on the directory. */
export async function restore([file = '']: readonly string[]): Promise<number> {
  if (!existsSync(file)) return failed(`There is no file ${file}.`);
  const config = readConfig(process.env, process.cwd());
  if (config.databaseUrl !== null)
    return failed('This installation keeps its data in PostgreSQL: use pg_restore, and then chancery new-epochs.');
  // Opening it exclusively proves that no server runs; closing it folds its write-ahead log into the file.
  await (await openConfiguredStore({ exclusive: true }))[Symbol.asyncDispose]();
  const copy = await checkedCopy(config.dataDirectory, file);
  const replaced = join(config.dataDirectory, `replaced-${new Date().toISOString().replaceAll(':', '-')}.sqlite`);
  const database = join(config.dataDirectory, databaseFile);
  await rename(database, replaced);
  for (const rest of ['-wal', '-shm']) await rm(database + rest, { force: true });
  await rename(join(copy, databaseFile), database);
  await rm(copy, { recursive: true });
  console.log(`${file} is in place. The database that was there is kept as ${replaced}.`);
  return 0;
}

/** A copy of the backup in a directory of its own, seen to be a database of this program, its documents in new epochs. Rejects with StoreOpenError. */
async function checkedCopy(directory: string, file: string): Promise<string> {
  const copy = await mkdtemp(join(directory, 'restore-'));
  try {
    await copyFile(file, join(copy, databaseFile));
    await using store = await openStore({ kind: 'sqlite', directory: copy });
    await migrate(store);
    // A window that was opened before has edits on the history that is now replaced: it starts again.
    await store.transaction(bumpEpochs);
    return copy;
  } catch (cause) {
    await rm(copy, { recursive: true });
    throw cause;
  }
}

function failed(sentence: string): number {
  console.error(sentence);
  return 1;
}
