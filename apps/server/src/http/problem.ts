// The response to a failed request: RFC 9457 problem details, in one place.
import { type Problem, type ProblemCode, type ProblemStatement, type ProblemWithValues, problemCodes } from '@chancery/contract';
import type { Outcome, QuestionId, Refusal } from '@chancery/domain';
import { answerOf, isUnavailable } from '@chancery/store';
import { QuarantinedDocumentError } from '@chancery/sync';
import { refusalSentences } from './refusal-sentences.ts';

/** A code, with its values where it has some. */
type Stated = ProblemStatement | Exclude<ProblemCode, ProblemWithValues['code']>;

/** The request is wrong. `detail` is a plain English sentence for people who use the API; our screens word the code and its values themselves. */
export class ProblemError extends Error {
  readonly statement: ProblemStatement;
  constructor(stated: Stated, detail: string) {
    super(detail);
    this.statement = statementOf(stated);
  }
  get code(): ProblemCode {
    return this.statement.code;
  }
}

function statementOf(stated: Stated): ProblemStatement {
  return typeof stated === 'string' ? { code: stated } : stated;
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
    { code: 'answer-unreadable', questions },
    `${which} cannot be read at the moment, so nothing was done. Your administrator has been told. Try again when it is repaired.`,
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
  'import-damaged': 'The file is damaged',
  'import-protected': 'The file is protected by a password',
  'import-wrong-kind': 'The file is of another kind',
  'import-not-a-questionnaire': 'The file is not this questionnaire',
  'import-too-complex': 'The file takes too long to read',
  'public-url-missing': 'The server is set up for its own machine alone',
  'too-many-attempts': 'Too many attempts',
  'answer-unreadable': 'An answer cannot be read',
  'database-unavailable': 'The database does not answer',
  bug: 'Something went wrong on the server',
};

/** The response for a problem. */
export function problemResponse(stated: Stated, detail: string): Response {
  const { code, ...values } = statementOf(stated);
  return respond({ type: `urn:chancery:problem:${code}`, title: titles[code], status: problemCodes[code], code, detail, ...values });
}

const aboutRights: ReadonlySet<Refusal['code']> = new Set(['not-permitted', 'grant-needs', 'own-membership', 'needs-another-person']);

/** The response for a refusal: 403 when it is about rights, 409 otherwise. */
function refusalResponse(refusal: Refusal): Response {
  const status = aboutRights.has(refusal.code) ? 403 : 409;
  return respond({
    type: `urn:chancery:refusal:${refusal.code}`,
    title: `Refused: ${refusal.code}`,
    status,
    code: refusal.code,
    detail: refusalSentences[refusal.code],
    refusal,
  });
}

function respond(problem: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
  if (problem.retryAfter !== undefined) headers.set('retry-after', String(problem.retryAfter));
  // The rest of the body is not waited for, and the connection is cut with it: a client must not send its next request there.
  if (problem.code === 'too-large') headers.set('connection', 'close');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Maps whatever a handler threw. Bugs are handed to `report` with their cause and become a 500. */
export function toResponse(thrown: unknown, report: (cause: unknown) => void): Response {
  if (thrown instanceof RefusalError) return refusalResponse(thrown.refusal);
  if (thrown instanceof ProblemError) return problemResponse(thrown.statement, thrown.message);
  // The alarm was raised where it was met.
  if (thrown instanceof QuarantinedDocumentError) return toResponse(unreadableAnswers([answerOf(thrown.document).question]), report);
  report(thrown);
  if (isUnavailable(thrown))
    return problemResponse(
      { code: 'database-unavailable', retryAfter: 60 },
      'The database does not answer at the moment. Nothing was changed. Try again in a minute.',
    );
  return problemResponse(
    'bug',
    'The server met an error it did not expect. Nothing was changed. Try again; if it happens again, tell your administrator.',
  );
}

/**
 * Maps whatever a handler threw that the stop of the server has overtaken: what it still needed was closed before it, which is no bug.
 * Handed to `report`; the response is a 503 on a connection that ends.
 */
export function toLastResponse(thrown: unknown, report: (cause: unknown) => void): Response {
  const isExpected = thrown instanceof RefusalError || thrown instanceof ProblemError;
  if (!isExpected) report(thrown);
  const detail = 'The server is stopping, and may not have done this. Try again in a moment.';
  const response = toResponse(isExpected ? thrown : new ProblemError({ code: 'database-unavailable', retryAfter: 1 }, detail), report);
  response.headers.set('connection', 'close');
  return response;
}
