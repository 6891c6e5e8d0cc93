// The start of a server: everything opened in order. Its end is stop.ts.
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { every } from '@chancery/sync';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { Compaction } from '../upkeep/compaction.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { closeDemo } from '../features/demo/close-demo.ts';
import { openPost } from '../mail/post.ts';
import { Outbox } from '../mail/outbox.ts';
import { ensureDemo } from '../features/demo/make-demo.ts';
import { acceptUpgrades } from '../connection/upgrade.ts';
import { openContext } from './open-context.ts';
import { readAhead } from './read-ahead.ts';
import { stopServer } from './stop.ts';
import { forgetOldPaces } from '../features/sign-in/index.ts';
import { closeAfterEndedSignIns } from '../sign-in/end-sign-in.ts';

/** The server cannot start; the message is a sentence for the person who starts it. */
class StartError extends Error {
  override readonly name = 'StartError';
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly context: Context;
}

const expiryCheckMs = 60_000;
/** A client that sends the head of a request slower than this holds a connection for nothing; bodies may take their time. */
const httpTimes = { keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 };

/** Starts a server with these settings; resolves when it is ready for browsers. Rejects with StoreOpenError or StartError. */
export async function start(config: Config, log: Logger, webDirectory: string | null): Promise<RunningServer> {
  await using opening = new AsyncDisposableStack();
  const context = opening.use(await openContext(config, log));
  // Several servers that start at once would each make it: there `chancery demo` does, once.
  if (config.isDemo && config.redisUrl === null) await ensureDemo(context);
  if (!config.isDemo) await closeDemo(context);
  await readAhead(context);
  const app = createApp(context, webDirectory);
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings));
  const http = createServer(httpTimes, (request, response) => void listener(request, response));
  const port = await listen(http, config);
  const upgrades = acceptUpgrades(http, context);
  opening.use(endExpiredSignIns(context));
  opening.use(Compaction.start(context));
  if (config.mail !== null) opening.use(await Outbox.open({ ...context, post: openPost(config.mail), isAlone: config.redisUrl === null }));
  const rest = opening.move();
  return {
    url: config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    context,
    [Symbol.asyncDispose]: () => stopServer({ http, context, upgrades, rest }),
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

/** A sign-in that has run out loses its open documents within a minute, and its row. */
function endExpiredSignIns(context: Context): Disposable {
  const sweep = async () => {
    await context.signIns.removeExpired();
    await forgetOldPaces(context.store);
    await closeAfterEndedSignIns(context);
  };
  const failed = (cause: unknown) => context.log.error({ event: 'session-sweep-failed', err: cause });
  return every(context.clock, expiryCheckMs, () => void sweep().catch(failed));
}
