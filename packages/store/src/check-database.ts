// Owns the question whether the database can be used right now.
import { latestVersion, schemaVersion } from './migrate.ts';
import { engine, query, type Store } from './store.ts';

export interface DatabaseCheck {
  readonly kind: Store['kind'];
  readonly schemaVersion: number;
  /** False when the program is newer than the database: migrate. */
  readonly isUpToDate: boolean;
}

/** Asks both the side that reads and the side that writes; rejects when either does not answer. */
export async function checkDatabase(store: Store): Promise<DatabaseCheck> {
  const version = await schemaVersion(store.read);
  await store.transaction((tx) => tx[query].selectNoFrom(tx[engine].clock.as('at')).execute());
  return { kind: store.kind, schemaVersion: version, isUpToDate: version === latestVersion };
}
