// The check that the database can be used right now.
import { latestVersion, schemaVersion } from './migrate.ts';
import { dialect, query, type Store } from './store.ts';

export interface DatabaseCheck {
  readonly kind: Store['kind'];
  readonly schemaVersion: number;
  /** False when the program is newer than the database: migrate. */
  readonly isUpToDate: boolean;
}

/** A database that takes longer is of no use to anybody, and a monitor waits hardly longer. */
const maxReplyMs = 2_000;

/** Asks both the side that reads and the side that writes; rejects when one of them fails or takes more than two seconds. */
export async function checkDatabase(store: Store): Promise<DatabaseCheck> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`the database has not replied for ${maxReplyMs} ms`)), maxReplyMs);
  try {
    return await Promise.race([askBothSides(store), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function askBothSides(store: Store): Promise<DatabaseCheck> {
  const version = await schemaVersion(store.read);
  await store.transaction((tx) => tx[query].selectNoFrom(tx[dialect].clock.as('at')).execute());
  return { kind: store.kind, schemaVersion: version, isUpToDate: version === latestVersion };
}
