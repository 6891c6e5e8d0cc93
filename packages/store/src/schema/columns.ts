// Owns the column types that mean the same on both databases, and how values go in and come out.
import type { ColumnDefinitionBuilder } from 'kysely';
import type { Engine } from '../database/engine.ts';

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
  readonly bytes: Engine['bytes'];
}

/** The column types of one database. */
export function columnsOf(engine: Engine): Columns {
  return { text: 'text', instant: 'bigint', count: 'integer', whole: 'bigint', flag: 'integer', json: 'text', bytes: engine.bytes };
}

export type Flag = 0 | 1;

/** A claim on its way into a column. */
export function toFlag(claim: boolean): Flag {
  return claim ? 1 : 0;
}

/** A claim on its way out of a column. */
export function isSet(flag: Flag): boolean {
  return flag === 1;
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

/** The same, or null. */
export function mayReferTo(target: string): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  return (column) => column.references(target);
}

/** What a parameter becomes on its way in. PostgreSQL's text holds no NUL, so that neither database is given one. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

/** A whole number that a driver hands over as text because it might not fit. */
export function toNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`not a safe integer: ${text}`);
  return value;
}

/** Bytes of their own, whatever buffer the driver cut them from. */
export function toBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
