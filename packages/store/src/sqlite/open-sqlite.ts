// Owns the opening of the embedded database: the data directory, its lock, a thread to write and a thread to read.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Appended, DocumentId, PendingUpdate } from '@chancery/sync/ports';
import { Kysely } from 'kysely';
import type { Connections, Exclusive } from '../database/adapter.ts';
import { lockDirectory } from './directory-lock.ts';
import { sqliteDialect } from './sql-dialect.ts';
import { type AppendedRow, packBatch } from './append.ts';
import { SqliteThreadDialect } from './kysely-dialect.ts';
import type { SqliteOpening } from './messages.ts';
import { SqliteThread } from './sqlite-connection.ts';
import { StoreOpenError } from '../database/store-open-error.ts';
import type { Tables } from '../schema/tables.ts';

/** Opens `chancery.sqlite` in the directory, creating both where needed. `exclusive`: nobody else may hold the directory exclusively. */
export async function openSqlite(directory: string, exclusive: Exclusive): Promise<Connections> {
  if (exclusive === 'shared') {
    throw new StoreOpenError(
      'not-shareable',
      'Several servers need PostgreSQL. Set DATABASE_URL beside REDIS_URL, or leave REDIS_URL away for one server with an embedded database.',
    );
  }
  const place = resolve(directory);
  const file = join(place, 'chancery.sqlite');
  prepareDirectory(place);
  try {
    await using opening = new AsyncDisposableStack();
    if (exclusive) opening.use(lockDirectory(place));
    // The writer first: it makes the file a database in WAL mode.
    const writer = await openThread(opening, { file, mode: 'writer' });
    const reader = await openThread(opening, { file, mode: 'reader' });
    const writes = speakTo(opening, writer);
    const reads = speakTo(opening, reader);
    const opened = opening.move();
    return {
      dialect: sqliteDialect,
      reads,
      writes,
      mayWrite: () => {}, // the lock of a directory ends with the process
      append: (batch) => append(writer, batch),
      backupTo: (path) => backup(file, path),
      close: () => opened.disposeAsync(),
    };
  } catch (cause) {
    throw explain(file, cause);
  }
}

async function openThread(opening: AsyncDisposableStack, how: SqliteOpening): Promise<SqliteThread> {
  return opening.adopt(await SqliteThread.open(how), (it) => it.close());
}

function speakTo(opening: AsyncDisposableStack, thread: SqliteThread): Kysely<Tables> {
  return opening.adopt(new Kysely<Tables>({ dialect: new SqliteThreadDialect(thread) }), (it) => it.destroy());
}

/** Takes its turn among the transactions. */
async function append(writer: SqliteThread, batch: readonly PendingUpdate[]): Promise<ReadonlyMap<DocumentId, Appended>> {
  const packed = packBatch(batch);
  const release = await writer.acquire();
  try {
    const { rows } = await writer.send({ kind: 'append', batch: packed }, [packed.bytes]);
    return new Map(rows as AppendedRow[]);
  } finally {
    release();
  }
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
    return new StoreOpenError('database-damaged', `The file ${file} is not a database that can be read. Restore it from a backup.`, {
      cause,
    });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS') {
    return new StoreOpenError('directory-unusable', `The database ${file} cannot be opened for writing.`, { cause });
  }
  return cause;
}
