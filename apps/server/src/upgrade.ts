// Owns the way from an HTTP upgrade to a session of a room: who is it, may they, and a close code of ours when not.
import { asId, type PersonId, type QuestionId, type RoundId } from '@chancery/domain';
import { documentId } from '@chancery/store';
import { type Access, type CloseCode, closeCodes, type Member, type Socket } from '@chancery/sync';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { schemaVersion } from '@chancery/answer-doc';
import { type WebSocket, WebSocketServer } from 'ws';
import { documentAccess, memberOf } from './access.ts';
import type { Context } from './context.ts';
import { isOwnOrigin } from './headers.ts';
import { sessionOfCookie } from './session.ts';

/** Larger messages end the connection before they are held in memory; the engine's own limit is below. */
const largestFrameBytes = 4 * 1024 * 1024;
/** Documents that one sign-in may have open at a time: every question, in several windows. */
const mostSockets = 300;
/** A socket that answers no ping for this long is gone. */
const pingEveryMs = 30_000;

type Admission =
  | { readonly status: 'refused'; readonly code: CloseCode; readonly reason: string }
  | {
      readonly status: 'admitted';
      readonly round: RoundId;
      readonly question: QuestionId;
      readonly member: Member;
      readonly access: Access;
      readonly session: string;
      readonly rightsVersion: number;
    };

/** How long a client has to answer the farewell of a server that goes away. */
const farewellMs = 2_000;

/** Serves `/sync/{round}/{question}` on this HTTP server. Disposing it ends every connection, without which the HTTP server would never close. */
export function acceptUpgrades(http: HttpServer, context: Context): AsyncDisposable {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes, perMessageDeflate: false, clientTracking: true });
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    admit(request, context).then(
      (admission) => sockets.handleUpgrade(request, stream, head, (socket) => begin(socket, admission, context)),
      (cause: unknown) => {
        context.log.error({ event: 'upgrade-failed', err: cause });
        stream.destroy();
      },
    );
  };
  const stopPings = pingAll(sockets);
  http.on('upgrade', onUpgrade);
  return {
    [Symbol.asyncDispose]: async () => {
      http.off('upgrade', onUpgrade);
      stopPings();
      await endAll(sockets);
    },
  };
}

/** Edits that were not acknowledged by now are still with their clients, which send them again to the next server. */
async function endAll(server: WebSocketServer): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const ws of server.clients) ws.close(closeCodes.restarting, 'The server is going away.');
  const late = setTimeout(() => server.clients.forEach((ws) => ws.terminate()), farewellMs);
  await ended;
  clearTimeout(late);
}

/** y-websocket retries for ever after an HTTP 4xx, so that every answer is an upgrade, followed by a close code where it is a no. */
async function admit(request: IncomingMessage, context: Context): Promise<Admission> {
  const rightsVersion = context.rights.version;
  const address = addressOf(request.url ?? '/');
  if (address === null) return refused(closeCodes.unknownDocument, 'There is no such document.');
  if (!isOwnOrigin(request.headers, context.config.publicUrl))
    return refused(closeCodes.notPermitted, 'This connection came from another site.');
  const signedIn = await sessionOfCookie(context, request.headers.cookie ?? '');
  if (signedIn === null) return refused(closeCodes.notSignedIn, 'Sign in first.');
  const { round, question, schema } = address;
  if (schema !== null && Number(schema) < schemaVersion)
    return refused(closeCodes.outdatedClient, 'This page is older than the server. Reload it.');
  const state = await context.states.find(round);
  const access = state === null ? closeCodes.unknownDocument : documentAccess(state, question, signedIn.person);
  if (state === null || typeof access === 'number') {
    return refused(typeof access === 'number' ? access : closeCodes.unknownDocument, 'This answer is not open to you.');
  }
  return {
    status: 'admitted',
    round,
    question,
    member: memberOf(state, signedIn.person),
    access,
    session: signedIn.session,
    rightsVersion,
  };
}

interface Address {
  readonly round: RoundId;
  readonly question: QuestionId;
  /** Version of the schema that the page was built with; null when it does not say. */
  readonly schema: string | null;
}

/** Null for an address that names no document, whatever is wrong with it. */
function addressOf(path: string): Address | null {
  const url = URL.parse(path, 'http://localhost');
  const match = /^\/sync\/([^/]+)\/([^/]+)$/.exec(url?.pathname ?? '');
  if (url === null || match?.[1] === undefined || match[2] === undefined || path.includes('%00')) return null;
  try {
    const [round, question] = [decodeURIComponent(match[1]), decodeURIComponent(match[2])];
    return { round: asId<RoundId>(round), question: asId<QuestionId>(question), schema: url.searchParams.get('schema') };
  } catch {
    return null; // a percent sign that escapes nothing
  }
}

function refused(code: CloseCode, reason: string): Admission {
  return { status: 'refused', code, reason };
}

function begin(ws: WebSocket, admission: Admission, context: Context): void {
  ws.on('error', () => ws.terminate());
  if (admission.status === 'refused') return ws.close(admission.code, admission.reason);
  // A decision was committed while this one was being admitted: what it was told may be out of date. The client asks again.
  if (admission.rightsVersion !== context.rights.version) return ws.close(closeCodes.restarting, 'Rights have just changed.');
  // Counted where it is added: a burst of them is admitted at the same time.
  if (context.openSockets.count(admission.session) >= mostSockets)
    return ws.close(closeCodes.tooFast, 'Too many answers are open. Close some of them.');
  ws.binaryType = 'nodebuffer';
  const socket = socketOf(ws);
  const session = context.rooms.connect(documentId(admission.round, admission.question), socket, admission.member, admission.access);
  const registration = context.openSockets.add(admission.session, asId<PersonId>(admission.member.author.person), socket);
  ws.on('message', (data: Buffer, isBinary) => {
    if (isBinary) session.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    else ws.close(closeCodes.malformedMessage, 'Messages are binary.');
  });
  ws.on('close', () => {
    registration[Symbol.dispose]();
    session.left();
  });
}

function socketOf(ws: WebSocket): Socket {
  return {
    send: (message) => {
      if (ws.readyState === ws.OPEN) ws.send(message);
    },
    close: (code, reason) => ws.close(code, reason),
    get bufferedBytes() {
      return ws.bufferedAmount;
    },
  };
}

function pingAll(server: WebSocketServer): () => void {
  const silent = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const ws of server.clients) {
      if (silent.has(ws)) {
        ws.terminate();
        continue;
      }
      silent.add(ws);
      ws.once('pong', () => silent.delete(ws));
      ws.ping();
    }
  }, pingEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
