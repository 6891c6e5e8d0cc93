// Proves that what the engine sends arrives whole and in order, also what it sends right before the end, and nothing after it.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Socket } from '@chancery/sync';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { socketOf } from './framed-socket.ts';

/** On either side of every length at which a frame is written otherwise. */
const lengths = [0, 1, 125, 126, 16_383, 16_384, 65_535, 65_536, 300_000];

test('messages of one turn arrive whole and in order, and then the end', async () => {
  const messages = lengths.map((length, index) => new Uint8Array(length).fill(index + 1));
  const heard = await exchange((socket) => {
    for (const message of messages) socket.send(message);
    socket.close(4_400, 'so it is');
    socket.send(Uint8Array.of(99));
  });
  expect(heard.messages.map((message) => message.length)).toEqual(lengths);
  heard.messages.forEach((message, index) => expect(message.equals(messages[index] ?? Buffer.alloc(0))).toBe(true));
  expect(heard.ending).toEqual([4_400, 'so it is']);
});

test('one message to several sockets, with others between, is the same for all', async () => {
  const [first, second] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
  const send = (socket: Socket) => {
    for (const message of [first, second, first, first]) socket.send(message);
    setImmediate(() => {
      socket.send(first);
      socket.close(1_000, '');
    });
  };
  for (const { messages } of await Promise.all([exchange(send), exchange(send)])) {
    expect(messages.map((message) => [...message])).toEqual([[1, 2, 3], [4], [1, 2, 3], [1, 2, 3], [1, 2, 3]]);
  }
});

test('what waits to be sent in this turn counts as buffered', async () => {
  let counted = 0;
  await exchange((socket) => {
    socket.send(new Uint8Array(100));
    socket.send(new Uint8Array(20_000));
    counted = socket.bufferedBytes;
    socket.close(1_000, '');
  });
  expect(counted).toBeGreaterThanOrEqual(20_100);
});

interface Heard {
  readonly messages: readonly Buffer[];
  readonly ending: readonly [number, string];
}

async function exchange(serve: (socket: Socket) => void): Promise<Heard> {
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  http.on('upgrade', (request: IncomingMessage, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (ws) => serve(socketOf(ws, stream)));
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const messages: Buffer[] = [];
  client.on('message', (data: Buffer) => messages.push(data));
  const [code, reason] = (await once(client, 'close')) as [number, Buffer];
  await new Promise((resolve) => http.close(resolve));
  return { messages, ending: [code, reason.toString()] };
}
