// The opening of the database that the environment names, for commands that need no server.
import { openStore, type Store, type StoreOptions } from '@chancery/store';
import { readConfig, databaseLocationOf } from '../config.ts';

/** The store of this environment. Rejects with ConfigError or StoreOpenError. */
export async function openConfiguredStore(options: StoreOptions = {}): Promise<Store> {
  return openStore(databaseLocationOf(readConfig(process.env, process.cwd())), options);
}
