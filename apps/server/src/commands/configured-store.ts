// Owns opening the database that the environment names, for commands that need no server.
import { openStore, type Store, type StoreOptions } from '@chancery/store';
import { readConfig } from '../config.ts';
import { storePlaceOf } from '../store-place.ts';

/** The store of this environment. Rejects with ConfigError or StoreOpenError. */
export async function openConfiguredStore(options: StoreOptions = {}): Promise<Store> {
  return openStore(storePlaceOf(readConfig(process.env, process.cwd())), options);
}
