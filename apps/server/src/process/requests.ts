// What becomes of every request beside its response: its id in the response and in the problem, its line in the log, its count in the metrics.
// No line holds a query, a cookie, a token or a text.
import { createHash } from 'node:crypto';
import type { Problem } from '@chancery/contract';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Context } from '../context.ts';
import type { ServerEnv } from '../http/implement.ts';
import { ProblemError, toLastResponse, toResponse } from '../http/problem.ts';

type Following = Pick<Context, 'log' | 'meters' | 'life' | 'config'>;

/** The client went away before there was a response: nobody reads this. */
const clientClosed = 499;

/** Names the request in its response, counts it and writes its line. */
export function followRequests({ log, meters }: Following): MiddlewareHandler<ServerEnv> {
  return async (http, next) => {
    const began = performance.now();
    await next();
    const requestId = http.get('requestId');
    if (isProblem(http.res)) http.res = await withRequestId(http.res, requestId);
    // Again, since a handler's own Response leaves behind what was set before it.
    http.header('x-request-id', requestId);
    meters.answered(http.res.status);
    log.info({
      event: 'request',
      requestId,
      method: http.req.method,
      route: routeOf(http),
      status: http.res.status,
      ms: Math.round((performance.now() - began) * 10) / 10,
      person: http.get('signedIn')?.person.id ?? null,
    });
  };
}

/** What a handler threw as a response; a bug, and a sign-in that failed, have a line of their own. */
export function tellFailures({ log, life, config }: Following): (thrown: Error, http: HonoContext<ServerEnv>) => Response {
  return (thrown, http) => {
    const told = { requestId: http.get('requestId'), route: routeOf(http) };
    if (isBroken(thrown, http.req.raw.signal)) return new Response(null, { status: clientClosed });
    if (thrown instanceof ProblemError && thrown.code === 'wrong-password') {
      const address = addressForLog(http.get('address'), config.logsAddresses);
      log.warn({ event: 'sign-in-failed', ...told, address, person: http.get('signedIn')?.person.id ?? null });
    }
    return life.isDatabaseClosed
      ? toLastResponse(thrown, (cause) => log.info({ event: 'stopped-during-request', ...told, err: cause }))
      : toResponse(thrown, (cause) => log.error({ event: 'bug', ...told, err: cause }));
  };
}

/** The pattern of the address, such as `/api/rounds/:round`; `*` for what no route has. */
function routeOf(http: HonoContext<ServerEnv>): string {
  return matchedRoutes(http).findLast(({ path }) => !path.includes('*'))?.path ?? '*';
}

/** The connection was cut while the body was read: that is the client's doing, and no bug. */
function isBroken(thrown: Error, signal: AbortSignal): boolean {
  return signal.aborted || ('code' in thrown && (thrown.code === 'ECONNRESET' || thrown.code === 'ERR_STREAM_PREMATURE_CLOSE'));
}

function addressForLog(address: string | undefined, asItIs: boolean): string | null {
  if (address === undefined) return null;
  return asItIs ? address : createHash('sha256').update(address).digest('hex').slice(0, 16);
}

function isProblem(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/problem+json') === true;
}

async function withRequestId(response: Response, requestId: string): Promise<Response> {
  const problem = (await response.json()) as Problem;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify({ ...problem, requestId }), { status: response.status, headers });
}
