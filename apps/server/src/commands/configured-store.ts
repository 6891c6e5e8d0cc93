// Owns opening the database that the environment names, for commands that need no server.
import { openStore, type Store, type StoreOptions } from '@chancery/store';
import { readConfig } from '../config.ts';

/** The store of this environment. Rejects with ConfigError or StoreOpenError. */
export async function openConfiguredStore(options: StoreOptions = {}): Promise<Store> {
  const config = readConfig(process.env, process.cwd());
  return openStore(
    config.databaseUrl === null ? { kind: 'sqlite', directory: config.dataDirectory } : { kind: 'postgres', url: config.databaseUrl },
    options,
  );
}
