// The right to serve from a data directory: a lock of the operating system, taken through SQLite on a file of its own, so that it ends
// with the process, however the process ends. A text file beside it says who holds it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StoreOpenError } from '../database/store-open-error.ts';

interface Holder {
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** Takes the directory for this process, or throws `StoreOpenError` naming the process that has it. */
export function lockDirectory(directory: string): Disposable {
  const holderFile = join(directory, 'server.pid');
  const lock = new Sqlite(join(directory, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('begin immediate');
    const holder: Holder = { pid: process.pid, since: new Date().toISOString() };
    writeFileSync(holderFile, `${JSON.stringify(holder)}\n`);
  } catch (cause) {
    lock.close();
    if (isBusy(cause)) throw new StoreOpenError('directory-in-use', sentence(directory, readHolder(holderFile)), { cause });
    throw cause;
  }
  return {
    [Symbol.dispose]: () => {
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function sentence(directory: string, holder: Holder | null): string {
  const who = holder === null ? 'Another process' : `The process ${holder.pid}, running since ${holder.since},`;
  return `${who} already serves from the data directory ${directory}. Stop it first, or start this one with another DATA_DIR.`;
}

/** Null in the instant between taking the lock and writing the file. */
function readHolder(file: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(holder) ? holder : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'since' in value &&
    typeof value.since === 'string'
  );
}
