// Proves what happens to connections that are still on their way in.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Context } from '../context.ts';
import { addressReader } from '../http/client-address.ts';
import { Entrance } from './entrance.ts';
import { openApp, type TestApp } from '../testing/open-app.ts';
import { acceptUpgrades } from './upgrade.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ DEMO: '0' });
});
afterAll(() => app[Symbol.asyncDispose]());

/** A server that only upgrades, and drops a handshake after so many ms. */
async function listening(context: Context, handshakeMs = 200): Promise<{ port: number } & AsyncDisposable> {
  const http = createServer();
  const sockets = acceptUpgrades(http, context, handshakeMs);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const close = async () => {
    await sockets[Symbol.asyncDispose]();
    http.closeAllConnections();
    http.close();
  };
  return { port: (http.address() as AddressInfo).port, [Symbol.asyncDispose]: close };
}

async function closingOf(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

/** Asks for an upgrade as the bytes of its head say, and never says another word. */
function silentVisitor(port: number, path: string) {
  const head = [
    'Host: desk',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ];
  const socket = connect(port, '127.0.0.1', () => socket.write([`GET ${path} HTTP/1.1`, ...head, '', ''].join('\r\n')));
  socket.resume();
  return socket;
}

it('K13: anyone who comes while the entrance is full is told to come again, on a link or on a plain socket', async () => {
  const entrance = new Entrance({ inAll: 10, fromOneAddress: 2 });
  await using server = await listening({ ...app.context, entrance });
  const places = [entrance.enter('127.0.0.1'), entrance.enter('127.0.0.1')];
  for (const path of ['/sync', '/sync/round/1']) expect(await closingOf(new WebSocket(`ws://127.0.0.1:${server.port}${path}`))).toBe(1013);
  places[0]?.[Symbol.dispose]();
  expect(await closingOf(new WebSocket(`ws://127.0.0.1:${server.port}/sync`))).toBe(4401);
});

it('K13: behind a trusted proxy every client has the entrance of its own address', async () => {
  const entrance = new Entrance({ inAll: 10, fromOneAddress: 1 });
  const addressOf = addressReader({ kind: 'hops', hops: 1 });
  await using server = await listening({ ...app.context, addressOf, entrance });
  using _place = entrance.enter('10.1.1.1');
  const from = (forwarded: string) => new WebSocket(`ws://127.0.0.1:${server.port}/sync`, { headers: { 'x-forwarded-for': forwarded } });
  expect(await closingOf(from('10.9.9.9, 10.1.1.1'))).toBe(1013);
  expect(await closingOf(from('10.1.1.1, 10.2.2.2'))).toBe(4401);
});

it('K13: a connection that is refused and does not go is dropped, and its place is free', async () => {
  const entrance = new Entrance({ inAll: 1, fromOneAddress: 1 });
  await using server = await listening({ ...app.context, entrance });
  for (const path of ['/sync', '/sync/round/1']) {
    const visitor = silentVisitor(server.port, path);
    await once(visitor, 'close');
    expect(entrance.enter('anybody')?.[Symbol.dispose]()).toBeUndefined();
  }
});

it('K13: a connection that is refused is dropped at once when it announces a large message, and nothing of it is kept', async () => {
  await using server = await listening(app.context, 60_000);
  const announcing4MiB = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x3f, 0xff, 0xff, 1, 2, 3, 4]);
  for (const path of ['/sync', '/sync/round/1']) {
    const visitor = silentVisitor(server.port, path);
    await once(visitor, 'data');
    visitor.write(announcing4MiB);
    await once(visitor, 'close');
  }
});

it('K13: a connection that was let in keeps no place, and stays', async () => {
  const cookie = await app.stranger(false);
  const entrance = new Entrance({ inAll: 1, fromOneAddress: 1 });
  await using server = await listening({ ...app.context, entrance });
  const headers = { cookie };
  const sockets: WebSocket[] = [];
  for (let one = 0; one < 3; one += 1) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync`, { headers });
    await once(socket, 'message');
    sockets.push(socket);
  }
  // Longer than a handshake may take: a visitor without a place is dropped in that time.
  await once(silentVisitor(server.port, '/sync'), 'close');
  expect(sockets.map((it) => it.readyState)).toEqual([1, 1, 1]);
});

it('K13: a link over HTTP is refused as well while the entrance is full', async () => {
  const cookie = await app.stranger(false);
  const places = Array.from({ length: 512 }, () => app.context.entrance.enter('unknown'));
  const refused = await app.ask('/api/links', { method: 'POST', cookie });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
  places.forEach((place) => place?.[Symbol.dispose]());
  const opened = await app.ask('/api/links', { method: 'POST', cookie });
  expect(opened.status).toBe(200);
  await opened.body?.cancel();
});
