// The carrying of what a client sends up a link over HTTP to the server that holds the link, and the outcome back.
import { randomUUID } from 'node:crypto';
import type { Bus, Clock } from '@chancery/sync';
import { z } from 'zod';
import { type LinkForwarder, serverOfLink, type Up, type UpOutcome } from '../connection/link/link-forwarder.ts';

const letter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('up'),
    request: z.string(),
    /** The one that asks, for the reply. */
    serverId: z.string(),
    link: z.string(),
    signIn: z.string(),
    sequence: z.number().int().positive(),
  }),
  z.object({ kind: z.literal('reply'), request: z.string(), outcome: z.enum(['taken', 'malformed', 'out-of-order', 'unknown']) }),
]);
type Letter = z.infer<typeof letter>;

export interface PostParts {
  readonly serverId: string;
  readonly clock: Clock;
  /** What arrives for this server. */
  readonly inbox: Bus;
  /** Sends to one other server. */
  readonly send: (serverId: string, message: Uint8Array) => void;
  /** Takes what is for a link of this server. */
  readonly take: (up: Up) => UpOutcome;
}

/** A server that has not replied by then has no such link, as far as its client is concerned: it opens another. */
const replyWithinMs = 2_000;
const nothing = new Uint8Array();

/** The way to links of other servers; disposing ends it. */
export function openLinkPost({ serverId, clock, inbox, send, take }: PostParts): LinkForwarder & Disposable {
  const requests = new Map<string, (outcome: UpOutcome) => void>();
  const receive = (bytes: Uint8Array) => {
    const opened = unfold(bytes);
    if (opened === null) return;
    const { head, body } = opened;
    if (head.kind === 'reply') return requests.get(head.request)?.(head.outcome);
    const { request, link, signIn, sequence } = head;
    send(head.serverId, fold({ kind: 'reply', request, outcome: take({ link, signIn, sequence, body }) }, nothing));
  };
  const listening = inbox.listen({ message: receive, lost: () => {} });
  return {
    forward: async ({ link, signIn, sequence, body }) => {
      const holder = serverOfLink(link);
      if (holder === null || holder === serverId) return 'unknown';
      const request = randomUUID();
      const replied = Promise.withResolvers<UpOutcome>();
      requests.set(request, replied.resolve);
      using _late = clock.after(replyWithinMs, () => replied.resolve('unknown'));
      send(holder, fold({ kind: 'up', request, serverId, link, signIn, sequence }, body));
      const outcome = await replied.promise;
      requests.delete(request);
      return outcome;
    },
    [Symbol.dispose]: () => listening[Symbol.dispose](),
  };
}

/** The length of the head in four bytes, the head as JSON, the body. */
function fold(head: Letter, body: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, body]);
}

/** Null for what this server does not know. */
function unfold(bytes: Uint8Array): { readonly head: Letter; readonly body: Uint8Array } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 4) return null;
  const start = 4 + buffer.readUInt32BE(0);
  try {
    const head = letter.safeParse(JSON.parse(buffer.toString('utf8', 4, start))).data;
    return head === undefined ? null : { head, body: bytes.subarray(start) };
  } catch {
    return null;
  }
}
