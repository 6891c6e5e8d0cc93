// The way from an HTTP upgrade to a document connection or to a link, and the sockets' end.
import { type Clock, closeCodes, every } from '@chancery/sync';
import { maxFrameBytes } from '@chancery/sync/link';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { admit, begin, identify } from './admission.ts';
import type { Entrance } from './entrance.ts';
import type { AddressOf } from '../http/client-address.ts';
import { beginLink, type Linking } from './link/link.ts';
import { socketOf } from './framed-socket.ts';

/** A socket that has not answered a ping by the next one is gone. */
const pingEveryMs = 30_000;
/** How long a client has to answer the farewell of a server that goes away. */
const farewellMs = 2_000;
/** From the request for an upgrade until the connection is admitted, or closed by both sides. */
const handshakeWithinMs = 10_000;

/** Of one message from anyone who is not let in: a client's first message is smaller, and nothing of it is read. */
const maxUninvitedBytes = 64 * 1024;

/** What the sockets of a server need. */
export interface Upgrading extends Linking {
  readonly addressOf: AddressOf;
  readonly entrance: Entrance;
}

interface Refused {
  readonly status: 'refused';
  readonly code: number;
  readonly reason: string;
}

/** What is done with a connection once its socket is there. `begin` gives null where it was closed instead. */
type Welcome = Refused | { readonly status: 'let-in'; readonly begin: (ws: WebSocket) => Connection | null };

interface Connection {
  receive(bytes: Uint8Array): void;
  left(): void;
}

/**
 * Serves `/sync/{round}/{question}`, one document a socket, and `/sync`, a link, on this HTTP server. Disposing it ends every connection,
 * without which the HTTP server would never close.
 */
export function acceptUpgrades(http: HttpServer, context: Upgrading, handshakeMs: number = handshakeWithinMs): AsyncDisposable {
  const serving = (maxPayload: number) =>
    new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, clientTracking: true });
  const [sockets, uninvited] = [serving(maxFrameBytes), serving(maxUninvitedBytes)];
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const handshake = beginHandshake(request, stream, context, handshakeMs);
    // y-websocket retries for ever after an HTTP 4xx, so that every response is an upgrade, followed by a close code where nobody is let in.
    const refuse = (then: (ws: WebSocket) => void) => uninvited.handleUpgrade(request, stream, head, then);
    if (handshake === null) return refuse(turnAway);
    welcomeOf(request, stream, context).then(
      (welcome) => {
        if (welcome.status === 'refused') return refuse((ws) => farewell(ws, welcome));
        sockets.handleUpgrade(request, stream, head, (ws) => {
          if (connect(ws, welcome.begin)) handshake.dispose();
        });
      },
      (cause: unknown) => {
        context.log.error({ event: 'upgrade-failed', err: cause });
        stream.destroy();
      },
    );
  };
  const pings = pingAll(sockets, context);
  http.on('upgrade', onUpgrade);
  return {
    [Symbol.asyncDispose]: async () => {
      http.off('upgrade', onUpgrade);
      pings[Symbol.dispose]();
      await Promise.all([endAll(sockets), endAll(uninvited)]);
    },
  };
}

/** Holds a slot in the entrance, and drops the connection when the time is over, until disposed. Null when the entrance is full. */
function beginHandshake(request: IncomingMessage, stream: Duplex, context: Upgrading, withinMs: number): DisposableStack | null {
  const slot = context.entrance.enter(context.addressOf(request, forwardedFor(request)));
  if (slot === null) return null;
  const handshake = new DisposableStack();
  handshake.use(slot);
  handshake.use(context.clock.after(withinMs, () => stream.destroy()));
  stream.once('close', () => handshake.dispose());
  return handshake;
}

function forwardedFor(request: IncomingMessage): string | undefined {
  const header = request.headers['x-forwarded-for'];
  return Array.isArray(header) ? header.join(',') : header;
}

async function welcomeOf(request: IncomingMessage, stream: Duplex, context: Upgrading): Promise<Welcome> {
  const path = request.url ?? '/';
  if (!/^\/sync(\?|$)/.test(path)) {
    const admission = await admit(path, request.headers, context);
    if (admission.status === 'refused') return admission;
    return { status: 'let-in', begin: (ws) => begin(socketOf(ws, stream), 'document', admission, context) };
  }
  const visitor = await identify(request.headers, context);
  if (visitor.status === 'refused') return visitor;
  return { status: 'let-in', begin: (ws) => beginLink(socketOf(ws, stream), visitor.signedIn, request.headers, context) };
}

/** True when the connection was let in. */
function connect(ws: WebSocket, begun: (ws: WebSocket) => Connection | null): boolean {
  ws.on('error', terminate);
  ws.binaryType = 'nodebuffer';
  const connection = begun(ws);
  if (connection === null) return false;
  ws.on('message', (data: Buffer, isBinary) => {
    if (isBinary) connection.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    else ws.close(closeCodes.malformedMessage, 'Messages are binary.');
  });
  ws.on('close', () => connection.left());
  return true;
}

/** One for all sockets. */
function terminate(this: WebSocket): void {
  this.terminate();
}

function farewell(ws: WebSocket, { code, reason }: Pick<Refused, 'code' | 'reason'>): void {
  ws.on('error', terminate);
  ws.close(code, reason);
}

/** Nothing is looked at, and nothing is kept: the client tries again a little later. */
function turnAway(ws: WebSocket): void {
  farewell(ws, { code: closeCodes.tryAgainLater, reason: 'Too many connections at this moment.' });
  setTimeout(() => ws.terminate(), farewellMs).unref();
}

/** Edits that were not acknowledged by now are still with their clients, which send them again to the next server. */
async function endAll(server: WebSocketServer): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const ws of server.clients) ws.close(closeCodes.restarting, 'The server is going away.');
  const late = setTimeout(() => server.clients.forEach((ws) => ws.terminate()), farewellMs);
  await ended;
  clearTimeout(late);
}

function pingAll(server: WebSocketServer, { clock }: { readonly clock: Clock }): Disposable {
  const silent = new WeakSet<WebSocket>();
  return every(clock, pingEveryMs, () => {
    for (const ws of server.clients) {
      if (silent.has(ws)) {
        ws.terminate();
        continue;
      }
      silent.add(ws);
      ws.once('pong', () => silent.delete(ws));
      ws.ping();
    }
  });
}
