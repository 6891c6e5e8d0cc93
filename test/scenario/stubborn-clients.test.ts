// Proves that a client that says nothing any more does not keep a server from its end, and that whoever cannot wait says so twice.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventually, runChancery } from '../desk/index.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chancery-stop-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A server with somebody connected who does not even answer a farewell. */
async function withSilentClient() {
  const server = runChancery(['serve'], { HOST: '127.0.0.1', DEMO: '0', PORT: '0', DATA_DIR: directory });
  const url = await eventually(
    () => /ready at (\S+)/.exec(server.output.stdout)?.[1] ?? Promise.reject(new Error('not ready yet')),
    25_000,
  );
  const client = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/some/answer`);
  await once(client, 'open');
  client.pause();
  return { server, client };
}

it('a silent client is left behind, within five seconds', async () => {
  const { server, client } = await withSilentClient();
  const started = performance.now();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
  client.terminate();
});

it('a second signal ends the server at once', async () => {
  const { server, client } = await withSilentClient();
  const ended = server.end('SIGTERM');
  await pause(600); // the first half second counts as one wish
  const asked = performance.now();
  server.process.kill('SIGINT');
  expect(await ended).toBe(1);
  expect(performance.now() - asked).toBeLessThan(400);
  client.terminate();
});
