// What a client sends up a link over HTTP, and the way to a link that lives in another process: behind a load balancer every request
// may arrive anywhere, and only the one that opened the link stays where the link is.
import { randomBytes } from 'node:crypto';

/** One request of a client, with frames in it. */
export interface Up {
  readonly link: string;
  /** Hash of the id of the sign-in that sends it. */
  readonly signIn: string;
  /** Counted by the client from 1. */
  readonly sequence: number;
  /** Frames, each behind its length. */
  readonly body: Uint8Array;
}

/** `unknown`: there is no such link of this sign-in. `out-of-order`: something sent before it has not arrived, and the link is over. */
export type UpOutcome = 'taken' | 'malformed' | 'out-of-order' | 'unknown';

export interface LinkForwarder {
  /** Hands on what is for a link that is not in this process. */
  forward(up: Up): Promise<UpOutcome>;
}

/** Of one process alone. */
export const forwardNowhere: LinkForwarder = { forward: () => Promise.resolve('unknown') };

const secretBytes = 24;

/** The id of a new link on this server: it names the server, and cannot be guessed. */
export function newLinkId(serverId: string): string {
  return `${serverId}.${randomBytes(secretBytes).toString('base64url')}`;
}

/** The server that holds the link; null for what is no id of a link. */
export function serverOfLink(link: string): string | null {
  const [serverId, secret] = link.split('.');
  return serverId === undefined || secret === undefined || serverId === '' ? null : serverId;
}
