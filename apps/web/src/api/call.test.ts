import { describe, expect, it } from 'vitest';
import { fillPath } from './call.ts';
import { failureOf } from './failure.ts';

describe('a path', () => {
  it('is filled with values, each kept inside its place', () => {
    expect(fillPath('/api/rounds/:round/questions/:question', { round: 'r1', question: 'a/b?c' })).toBe(
      '/api/rounds/r1/questions/a%2Fb%3Fc',
    );
  });
});

describe('a failed request', () => {
  const problem = {
    type: 'urn:chancery:problem:too-many-attempts',
    title: 'Too many attempts',
    status: 429,
    code: 'too-many-attempts',
    retryAfter: 90,
  };

  it('carries the problem that the server stated', async () => {
    const failure = await failureOf(new Response(JSON.stringify(problem), { status: 429 }));
    expect(failure.code).toBe('too-many-attempts');
    expect(failure.problem?.retryAfter).toBe(90);
  });

  it('that a proxy answers for a server that is away counts as unreachable', async () => {
    expect((await failureOf(new Response('<html>Bad gateway</html>', { status: 502 }))).code).toBe('unreachable');
  });

  it('without a statement is a bug', async () => {
    expect((await failureOf(new Response('oops', { status: 500 }))).code).toBe('bug');
  });
});
