// Owns what an opened database consists of, whichever it is.
import type { Kysely } from 'kysely';
import type { Appended, DocumentId, PendingUpdate } from '@chancery/sync/ports';
import type { Engine } from './engine.ts';
import type { Tables } from '../schema/tables.ts';

/** How a store is held against others: see `StoreOptions`. */
export type Exclusive = boolean | 'shared';

export interface Connections {
  readonly engine: Engine;
  readonly reads: Kysely<Tables>;
  readonly writes: Kysely<Tables>;
  /** Throws while a write might meet one of another server. */
  readonly mayWrite: () => void;
  /** The log's `append`, for batches that are not empty. */
  readonly append: (batch: readonly PendingUpdate[]) => Promise<ReadonlyMap<DocumentId, Appended>>;
  readonly backupTo: ((path: string) => Promise<void>) | null;
  readonly close: () => Promise<void>;
}
