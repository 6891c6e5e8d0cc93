// Proves that a request which a stop overtakes is told so, and is no bug.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPersonByEmail } from '@chancery/store';
import { expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createApp } from './app.ts';
import { createLog } from './log.ts';
import { openContext } from './open-context.ts';
import { stopServer } from './stop.ts';

it('a request that still needs the database when it has been closed is answered with 503, and the log tells of no bug', async () => {
  await using owned = new AsyncDisposableStack();
  const directory = owned.adopt(await mkdtemp(join(tmpdir(), 'chancery-stop-')), (it) => rm(it, { recursive: true }));
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  const context = await openContext(readConfig({ DATA_DIR: directory, DEMO: '0' }, '/'), log);
  const app = createApp(context, null);
  const overtaken = Promise.withResolvers<void>();
  app.get('/slow', async (http) => {
    await overtaken.promise;
    return http.json(await findPersonByEmail(context.store.read, 'nobody@example.org'));
  });
  app.get('/broken', () => Promise.reject(new Error('a bug')));

  const slow = app.request('/slow');
  context.life.isStopping = true;
  expect((await app.request('/broken')).status).toBe(500);
  const upgrades = new AsyncDisposableStack();
  await stopServer({ http: createServer(), context, upgrades, rest: context });
  overtaken.resolve();
  const response = await slow;

  expect([response.status, response.headers.get('connection')]).toEqual([503, 'close']);
  const all = lines.map((line) => JSON.parse(line) as { event: string; level: number });
  const told = all.filter(({ event }) => event !== 'request');
  expect(told.map(({ event, level }) => [event, level])).toEqual([
    ['bug', 50],
    ['stopped-during-request', 30],
  ]);
});
