// Owns the endpoints about the server itself: health, and the description of the API.
import { checkDatabase } from '@chancery/store';
import type { Context } from '../../context.ts';
import { implementOpen, type Server } from '../../implement.ts';
import { openApi } from './open-api.ts';

/** Serves `GET /api/health` and `GET /api/openapi.json`. */
export function serveHealth(server: Server, context: Context): void {
  implementOpen(server, 'readHealth', async ({ http }) => {
    const isDatabaseWell = await checkDatabase(context.store).then(
      (check) => check.isUpToDate,
      () => false,
    );
    const alarms = [...context.alarms.list()];
    const isWell = isDatabaseWell && alarms.length === 0;
    const health = { status: isWell ? 'ok' : 'failing', database: isDatabaseWell ? 'ok' : 'failing', alarms } as const;
    return http.json(health, isWell ? 200 : 503, { 'cache-control': 'no-store' });
  });
  const description = openApi();
  server.get('/api/openapi.json', (http) => http.json(description));
}
