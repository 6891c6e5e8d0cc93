// The HTTP application: middleware in order, then every feature, then the web client's files.
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Context } from '../context.ts';
import { serveAccounts } from '../features/account/index.ts';
import { serveAnswers } from '../features/answer/index.ts';
import { serveApproveRound } from '../features/approve-round/index.ts';
import { serveAssignments } from '../features/assignment/index.ts';
import { serveClearAndAccept } from '../features/clear-and-accept/index.ts';
import { serveDemo } from '../features/demo/index.ts';
import { serveEvents } from '../features/event/index.ts';
import { serveExchange } from '../features/exchange/index.ts';
import { serveHealth } from '../features/health/index.ts';
import { serveMetrics } from '../features/metrics/index.ts';
import { serveNotices } from '../features/notice/index.ts';
import { servePeople } from '../features/people/index.ts';
import { serveRecord } from '../features/record/index.ts';
import { serveReturnAndReopen } from '../features/return-and-reopen/index.ts';
import { serveRounds } from '../features/round/index.ts';
import { serveSignIn } from '../features/sign-in/index.ts';
import { serveThreads } from '../features/thread/index.ts';
import { compressText, refuseOtherMethods } from '../http/responses.ts';
import { checkExposure, checkOrigin, setSecurityHeaders } from '../http/headers.ts';
import type { Server, ServerEnv } from '../http/implement.ts';
import { limitBodies } from '../http/bodies.ts';
import { isUp, limitLinks, serveLinks } from '../features/link/index.ts';
import { problemResponse } from '../http/problem.ts';
import { followRequests, tellFailures } from './requests.ts';
import { serveWebClient } from '../http/static-files.ts';

/** Of an id that a proxy gives the request; any other gets one of ours. */
const maxRequestIdLength = 64;

/** The whole application. `webDirectory` null: the API alone. */
export function createApp(context: Context, webDirectory: string | null): Server {
  const server: Server = new Hono<ServerEnv>();
  server.onError(tellFailures(context));
  server.use(requestId({ limitLength: maxRequestIdLength }));
  server.use(followRequests(context));
  server.use(setSecurityHeaders(context.config.publicUrl));
  server.use('/api/*', compressText);
  server.use('/api/*', refuseOtherMethods(server));
  server.use('/api/*', checkOrigin(context.config.publicUrl));
  server.use('/api/*', checkExposure(context.config));
  server.use(
    '/api/*',
    limitBodies((path) => path.endsWith('/imports') || isUp(path)),
  );
  server.use('/api/*', async (http, next) => {
    // PostgreSQL has no text with a NUL in it, so that nothing has such an id.
    if (http.req.path.includes('%00')) return problemResponse('not-found', 'There is no such address.');
    await next();
    return undefined;
  });
  server.use('/api/*', async (http, next) => {
    const { incoming } = (http.env as HttpBindings | undefined) ?? {};
    http.set('address', context.addressOf(incoming, http.req.header('x-forwarded-for')));
    await next();
  });
  server.on('POST', '/api/links', limitLinks(context));
  server.use('/api/*', async (http, next) => {
    const cookie = http.req.header('cookie') ?? '';
    // A link over HTTP says by itself that it is still here; like the frames of a socket that is no use of the sign-in.
    http.set('signedIn', isUp(http.req.path) ? await context.signIns.look(cookie) : await context.signIns.find(cookie));
    await next();
  });
  const features = [
    serveHealth,
    serveDemo,
    serveSignIn,
    serveAccounts,
    serveRounds,
    servePeople,
    serveAssignments,
    serveAnswers,
    serveThreads,
    serveClearAndAccept,
    serveReturnAndReopen,
    serveApproveRound,
    serveRecord,
    serveExchange,
    serveNotices,
    serveEvents,
    serveLinks,
  ];
  for (const serve of features) serve(server, context);
  server.all('/api/*', () => problemResponse('not-found', 'There is no such address.'));
  serveMetrics(server, context);
  if (webDirectory !== null) server.use(serveWebClient(webDirectory));
  server.notFound(() => problemResponse('not-found', 'There is no such page.'));
  return server;
}
