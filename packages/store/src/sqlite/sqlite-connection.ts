// A SQLite connection in a worker, seen from its owner: sends requests, matches replies, and fails what is waiting when the worker ends.
import { Worker } from 'node:worker_threads';
import { openingId, type SqliteOpening, type SqliteReply, type SqliteRequest, type SqliteResult } from './messages.ts';

/** An error of SQLite, with its code such as `SQLITE_CONSTRAINT_UNIQUE`. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

type Unnumbered<R> = R extends SqliteRequest ? Omit<R, 'id'> : never;

interface Waiting {
  resolve(result: SqliteResult): void;
  reject(error: Error): void;
}

export class SqliteConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = openingId;
  #ended: Error | null = null;
  /** Settles when the last user in the queue has released the connection. */
  #free: Promise<void> = Promise.resolve();

  private constructor(opening: SqliteOpening) {
    // execArgv: flags of a test runner or debugger are not for this worker.
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: opening, execArgv: [] });
    this.#worker.on('message', (reply: SqliteReply) => this.#settle(reply));
    this.#worker.on('error', (cause) => this.#end(new Error('the SQLite worker failed', { cause })));
    this.#worker.on('exit', () => this.#end(new Error('the SQLite worker has ended')));
  }

  /** Starts a worker, which opens the file. Rejects with `SqliteError`. */
  static async open(opening: SqliteOpening): Promise<SqliteConnection> {
    const connection = new SqliteConnection(opening);
    await connection.#reply(openingId);
    return connection;
  }

  /** Waits for its turn: one user at a time has the connection, for as many requests as it needs. Resolves to what gives it to the next. */
  async acquire(): Promise<() => void> {
    const before = this.#free;
    const turn = Promise.withResolvers<void>();
    this.#free = turn.promise;
    await before;
    return turn.resolve;
  }

  /** Requests are carried out in the order in which they were sent. Buffers in `transfer` are handed over, and empty afterwards. */
  send(request: Unnumbered<SqliteRequest>, transfer: readonly ArrayBuffer[] = []): Promise<SqliteResult> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const reply = this.#reply(this.#lastId);
    this.#worker.postMessage({ ...request, id: this.#lastId }, transfer);
    return reply;
  }

  /** Closes the file and waits until the worker has ended. */
  async close(): Promise<void> {
    if (this.#ended !== null) return;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    await this.send({ kind: 'close' });
    await exited;
  }

  #reply(id: number): Promise<SqliteResult> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #settle(reply: SqliteReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.result);
    else waiting?.reject(new SqliteError(reply.fault.message, reply.fault.code));
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    for (const waiting of this.#waiting.values()) waiting.reject(reason);
    this.#waiting.clear();
  }
}
