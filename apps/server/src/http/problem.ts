// The response to a failed request: RFC 9457 problem details, in one place.
import { type Problem, type ProblemCode, problemCodes } from '@chancery/contract';
import type { Outcome, QuestionId, Refusal } from '@chancery/domain';
import { answerOf, isUnavailable } from '@chancery/store';
import { QuarantinedDocumentError } from '@chancery/sync';
import { refusalSentences } from './refusal-sentences.ts';

/** The request is wrong. `detail` is a plain sentence for people. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly retryAfter: number | null;
  constructor(code: ProblemCode, detail: string, retryAfter: number | null = null) {
    super(detail);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** A rule said no; carried as an exception only from a handler to the edge, so that a transaction rolls back on its way. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The problem of a request that needs answers whose stored history cannot be read back. */
export function unreadableAnswers(questions: readonly QuestionId[]): ProblemError {
  const which = questions.length === 1 ? `The answer to question ${questions.join()}` : `The answers to questions ${questions.join(', ')}`;
  return new ProblemError(
    'answer-unreadable',
    `${which} can't be read at the moment, so nothing was done. Your administrator has been told. Try again when that is mended.`,
  );
}

/** The value of an outcome, or throws its refusal to the edge. */
export function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RefusalError(outcome.refusal);
  return outcome.value;
}

const titles: Record<ProblemCode, string> = {
  malformed: 'The request could not be understood',
  'not-signed-in': 'Nobody is signed in',
  'wrong-password': 'E-mail address or password is wrong',
  'foreign-origin': 'The request came from another site',
  'not-permitted': 'You may not do this',
  'not-found': 'There is nothing here',
  'method-not-allowed': 'This cannot be done here',
  conflict: 'Somebody else was faster',
  'import-expired': 'The preview has expired',
  'link-used': 'This link has been used or has expired',
  'too-large': 'The file is too large',
  'import-empty': 'The file is empty',
  'import-binary': 'The file is not text',
  'import-not-a-questionnaire': 'The file is not this questionnaire',
  'import-too-complex': 'The file takes too long to read',
  'too-many-attempts': 'Too many attempts',
  'answer-unreadable': 'An answer cannot be read',
  'database-unavailable': 'The database does not answer',
  bug: 'Something went wrong on the server',
};

/** The response for a problem. */
export function problemResponse(code: ProblemCode, detail: string, retryAfter: number | null = null): Response {
  const status = problemCodes[code];
  const problem: Problem = {
    type: `urn:chancery:problem:${code}`,
    title: titles[code],
    status,
    code,
    detail,
    ...(retryAfter === null ? {} : { retryAfter }),
  };
  return answer(problem, retryAfter);
}

/** The response for a refusal: 403 when it is about rights, 409 otherwise. */
function refusalResponse(refusal: Refusal): Response {
  const status = refusal.code === 'not-permitted' ? 403 : 409;
  return answer(
    {
      type: `urn:chancery:refusal:${refusal.code}`,
      title: `Refused: ${refusal.code}`,
      status,
      code: refusal.code,
      detail: refusalSentences[refusal.code],
      refusal,
    },
    null,
  );
}

function answer(problem: Problem, retryAfter: number | null): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
  if (retryAfter !== null) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Maps whatever a handler threw. Bugs are handed to `report` with their cause and answer 500. */
export function toResponse(thrown: unknown, report: (cause: unknown) => void): Response {
  if (thrown instanceof RefusalError) return refusalResponse(thrown.refusal);
  if (thrown instanceof ProblemError) return problemResponse(thrown.code, thrown.message, thrown.retryAfter);
  // Whoever met it has raised an alarm.
  if (thrown instanceof QuarantinedDocumentError) return toResponse(unreadableAnswers([answerOf(thrown.document).question]), report);
  report(thrown);
  if (isUnavailable(thrown))
    return problemResponse(
      'database-unavailable',
      'The database does not answer at the moment. Nothing was changed. Try again in a minute.',
      60,
    );
  return problemResponse(
    'bug',
    'The server met an error it did not expect. Nothing was changed. Try again; if it happens again, tell your administrator.',
  );
}
