// The endpoints about the server itself: health, and the description of the API.
import { checkDatabase } from '@chancery/store';
import { etag } from 'hono/etag';
import type { Context } from '../../context.ts';
import { implementOpen, type Server } from '../../http/implement.ts';
import { outboxState } from '../../mail/outbox.ts';
import { openApi } from './open-api.ts';

const redisAway =
  'Redis cannot be reached at the moment. What is done by way of another server is seen up to some seconds late; nothing is lost.';

/** Serves `GET /api/health` and `GET /api/openapi.json`. */
export function serveHealth(server: Server, context: Context): void {
  implementOpen(server, 'readHealth', async ({ http }) => {
    const isDatabaseWell = await checkDatabase(context.store).then(
      (check) => check.isUpToDate,
      () => false,
    );
    const { bus, life } = context;
    const isBusWell = bus === null || bus.isConnected;
    const alarms = [...context.alarms.list(), ...(isBusWell ? [] : [redisAway])];
    const serves = isDatabaseWell && context.alarms.list().length === 0 && !life.isStopping;
    const health = {
      status: life.isStopping ? 'stopping' : serves && isBusWell ? 'ok' : 'failing',
      database: isDatabaseWell ? 'ok' : 'failing',
      ...(bus === null ? {} : { redis: isBusWell ? 'ok' : 'failing' }),
      ...(context.config.mail === null || !isDatabaseWell ? {} : { mail: await outboxState(context) }),
      alarms,
    } as const;
    // Without Redis every server still serves: taking them all out would end what the database keeps up.
    return http.json(health, serves ? 200 : 503, { 'cache-control': 'no-store' });
  });
  const description = openApi();
  server.get('/api/openapi.json', etag({ weak: true }), (http) => http.json(description, 200, { 'cache-control': 'no-cache' }));
}
