// Owns which network address a request counts for.
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';

/** Behind a trusted proxy the last address that it added; otherwise the peer's own. */
export function clientAddress(
  { trustsProxy }: Pick<Config, 'trustsProxy'>,
  request: Pick<IncomingMessage, 'socket'> | undefined,
  forwardedFor: string | undefined,
): string {
  const last = trustsProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  return last ?? request?.socket.remoteAddress ?? 'unknown';
}
