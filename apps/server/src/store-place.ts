// Owns where the settings say that the database is.
import type { DatabaseLocation } from '@chancery/store';
import type { Config } from './config.ts';

/** PostgreSQL where it is named, the data directory otherwise. */
export function storePlaceOf({ databaseUrl, dataDirectory }: Config): DatabaseLocation {
  return databaseUrl === null ? { kind: 'sqlite', directory: dataDirectory } : { kind: 'postgres', url: databaseUrl };
}
