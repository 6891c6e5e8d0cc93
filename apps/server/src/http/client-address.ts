// The network address that a request counts for.
import type { IncomingMessage } from 'node:http';

/** Behind a trusted proxy the last address that it added; otherwise that of the other end of the connection. */
export function clientAddress(
  { trustsProxy }: { readonly trustsProxy: boolean },
  request: Pick<IncomingMessage, 'socket'> | undefined,
  forwardedFor: string | undefined,
): string {
  const last = trustsProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  return last ?? request?.socket.remoteAddress ?? 'unknown';
}
