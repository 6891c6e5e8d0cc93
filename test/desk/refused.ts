// The assertion of stories about rules: `await expect(moh.accepts('7')).refused('not-permitted')`.
import type { Problem } from '@chancery/contract';
import { expect } from 'vitest';
import { RefusedError } from './request.ts';

declare module 'vitest' {
  // Its type parameters are those of the declaration that it adds to.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** The promise rejects because the response of the server names this code. */
    refused(code: Problem['code']): R extends T ? Promise<void> : Promise<void>;
  }
}

expect.extend({
  async refused(received: Promise<unknown>, code: Problem['code']) {
    const answer = await received.then(
      () => 'was done',
      (cause: unknown) => (cause instanceof RefusedError ? cause.problem.code : Promise.reject(cause)),
    );
    return { pass: answer === code, message: () => `expected the server to refuse with ${code}, but it answered: ${String(answer)}` };
  },
});
