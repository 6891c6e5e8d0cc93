// Kysely's way to a SQLite connection, which one user has at a time.
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { storable } from '../schema/values.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

export class WorkerDialect implements Dialect {
  readonly #sqlite: SqliteConnection;

  constructor(sqlite: SqliteConnection) {
    this.#sqlite = sqlite;
  }

  createDriver(): Driver {
    return new WorkerDriver(this.#sqlite);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new StorableSqliteCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

class StorableSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(ownBytes(storable(parameter)));
  }
}

/** Posting a view to a worker copies the whole buffer behind it, so that a view of a large one is cut out first. */
function ownBytes(value: unknown): unknown {
  return value instanceof Uint8Array && value.byteLength !== value.buffer.byteLength ? value.slice() : value;
}

class WorkerDriver implements Driver {
  readonly #sqlite: SqliteConnection;
  readonly #connection: WorkerConnection;
  #release: () => void = () => {};

  constructor(sqlite: SqliteConnection) {
    this.#sqlite = sqlite;
    this.#connection = new WorkerConnection(sqlite);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#release = await this.#sqlite.acquire();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // immediate: takes the writer's place at once, instead of failing later at the first write.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    await this.#sqlite.ask('rollback', undefined);
  }

  async destroy(): Promise<void> {
    const release = await this.#sqlite.acquire();
    await this.#sqlite.close();
    release(); // to anyone who comes later and is turned away
  }
}

class WorkerConnection implements DatabaseConnection {
  readonly #sqlite: SqliteConnection;

  constructor(sqlite: SqliteConnection) {
    this.#sqlite = sqlite;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#sqlite.ask('query', { sql, parameters });
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  streamQuery(): AsyncIterableIterator<QueryResult<never>> {
    throw new Error('streaming is not supported');
  }
}
