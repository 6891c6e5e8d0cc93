// A migration, and what its tables are made of: column types that mean the same on both databases.
import type { ColumnDefinitionBuilder, Kysely, RawBuilder } from 'kysely';

export interface Migration {
  readonly name: string;
  /** Sees the schema as the migration before left it, not the tables of today. */
  up(db: Kysely<unknown>, columns: Columns, kind: 'sqlite' | 'postgres'): Promise<void>;
}

export interface Columns {
  readonly text: 'text';
  /** Milliseconds since the epoch. */
  readonly instant: 'bigint';
  readonly count: 'integer';
  /** A whole number of up to 53 bits. */
  readonly whole: 'bigint';
  /** 0 or 1: SQLite has no booleans. */
  readonly flag: 'integer';
  /** JSON as text: its keys keep their order and nothing is rounded. */
  readonly json: 'text';
  readonly bytes: RawBuilder<unknown>;
}

/** The column types of a database, given its own one for raw bytes. */
export function columnsWith(bytes: RawBuilder<unknown>): Columns {
  return { text: 'text', instant: 'bigint', count: 'integer', whole: 'bigint', flag: 'integer', json: 'text', bytes };
}

/** A column that is never null. */
export function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull();
}

/** A primary key of one column; SQLite would allow null in it. */
export function key(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().notNull();
}

/** A column that is never null and names a row of another table (`person.id`). */
export function refersTo(target: string): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  return (column) => column.notNull().references(target);
}

/** A column that is null or names a row of another table. */
export function mayReferTo(target: string): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  return (column) => column.references(target);
}
