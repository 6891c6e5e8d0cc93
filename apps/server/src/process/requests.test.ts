// Proves what the log says of requests: one line each, with nothing in it that is secret, and no bug where only a client went away.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Problem } from '@chancery/contract';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import type { Server } from '../http/implement.ts';
import { createApp } from './app.ts';
import { createLog } from './log.ts';
import { openContext } from './open-context.ts';

type Line = Readonly<Record<string, unknown>>;

describe('the log', () => {
  let directory: string;
  let context: Context & AsyncDisposable;
  let app: Server;
  const lines: Line[] = [];
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chancery-log-'));
    const log = createLog({ write: (line) => void lines.push(JSON.parse(line) as Line) });
    context = await openContext(readConfig({ DATA_DIR: directory, DEMO: '0' }, '/'), log);
    app = createApp(context, null);
  });
  afterAll(async () => {
    await context[Symbol.asyncDispose]();
    await rm(directory, { recursive: true });
  });

  const ask = async (
    path: string,
    { method = 'GET', body = null, cookie = '' }: { method?: string; body?: string | null; cookie?: string } = {},
  ) => {
    lines.length = 0;
    const headers = { 'content-type': 'application/json', 'x-request-id': 'mine-1', cookie };
    return app.request(path, { method, headers, ...(body === null ? {} : { body }) });
  };
  const linesOf = (event: string) => lines.filter((line) => line['event'] === event);

  it('has one line for each request: who, what, how it ended and how long it took, and no query', async () => {
    await ask('/api/rounds/secret-round/questions/7?token=hidden', { cookie: 'session=hidden' });
    expect(linesOf('request')).toMatchObject([
      { requestId: 'mine-1', method: 'GET', route: '/api/rounds/:round/questions/:question', status: 401, person: null },
    ]);
    expect(linesOf('request')[0]?.['ms']).toBeTypeOf('number');
    expect(JSON.stringify(lines)).not.toMatch(/hidden|secret-round/);
    await ask('/somewhere/else');
    expect(linesOf('request')).toMatchObject([{ route: '*', status: 404 }]);
  });

  it('names the request in every problem, by the id that the log has', async () => {
    for (const path of ['/api/rounds', '/api/nothing', '/nothing']) {
      const response = await ask(path);
      expect([await response.json(), response.headers.get('x-request-id')]).toEqual([
        expect.objectContaining({ requestId: 'mine-1' } satisfies Partial<Problem>),
        'mine-1',
      ]);
    }
  });

  it('has a line for a sign-in that failed, without the password, the account or the address as it is', async () => {
    const body = JSON.stringify({ email: 'somebody@example.org', password: 'hunter2hunter2' });
    expect((await ask('/api/session', { method: 'POST', body })).status).toBe(401);
    expect(linesOf('sign-in-failed')).toMatchObject([
      { level: 40, requestId: 'mine-1', route: '/api/session', address: expect.stringMatching(/^[\da-f]{16}$/) as string, person: null },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/hunter2|somebody@/);
  });

  it('says nothing of a bug where a client goes away in the middle of its body', async () => {
    const listener = getRequestListener((request, bindings) => app.fetch(request, bindings));
    const http = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
    await once(http, 'listening');
    lines.length = 0;
    for (let times = 0; times < 5; times += 1) {
      const socket = connect((http.address() as AddressInfo).port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(
        'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"email":',
      );
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (times % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    }
    await vi.waitFor(() => expect(linesOf('request')).toHaveLength(5), { timeout: 10_000 });
    http.close();
    expect(linesOf('bug')).toEqual([]);
    expect(linesOf('request').map((line) => line['status'])).toEqual(Array(5).fill(499));
  });

  it('is as loud as LOG_LEVEL says', () => {
    expect(readConfig({ DATA_DIR: directory, DEMO: '0', LOG_LEVEL: 'warn' }, '/').logLevel).toBe('warn');
    expect(() => readConfig({ DATA_DIR: directory, LOG_LEVEL: 'loud' }, '/')).toThrow('LOG_LEVEL is "loud"');
    const heard: string[] = [];
    const quiet = createLog({ write: (line) => void heard.push(line) }, 'warn');
    quiet.info({ event: 'request' });
    quiet.warn({ event: 'sign-in-failed' });
    expect(heard).toHaveLength(1);
  });
});
