// The steps of an import as one value: choosing, uploading, looking, importing, done.
import type { ImportPreview, ImportProgress } from '@chancery/contract';

export type ImportReport = Extract<ImportProgress, { kind: 'report' }>;

export type ImportState =
  | { readonly status: 'choosing'; readonly failure: unknown }
  /** `sent` is of 1; when it is 1 the server is reading. */
  | { readonly status: 'uploading'; readonly fileName: string; readonly sent: number }
  | { readonly status: 'looking'; readonly preview: ImportPreview }
  | { readonly status: 'importing'; readonly done: number; readonly of: number }
  /** The whole report came. */
  | { readonly status: 'reported'; readonly report: ImportReport }
  /** No report came: the import was cancelled, or the connection was lost on the way. */
  | { readonly status: 'ended'; readonly why: 'cancelled' | 'lost'; readonly done: number; readonly of: number };

export const maxImportBytes = 5 * 1024 * 1024;
