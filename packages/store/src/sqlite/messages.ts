// The messages between a SQLite worker and its owner.
import type { PackedBatch } from './append.ts';

export type SqliteRequest =
  | { readonly id: number; readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly kind: 'append'; readonly batch: PackedBatch }
  | { readonly id: number; readonly kind: 'rollback' }
  | { readonly id: number; readonly kind: 'backup'; readonly path: string }
  | { readonly id: number; readonly kind: 'close' };

export interface SqliteResult {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

export interface SqliteFault {
  readonly message: string;
  readonly code: string;
}

export type SqliteReply =
  | { readonly id: number; readonly ok: true; readonly result: SqliteResult }
  | { readonly id: number; readonly ok: false; readonly fault: SqliteFault };

/** How a worker is started. Its first message, under `openingId`, says whether the file could be opened. */
export interface SqliteOpening {
  readonly file: string;
  /** A reader refuses to write. */
  readonly mode: 'writer' | 'reader';
}

export const openingId = 0;
