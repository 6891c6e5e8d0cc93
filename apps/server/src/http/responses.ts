// What the responses of the API go through: compression, and the 405 for a method that an address does not know.
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Server } from './implement.ts';
import { problemResponse } from './problem.ts';

/**
 * Compresses JSON and text with gzip. Event streams, links and the progress of an import flow as they are written, and .docx is compressed
 * already. BREACH finds nothing here: it guesses a secret that stands beside the attacker's text in many responses. No response repeats a
 * secret (the cookie is in no body, an invitation's token is a new one each time), and another site's page cannot ask with somebody's
 * cookie, which is SameSite=Lax.
 */
export const compressText: MiddlewareHandler = compress({
  encoding: 'gzip',
  contentTypeFilter: /^(?:application\/json|text\/plain|text\/markdown)\b/,
});

/** Says 405 with the methods that the address knows, where another one was not found. */
export function refuseOtherMethods(server: Server): MiddlewareHandler {
  return methodNotAllowed({
    app: server,
    onMethodNotAllowed: (http, methods) => {
      const response = problemResponse('method-not-allowed', `This address does not know ${http.req.method}.`);
      response.headers.set('allow', methods.join(', '));
      return response;
    },
  });
}
