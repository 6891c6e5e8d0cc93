// `GET /metrics`: the figures of this server, for Prometheus on this machine or for anyone who has the token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from '../../context.ts';
import type { Server } from '../../http/implement.ts';
import { problemResponse } from '../../http/problem.ts';
import { registryOf } from '../../upkeep/metrics/exposition.ts';
import { serverFigures } from './server-figures.ts';

/** What a proxy adds: a request that went through one did not come from this machine. */
const forwardingHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** Serves the metrics; to anybody else there is nothing at this address. */
export function serveMetrics(server: Server, context: Context): void {
  const registry = registryOf([...context.meters.metrics, ...serverFigures(context), ...context.processFigures.metrics]);
  server.get('/metrics', async (http) => {
    const isFromHere = isLoopback((http.env as HttpBindings | undefined)?.incoming?.socket.remoteAddress);
    const isForwarded = forwardingHeaders.some((name) => http.req.header(name) !== undefined);
    const isAllowed = (isFromHere && !isForwarded) || isTheToken(context.config.metricsToken, http.req.header('authorization'));
    if (!isAllowed) return problemResponse('not-found', 'There is no such page.');
    return http.body(await registry.metrics(), 200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
  });
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/** In the same time whatever is wrong with it. */
function isTheToken(token: string | null, authorization: string | undefined): boolean {
  if (token === null || authorization === undefined) return false;
  return timingSafeEqual(hash(`Bearer ${token}`), hash(authorization));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
