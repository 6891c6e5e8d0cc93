// Proves the response to a failed request: problem details with a code, and nothing of the inside of a bug.
import { type Problem, problemCodes } from '@chancery/contract';
import { expect, it } from 'vitest';
import { allowed, ProblemError, problemResponse, RefusalError, toResponse } from './problem.ts';

it.each(Object.entries(problemCodes))('the problem %s answers %d', async (code, status) => {
  const response = problemResponse(code as 'malformed', 'A sentence.');
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  const problem = (await response.json()) as Problem;
  expect(problem).toEqual({
    type: `urn:chancery:problem:${code}`,
    title: expect.any(String) as string,
    status,
    code,
    detail: 'A sentence.',
  });
});

it('a problem that passes says when to try again, in its header too', async () => {
  const response = toResponse(new ProblemError({ code: 'too-many-attempts', retryAfter: 61 }, 'Wait.'), unexpected);
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '61']);
  expect(await response.json()).toMatchObject({ code: 'too-many-attempts', retryAfter: 61 });
});

it('a body that is too large ends the connection, on which the rest of it may still be under way', () => {
  const closes = (code: 'too-large' | 'malformed') =>
    problemResponse(code === 'too-large' ? { code, maxBytes: 1 } : code, 'No.').headers.get('connection');
  expect([closes('too-large'), closes('malformed')]).toEqual(['close', null]);
});

it('a problem whose sentence names something states it beside the sentence', async () => {
  const response = toResponse(new ProblemError({ code: 'import-not-a-questionnaire', matched: 2 }, 'Two questions.'), unexpected);
  expect(await response.json()).toMatchObject({ code: 'import-not-a-questionnaire', matched: 2, detail: 'Two questions.' });
});

it('a refusal about rights answers 403, any other 409, both with their facts', async () => {
  const right = toResponse(new RefusalError({ code: 'not-permitted' }), unexpected);
  const rule = toResponse(new RefusalError({ code: 'query-open', threads: [] }), unexpected);
  expect([right.status, rule.status]).toEqual([403, 409]);
  expect(await rule.json()).toMatchObject({
    code: 'query-open',
    detail: 'A query is open. Close it first.',
    refusal: { code: 'query-open', threads: [] },
  });
});

it('a bug is reported once with its cause, and told without it', async () => {
  const reported: unknown[] = [];
  const bug = new Error('the password is 12345');
  const response = toResponse(bug, (cause) => reported.push(cause));
  expect(reported).toEqual([bug]);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('12345');
});

it('an outcome gives its value or throws its refusal', () => {
  expect(allowed({ ok: true, value: 7 })).toBe(7);
  expect(() => allowed({ ok: false, refusal: { code: 'unassigned' } })).toThrow(RefusalError);
});

function unexpected(cause: unknown): never {
  throw cause;
}
