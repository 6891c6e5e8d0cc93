// The endpoints of links over HTTP, for networks that block WebSockets: one response that goes on for as long as the link, and a request
// for each batch of what the client sends.
import type { HttpBindings } from '@hono/node-server';
import { maxFrameBytes } from '@chancery/sync/link';
import type { MiddlewareHandler } from 'hono';
import type { Context } from '../../context.ts';
import { implement, type Server, type ServerEnv } from '../../http/implement.ts';
import { readUpload } from '../../http/bodies.ts';
import { ProblemError, problemResponse } from '../../http/problem.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import type { VisitorHeaders } from '../../connection/admission.ts';
import { beginLink, type Link } from '../../connection/link/link.ts';
import { DownStream } from '../../connection/link/down-stream.ts';
import type { Up } from '../../connection/link/link-forwarder.ts';

/** A frame of the largest size, with its length and small ones around it. */
const maxUpBytes = maxFrameBytes + 64 * 1024;

/** True for the path of a request up a link. */
export function isUp(path: string): boolean {
  return /^\/api\/links\/[^/]+\/up$/.test(path);
}

/** Refuses anyone who opens links faster than they can be let in, before anybody is asked who it is. */
export function limitLinks({ entrance }: Pick<Context, 'entrance'>): MiddlewareHandler<ServerEnv> {
  return async (http, next) => {
    using slot = entrance.enter(http.get('address'));
    if (slot === null)
      return problemResponse(
        { code: 'too-many-attempts', retryAfter: 5 },
        'Many people are connecting from your network at this moment. Try again in a minute.',
      );
    await next();
    return undefined;
  };
}

/** Serves `POST /api/links` and `POST /api/links/:link/up`. */
export function serveLinks(server: Server, context: Context): void {
  implement(server, 'openLink', async ({ by, http }) => {
    const { outgoing } = (http.env as HttpBindings | undefined) ?? {};
    const headers = {
      origin: http.req.header('origin'),
      host: http.req.header('host'),
      'sec-fetch-site': http.req.header('sec-fetch-site'),
      cookie: http.req.header('cookie'),
    };
    const body = openLink(context, by, headers, () => void (outgoing?.writableFinished || outgoing?.destroy()));
    return new Response(body, {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  });
  implement(server, 'sendToLink', async ({ params, by, http }) => {
    const sequence = sequenceOf(http.req.query('sequence'));
    const upload = { body: http.req.raw.body, length: Number(http.req.header('content-length') ?? 0) };
    // One at a time, so that neither order nor memory depends on what a client sends at once; nor on how many links it names that are not here.
    const isHere = context.httpLinks.has(params.link, by.signIn);
    const taken = await context.turns.pass(isHere ? `up:${by.signIn}:${params.link}` : `up:${by.signIn}`, async () => {
      const body = await readUpload(upload, maxUpBytes, 'Too much was sent at once.');
      await takeUp(context, { link: params.link, signIn: by.signIn, sequence, body });
    });
    if (taken === null)
      throw new ProblemError({ code: 'too-many-attempts', retryAfter: 1 }, 'The link is sent more than one request at a time.');
    return { ok: true };
  });
}

function openLink(context: Context, by: SignedIn, headers: VisitorHeaders, cut: () => void): ReadableStream<Uint8Array> {
  let link: Link | null = null;
  const down = new DownStream({ clock: context.clock, left: () => link?.left(), cut });
  link = beginLink(down, by, headers, context);
  if (link !== null) context.httpLinks.add(link, by.signIn);
  return down.body;
}

async function takeUp(context: Context, up: Up): Promise<void> {
  const here = context.httpLinks.take(up);
  const outcome = here === 'unknown' ? await context.linkForwarder.forward(up) : here;
  switch (outcome) {
    case 'taken':
      return;
    case 'malformed':
      throw new ProblemError('malformed', 'The body of the request holds no frames of a link.');
    case 'out-of-order':
      throw new ProblemError('conflict', 'Something that was sent before has not arrived. The link is over; open another.');
    case 'unknown':
      throw new ProblemError('not-found', 'There is no such link, or it is over. Open another.');
  }
}

function sequenceOf(text: string | undefined): number {
  const sequence = Number(text);
  if (Number.isSafeInteger(sequence) && sequence > 0) return sequence;
  throw new ProblemError('malformed', 'The request must say which one of its link it is: ?sequence=1, 2, 3.');
}
