// What a SQLite worker is asked for.
import type { AppendedRow, PackedBatch } from './append.ts';

export interface SqliteRequests {
  /** The first request. Anyone who opens a file creates it where needed. */
  open(opening: SqliteOpening): void;
  query(query: SqliteQuery): SqliteResult;
  append(batch: PackedBatch): readonly AppendedRow[];
  /** Without a transaction, nothing. */
  rollback(): void;
  /** Copies the database to this path. */
  backup(path: string): void;
  close(): void;
}

export interface SqliteOpening {
  readonly file: string;
  /** A reader refuses to write. */
  readonly mode: 'writer' | 'reader';
}

export interface SqliteQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface SqliteResult {
  readonly rows: readonly unknown[];
  readonly changes: number;
}
