// The security headers and the check of the request's origin.
import type { Context, Next } from 'hono';
import type { IncomingHttpHeaders } from 'node:http';
import { problemResponse } from './problem.ts';

// Style attributes are set by the editor's carets and table columns; scripts and style sheets come from this site alone.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src-elem 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Sets the security headers on every response. */
export async function setSecurityHeaders(http: Context, next: Next): Promise<void> {
  await next();
  http.header('content-security-policy', contentSecurityPolicy);
  http.header('x-content-type-options', 'nosniff');
  http.header('referrer-policy', 'same-origin');
  http.header('cross-origin-opener-policy', 'same-origin');
  http.header('cross-origin-resource-policy', 'same-origin');
  http.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses unsafe methods that a browser sends from another site. */
export function checkOrigin(publicUrl: string | null): (http: Context, next: Next) => Promise<Response | undefined> {
  return async (http, next) => {
    const headers = {
      origin: http.req.header('origin'),
      host: http.req.header('host'),
      'sec-fetch-site': http.req.header('sec-fetch-site'),
    };
    if (!safeMethods.has(http.req.method) && !isOwnOrigin(headers, publicUrl)) {
      return problemResponse('foreign-origin', 'This request came from a page of another site and was not carried out.');
    }
    await next();
    return undefined;
  };
}

/**
 * True when the request comes from a page of this site, or from no page at all: browsers always name the origin of a WebSocket
 * and of an unsafe request, so that a request without one is not a browser's and carries no cookie it was not given.
 */
export function isOwnOrigin(headers: Pick<IncomingHttpHeaders, 'origin' | 'host' | 'sec-fetch-site'>, publicUrl: string | null): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return publicUrl === null && URL.canParse(origin) && new URL(origin).host === host;
}
