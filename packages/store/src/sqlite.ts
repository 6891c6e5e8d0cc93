// Owns the opening of the embedded database: the data directory, its lock, a thread to write and a thread to read.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Connections } from './connections.ts';
import { lockDirectory } from './directory-lock.ts';
import { sqlite } from './engine.ts';
import { SqliteThreadDialect } from './sqlite-dialect.ts';
import { SqliteThread } from './sqlite-thread.ts';
import { StoreOpenError } from './store-open-error.ts';
import type { Tables } from './tables.ts';

/** Opens `chancery.sqlite` in the directory, creating both where needed. `exclusive`: nobody else may hold the directory exclusively. */
export async function openSqlite(directory: string, exclusive: boolean): Promise<Connections> {
  const place = resolve(directory);
  prepareDirectory(place);
  const lock = exclusive ? lockDirectory(place) : null;
  const file = join(place, 'chancery.sqlite');
  try {
    // The writer first: it makes the file a database in WAL mode.
    const writer = await SqliteThread.open({ file, mode: 'writer' });
    const reader = await SqliteThread.open({ file, mode: 'reader' });
    return connect(file, { writer, reader, lock });
  } catch (cause) {
    lock?.[Symbol.dispose]();
    throw explain(file, cause);
  }
}

interface Held {
  readonly writer: SqliteThread;
  readonly reader: SqliteThread;
  readonly lock: Disposable | null;
}

function connect(file: string, { writer, reader, lock }: Held): Connections {
  const writes = new Kysely<Tables>({ dialect: new SqliteThreadDialect(writer) });
  const reads = new Kysely<Tables>({ dialect: new SqliteThreadDialect(reader) });
  return {
    engine: sqlite,
    reads,
    writes,
    backupTo: (path) => backup(file, path),
    close: async () => {
      await reads.destroy();
      await writes.destroy();
      // Kysely closes a thread only when it has been asked something.
      await Promise.all([reader.close(), writer.close()]);
      lock?.[Symbol.dispose]();
    },
  };
}

/** On a thread of its own, so that neither reads nor writes wait for it. */
async function backup(file: string, path: string): Promise<void> {
  const thread = await SqliteThread.open({ file, mode: 'writer' });
  try {
    await thread.send({ kind: 'backup', path: resolve(path) });
  } finally {
    await thread.close();
  }
}

function prepareDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreOpenError('directory-unusable', `The data directory ${directory} cannot be written: ${why}.`, { cause });
  }
}

function explain(file: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new StoreOpenError('database-damaged', `The file ${file} is not a database that can be read. Restore it from a backup.`, { cause });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS') {
    return new StoreOpenError('directory-unusable', `The database ${file} cannot be opened for writing.`, { cause });
  }
  return cause;
}
