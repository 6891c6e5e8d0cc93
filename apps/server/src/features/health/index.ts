// The endpoints about the server itself: health, and the description of the API.
import { checkDatabase } from '@chancery/store';
import { etag } from 'hono/etag';
import type { Context } from '../../context.ts';
import { implementOpen, type Server } from '../../http/implement.ts';
import { outboxState } from '../../mail/outbox.ts';
import { openApi } from './open-api.ts';

const redisAway =
  'Redis cannot be reached at the moment. What is done by way of another server is seen up to some seconds late; nothing is lost.';

/**
 * Serves `GET /api/health` and `GET /api/openapi.json`; `/livez`, which says that the process lives, and `/readyz`, which says that it should be
 * sent requests.
 */
export function serveHealth(server: Server, context: Context): void {
  implementOpen(server, 'readHealth', async ({ http }) => {
    const isDatabaseWell = await isUpToDate(context);
    const { bus, life } = context;
    const isBusWell = bus === null || bus.isConnected;
    const alarms = [...context.alarms.list(), ...(isBusWell ? [] : [redisAway])];
    const serves = isDatabaseWell && !life.isStopping;
    const health = {
      status: life.isStopping ? 'stopping' : !isDatabaseWell ? 'failing' : alarms.length > 0 ? 'degraded' : 'ok',
      database: isDatabaseWell ? 'ok' : 'failing',
      ...(bus === null ? {} : { redis: isBusWell ? 'ok' : 'failing' }),
      ...(context.config.mail === null || !isDatabaseWell ? {} : { mail: await outboxState(context) }),
      alarms,
    } as const;
    // An answer that cannot be read, or Redis that is away, is so on every server: taking them all out would end what still works.
    return http.json(health, serves ? 200 : 503, { 'cache-control': 'no-store' });
  });
  server.get('/livez', (http) => http.text('ok', 200, { 'cache-control': 'no-store' }));
  server.get('/readyz', async (http) => {
    const isReady = !context.life.isStopping && (await isUpToDate(context));
    return http.text(isReady ? 'ok' : 'not ready', isReady ? 200 : 503, { 'cache-control': 'no-store' });
  });
  const description = openApi();
  server.get('/api/openapi.json', etag({ weak: true }), (http) => http.json(description, 200, { 'cache-control': 'no-cache' }));
}

function isUpToDate({ store }: Context): Promise<boolean> {
  return checkDatabase(store).then(
    (check) => check.isUpToDate,
    () => false,
  );
}
