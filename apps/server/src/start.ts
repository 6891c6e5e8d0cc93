// Owns the life of a server: opens everything in order, and disposes it in reverse.
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { closeCodes } from '@chancery/sync';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { ensureDemo } from './features/demo/make-demo.ts';
import { acceptUpgrades } from './upgrade.ts';
import { openContext } from './open-context.ts';
import { readAhead } from './read-ahead.ts';

/** The server cannot start; the message is a sentence for the person who starts it. */
class StartError extends Error {
  override readonly name = 'StartError';
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly context: Context;
}

const expiryCheckMs = 60_000;
/** Whoever sends the head of a request slower than this holds a connection for nothing; bodies may take their time. */
const httpTimes = { keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 };

/** Starts a server with these settings; resolves when it is ready for browsers. Rejects with StoreOpenError or StartError. */
export async function start(config: Config, log: Logger, webDirectory: string | null): Promise<RunningServer> {
  await using opening = new AsyncDisposableStack();
  const context = opening.use(await openContext(config, log));
  if (config.isDemo) await ensureDemo(context);
  await readAhead(context);
  const app = createApp(context, webDirectory);
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings));
  const http = createServer(httpTimes, (request, response) => void listener(request, response));
  const port = await listen(http, config);
  opening.defer(() => closeHttp(http, context));
  opening.use(acceptUpgrades(http, context));
  opening.use(endExpiredSessions(context));
  const life = opening.move();
  return {
    url: config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    context,
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  };
}

function listen(http: HttpServer, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) => reject(new StartError(sentenceOf(cause, host, port), { cause })));
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

function sentenceOf(cause: NodeJS.ErrnoException, host: string, port: number): string {
  if (cause.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
  if (cause.code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023: PORT=4400 npm start`;
  if (cause.code === 'ENOTFOUND' || cause.code === 'EADDRNOTAVAIL')
    return `HOST is "${host}", but this machine has no such address. Use localhost, or 0.0.0.0 for all.`;
  return `The server could not listen on ${host}:${port}: ${cause.message}`;
}

async function closeHttp(http: HttpServer, context: Context): Promise<void> {
  context.hub.endAll();
  context.httpLinks.endAll(closeCodes.restarting, 'The server is going away.');
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeIdleConnections();
  const late = setTimeout(() => http.closeAllConnections(), 2000);
  await closed;
  clearTimeout(late);
}

/** A sign-in that has run out loses its open documents within a minute, and its row. */
function endExpiredSessions(context: Context): Disposable {
  const sweep = async () => {
    await context.sessions.removeExpired();
    for (const session of context.openSockets.sessions()) {
      if (await context.isSessionAlive(session)) continue;
      context.openSockets.closeSession(session, closeCodes.notSignedIn, 'Your sign-in has ended.');
      context.hub.endSession(session);
    }
  };
  const timer = setInterval(
    () => void sweep().catch((cause: unknown) => context.log.error({ event: 'session-sweep-failed', err: cause })),
    expiryCheckMs,
  );
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
