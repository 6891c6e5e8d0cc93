// The end of a server: nobody new comes in, everybody is sent to another server, what was accepted is in the log, and all within five seconds.
import type { Server as HttpServer } from 'node:http';
import { closeCodes } from '@chancery/sync';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';

export interface Stopping {
  readonly http: HttpServer;
  readonly context: Context;
  /** Ends every socket. */
  readonly upgrades: AsyncDisposable;
  /** All that is left, the database last. */
  readonly rest: AsyncDisposable;
}

/** How long each step may take; together less than five seconds. A client that says nothing, or a database that hangs, is left behind. */
const withinMs = { sessions: 1_000, log: 2_200, streams: 600, database: 800 };
/** Responses that are still under way are cut off after this. */
const lastAnswersMs = 400;

/** Ends the server in order. What a client has sent and was not told to be saved, it still holds, and sends again to the next server. */
export async function stopServer({ http, context, upgrades, rest }: Stopping): Promise<void> {
  const { rooms, hub, httpLinks, log } = context;
  context.life.isStopping = true;
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeIdleConnections();
  await step(log, 'sessions', async () => {
    rooms.closeSessions(() => true, closeCodes.restarting, 'The server is going away.');
    httpLinks.endAll(closeCodes.restarting, 'The server is going away.');
    await upgrades[Symbol.asyncDispose]();
  });
  await step(log, 'log', async () => rooms[Symbol.asyncDispose]());
  await step(log, 'streams', async () => {
    hub.endAll();
    const late = setTimeout(() => http.closeAllConnections(), lastAnswersMs);
    await closed;
    clearTimeout(late);
  });
  context.life.isDatabaseClosed = true;
  await step(log, 'database', async () => rest[Symbol.asyncDispose]());
}

/** Goes on to the next step when this one takes too long or fails: the log says so. */
async function step(log: Logger, name: keyof typeof withinMs, run: () => Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    log.warn({ event: 'stopping-late', step: name, withinMs: withinMs[name] });
    late.resolve();
  }, withinMs[name]);
  const ran = run().catch((cause: unknown) => log.error({ event: 'stopping-failed', step: name, err: cause }));
  await Promise.race([ran, late.promise]);
  clearTimeout(timer);
}
