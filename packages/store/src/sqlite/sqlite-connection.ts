// A SQLite connection in a worker, seen from its owner: one user has it at a time.
import { type AskOptions, WorkerHandle } from '@chancery/workers';
import type { SqliteOpening, SqliteRequests } from './messages.ts';

/** An error of SQLite, with its code such as `SQLITE_CONSTRAINT_UNIQUE`. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export class SqliteConnection {
  readonly #worker = new WorkerHandle<SqliteRequests>(new URL('./sqlite-worker.ts', import.meta.url), {
    toError: ({ message, code, error }) => new SqliteError(message, code ?? 'unknown', error),
  });
  /** Settles when the last user in the queue has released the connection. */
  #free: Promise<void> = Promise.resolve();

  /** Starts a worker and opens its file. Rejects with `SqliteError`. */
  static async open(opening: SqliteOpening): Promise<SqliteConnection> {
    const connection = new SqliteConnection();
    try {
      await connection.ask('open', opening);
      return connection;
    } catch (cause) {
      await connection.#worker[Symbol.asyncDispose]();
      throw cause;
    }
  }

  /** Waits for its turn: one user at a time has the connection, for as many requests as it needs. Resolves to what gives it to the next. */
  async acquire(): Promise<() => void> {
    const before = this.#free;
    const turn = Promise.withResolvers<void>();
    this.#free = turn.promise;
    await before;
    return turn.resolve;
  }

  /** Requests are carried out in the order in which they were sent. Rejects with `SqliteError`. */
  ask<Name extends keyof SqliteRequests>(
    name: Name,
    request: Parameters<SqliteRequests[Name]>[0],
    options?: Pick<AskOptions, 'transfer'>,
  ): Promise<ReturnType<SqliteRequests[Name]>> {
    return this.#worker.ask(name, request, options);
  }

  /** Closes the file and waits until the worker has ended. */
  async close(): Promise<void> {
    if (this.#worker.hasEnded) return;
    await this.ask('close', undefined);
    await this.#worker[Symbol.asyncDispose]();
  }
}
