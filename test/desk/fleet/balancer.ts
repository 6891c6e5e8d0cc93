// A load balancer as plain as they come: every new connection goes to the next server that takes it, whatever it carries.
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Balancer extends AsyncDisposable {
  readonly url: string;
}

/** Balances over these addresses, which may come and go. */
export async function balance(urls: readonly string[]): Promise<Balancer> {
  const ports = urls.map((url) => Number(new URL(url).port));
  const open = new Set<Socket>();
  let next = 0;
  const server = createServer((client) => {
    keep(open, client);
    next += 1;
    const inTurn = ports.map((_, at) => ports[(next + at) % ports.length] ?? 0);
    passOn(client, inTurn, open);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => close(server, open) };
}

function passOn(client: Socket, [port, ...others]: readonly number[], open: Set<Socket>): void {
  if (port === undefined) return void client.destroy();
  const server = connect(port, '127.0.0.1');
  keep(open, server);
  server.once('error', () => server.connecting || passOn(client, others, open));
  server.once('connect', () => {
    server.removeAllListeners('error').on('error', () => client.destroy());
    client.on('error', () => server.destroy());
    client.pipe(server).pipe(client);
  });
}

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.on('error', () => {});
  socket.on('close', () => open.delete(socket));
}

async function close(server: Server, open: Set<Socket>): Promise<void> {
  server.close();
  for (const socket of open) socket.destroy();
  await once(server, 'close');
}
