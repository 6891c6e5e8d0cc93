// RFC 9457 problem details: what every failed request answers.
import type { Refusal } from '@chancery/domain';

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
  'import-not-a-questionnaire': 422,
  'import-too-complex': 422,
  'too-many-attempts': 429,
  'answer-unreadable': 503,
  'database-unavailable': 503,
  bug: 500,
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** `application/problem+json`. `code` is a problem code or, where `refusal` is given (status 403 or 409), the code of that refusal. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode | Refusal['code'];
  readonly detail?: string;
  readonly refusal?: Refusal;
  /** Seconds after which it makes sense to try again. */
  readonly retryAfter?: number;
}
