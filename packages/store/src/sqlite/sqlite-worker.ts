// One SQLite connection in a worker, so that an fsync never stops the server's event loop. Started by sqlite-connection.ts.
import Sqlite from 'better-sqlite3';
import { replyWith } from '@chancery/workers';
import { type AppendedRow, type PackedBatch, prepareAppend } from './append.ts';
import type { SqliteOpening, SqliteQuery, SqliteRequests, SqliteResult } from './messages.ts';

const busyTimeoutMs = 10_000;
/** Statements that are kept prepared: so many, and none longer than this (an insert of thousands of rows comes once). */
const maxPrepared = 500;
const maxPreparedLength = 5_000;

class OpenDatabase {
  readonly #database: Sqlite.Database;
  readonly #prepared = new Map<string, Sqlite.Statement<unknown[]>>();
  #append: ((batch: PackedBatch) => readonly AppendedRow[]) | null = null;

  constructor({ file, mode }: SqliteOpening) {
    this.#database = new Sqlite(file, { timeout: busyTimeoutMs });
    this.#database.pragma('journal_mode = WAL');
    // FULL syncs the log at every commit: what was shown as saved survives a power cut.
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma('foreign_keys = ON');
    if (mode === 'reader') this.#database.pragma('query_only = ON');
  }

  query({ sql, parameters }: SqliteQuery): SqliteResult {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters), changes: 0 };
    return { rows: [], changes: statement.run(...parameters).changes };
  }

  append(batch: PackedBatch): readonly AppendedRow[] {
    this.#append ??= prepareAppend(this.#database); // not before: an empty file has no tables yet
    return this.#append(batch);
  }

  rollback(): void {
    // A commit that failed (a full disk) may have rolled back already.
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }

  backup(path: string): void {
    this.#database.prepare('vacuum into ?').run(path);
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): Sqlite.Statement<unknown[]> {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare<unknown[]>(sql);
    if (sql.length > maxPreparedLength) return statement;
    if (this.#prepared.size >= maxPrepared) this.#prepared.clear();
    this.#prepared.set(sql, statement);
    return statement;
  }
}

let database: OpenDatabase | null = null;

function opened(): OpenDatabase {
  if (database === null) throw new Error('no database is open');
  return database;
}

replyWith<SqliteRequests>({
  open: (opening) => {
    database = new OpenDatabase(opening);
  },
  query: (query) => opened().query(query),
  append: (batch) => opened().append(batch),
  rollback: () => opened().rollback(),
  backup: (path) => opened().backup(path),
  close: () => opened().close(),
});
