// Proves that a client that says nothing any more does not keep a server from stopping, and that an operator who cannot wait asks twice.
import { once } from 'node:events';
import { connect } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually, promised, runChancery } from '../desk/index.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chancery-stop-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A server with somebody connected who does not even answer a farewell. */
async function withSilentClient() {
  const server = runChancery(['serve'], { HOST: '127.0.0.1', DEMO: '0', PORT: '0', DATA_DIR: directory });
  const url = await eventually(() => /ready at (\S+)/.exec(server.output.stdout)?.[1] ?? Promise.reject(new Error('not ready yet')));
  const { hostname, port, host } = new URL(url);
  // No WebSocket of a library: it would reply to what came together with the handshake.
  const client = connect(Number(port), hostname);
  client.on('error', () => {});
  const headers = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', 'Sec-WebSocket-Version: 13'];
  client.write(`GET /sync/some/answer HTTP/1.1\r\nHost: ${host}\r\n${headers.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(answer.toString('latin1')).toContain('101 Switching Protocols');
  client.pause();
  return { server, client };
}

it('a silent client is left behind, within five seconds', async () => {
  const { server, client } = await withSilentClient();
  const started = performance.now();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(performance.now() - started).toBeLessThan(promised(5_000));
  client.destroy();
});

it('a second signal ends the server at once', async () => {
  const { server, client } = await withSilentClient();
  const asked = performance.now();
  // What comes within half a second of the first counts as one signal with it; the client holds the stop up for longer.
  const asking = setInterval(() => server.process.kill('SIGINT'), 50);
  expect(await server.end('SIGTERM').finally(() => clearInterval(asking))).toBe(1);
  expect(performance.now() - asked - 500).toBeLessThan(promised(400));
  client.destroy();
});
