// The opening of the embedded database: the data directory, its lock, a connection to write and one to read.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Appended, DocumentId, PendingUpdate } from '@chancery/sync/ports';
import { Kysely } from 'kysely';
import type { Connections, Exclusive } from '../database/adapter.ts';
import { lockDirectory } from './directory-lock.ts';
import { sqliteDialect } from './sql-dialect.ts';
import { packBatch } from './append.ts';
import { WorkerDialect } from './kysely-dialect.ts';
import type { SqliteOpening } from './messages.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { StoreOpenError } from '../database/store-open-error.ts';
import type { Tables } from '../schema/tables.ts';

/** Opens `chancery.sqlite` in the directory, creating both where needed. Rejects with `StoreOpenError`, if `exclusive` also when another process has it so. */
export async function openSqlite(directory: string, exclusive: Exclusive): Promise<Connections> {
  if (exclusive === 'shared') {
    throw new StoreOpenError(
      'not-shareable',
      'Several servers need PostgreSQL. Set DATABASE_URL beside REDIS_URL, or leave REDIS_URL away for one server with an embedded database.',
    );
  }
  const path = resolve(directory);
  const file = join(path, 'chancery.sqlite');
  prepareDirectory(path);
  try {
    await using opening = new AsyncDisposableStack();
    if (exclusive) opening.use(lockDirectory(path));
    // The writer first: it makes the file a database in WAL mode.
    const writer = await openConnection(opening, { file, mode: 'writer' });
    const reader = await openConnection(opening, { file, mode: 'reader' });
    const writes = speakTo(opening, writer);
    const reads = speakTo(opening, reader);
    const opened = opening.move();
    return {
      dialect: sqliteDialect,
      reads,
      writes,
      mayWrite: () => {}, // the lock of a directory ends with the process
      append: (batch) => append(writer, batch),
      backupTo: (to) => backup(file, to),
      close: () => opened.disposeAsync(),
    };
  } catch (cause) {
    throw explain(file, cause);
  }
}

async function openConnection(opening: AsyncDisposableStack, how: SqliteOpening): Promise<SqliteConnection> {
  return opening.adopt(await SqliteConnection.open(how), (it) => it.close());
}

function speakTo(opening: AsyncDisposableStack, connection: SqliteConnection): Kysely<Tables> {
  return opening.adopt(new Kysely<Tables>({ dialect: new WorkerDialect(connection) }), (it) => it.destroy());
}

/** Takes its turn among the transactions. */
async function append(writer: SqliteConnection, batch: readonly PendingUpdate[]): Promise<ReadonlyMap<DocumentId, Appended>> {
  const packed = packBatch(batch);
  const release = await writer.acquire();
  try {
    return new Map(await writer.ask('append', packed, { transfer: [packed.bytes] }));
  } finally {
    release();
  }
}

/** On a connection of its own, so that neither reads nor writes wait for it. */
async function backup(file: string, to: string): Promise<void> {
  const connection = await SqliteConnection.open({ file, mode: 'writer' });
  try {
    await connection.ask('backup', resolve(to));
  } finally {
    await connection.close();
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
