// RFC 9457 problem details: the response to every failed request.
import type { QuestionId, Refusal } from '@chancery/domain';

/** The request is wrong; unlike a refusal, no rule of the product was asked. */
export const problemCodes = {
  malformed: 400,
  'not-signed-in': 401,
  'wrong-password': 401,
  'foreign-origin': 403,
  'not-permitted': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'import-expired': 410,
  'link-used': 410,
  'too-large': 413,
  'import-empty': 422,
  'import-binary': 422,
  'import-damaged': 422,
  'import-protected': 422,
  'import-wrong-kind': 422,
  'import-not-a-questionnaire': 422,
  'import-too-complex': 422,
  'public-url-missing': 421,
  'too-many-attempts': 429,
  'answer-unreadable': 503,
  'database-unavailable': 503,
  bug: 500,
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** Files of other programs; `office` cannot be told more closely. */
export type ForeignFileKind =
  | 'old-word'
  | 'spreadsheet'
  | 'presentation'
  | 'open-document'
  | 'office'
  | 'pdf'
  | 'rich-text'
  | 'picture'
  | 'archive';

/** The problems whose sentence names something: the code with its values, so that every client can word it in its reader's language. */
export type ProblemWithValues =
  | { readonly code: 'too-large'; readonly maxBytes: number }
  /** `matched`: how many questions of the round were found in the file. */
  | { readonly code: 'import-not-a-questionnaire'; readonly matched: number }
  /** `fileKind`: which other program's file it is. */
  | { readonly code: 'import-wrong-kind'; readonly fileKind: ForeignFileKind }
  | { readonly code: 'answer-unreadable'; readonly questions: readonly QuestionId[] }
  /** `retryAfter`: seconds after which it makes sense to try again. */
  | { readonly code: 'too-many-attempts' | 'database-unavailable'; readonly retryAfter: number };

/** A problem as it is stated: a code alone where nothing belongs to it. */
export type ProblemStatement = ProblemWithValues | { readonly code: Exclude<ProblemCode, ProblemWithValues['code']> };

/**
 * `application/problem+json`. `code` is a problem code or, where `refusal` is given (status 403 or 409), the code of that refusal.
 * The last five are the values of `ProblemWithValues`.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode | Refusal['code'];
  readonly detail?: string;
  readonly refusal?: Refusal;
  readonly retryAfter?: number;
  readonly maxBytes?: number;
  readonly matched?: number;
  readonly questions?: readonly QuestionId[];
  /** By which the log of the server names this request. */
  readonly requestId?: string;
  readonly fileKind?: ForeignFileKind;
}
