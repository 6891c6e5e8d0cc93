// The worker of one SQLite connection, so that an fsync never stops the server's event loop. Started by sqlite-connection.ts.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { type PackedBatch, prepareAppend } from './append.ts';
import { openingId, type SqliteFault, type SqliteOpening, type SqliteReply, type SqliteRequest, type SqliteResult } from './messages.ts';

const busyTimeoutMs = 10_000;
/** Statements that are kept prepared, and how many characters one has at most: an insert of thousands of rows comes once. */
const maxPrepared = 500;
const maxPreparedLength = 5_000;
const nothing: SqliteResult = { rows: [], changes: 0 };

function open({ file, mode }: SqliteOpening): Sqlite.Database {
  const database = new Sqlite(file, { timeout: busyTimeoutMs });
  database.pragma('journal_mode = WAL');
  // FULL syncs the log at every commit: what was shown as saved survives a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  if (mode === 'reader') database.pragma('query_only = ON');
  return database;
}

function serve(database: Sqlite.Database): (request: SqliteRequest) => SqliteResult {
  const prepared = new Map<string, Sqlite.Statement<unknown[]>>();
  const prepare = (sql: string): Sqlite.Statement<unknown[]> => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare<unknown[]>(sql);
    if (sql.length > maxPreparedLength) return statement;
    if (prepared.size >= maxPrepared) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  let append: ((batch: PackedBatch) => readonly unknown[]) | null = null;
  return (request) => {
    switch (request.kind) {
      case 'query': {
        const statement = prepare(request.sql);
        if (statement.reader) return { rows: statement.all(...request.parameters), changes: 0 };
        return { rows: [], changes: statement.run(...request.parameters).changes };
      }
      case 'append':
        append ??= prepareAppend(database); // not before: an empty file has no tables yet
        return { rows: append(request.batch), changes: 0 };
      case 'rollback':
        // A commit that failed (a full disk) may have rolled back already.
        if (database.inTransaction) database.exec('rollback');
        return nothing;
      case 'backup':
        database.prepare('vacuum into ?').run(request.path);
        return nothing;
      case 'close':
        database.close();
        return nothing;
    }
  };
}

function toFault(error: unknown): SqliteFault {
  if (!(error instanceof Error)) return { message: String(error), code: 'unknown' };
  return { message: error.message, code: 'code' in error ? String(error.code) : 'unknown' };
}

function replyTo(id: number, work: () => SqliteResult): SqliteReply {
  try {
    return { id, ok: true, result: work() };
  } catch (error) {
    return { id, ok: false, fault: toFault(error) };
  }
}

function start(port: NonNullable<typeof parentPort>): void {
  let run = (_request: SqliteRequest): SqliteResult => nothing;
  const opened = replyTo(openingId, () => {
    run = serve(open(workerData as SqliteOpening));
    return nothing;
  });
  port.postMessage(opened);
  if (!opened.ok) return port.close();
  port.on('message', (request: SqliteRequest) => {
    port.postMessage(replyTo(request.id, () => run(request)));
    if (request.kind === 'close') port.close();
  });
}

if (parentPort !== null) start(parentPort);
