// What a client sends up a link over HTTP, and the way to a link that lives in another process: behind a load balancer every request
// may arrive anywhere, and only the one that opened the link stays where the link is.

/** One request of a client, with frames in it. */
export interface Up {
  readonly link: string;
  /** Hash of the id of the sign-in that sends it. */
  readonly session: string;
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
