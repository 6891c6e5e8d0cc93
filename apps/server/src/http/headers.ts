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

const yearSeconds = 365 * 24 * 60 * 60;

/** Sets the security headers on every response; where the site is reached over https, browsers reach it in no other way from then on. */
export function setSecurityHeaders(publicUrl: string | null): (http: Context, next: Next) => Promise<void> {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  return async (http, next) => {
    await next();
    if (isSecure) http.header('strict-transport-security', `max-age=${yearSeconds}; includeSubDomains`);
    setHeaders(http);
  };
}

function setHeaders(http: Context): void {
  http.header('content-security-policy', contentSecurityPolicy);
  http.header('x-content-type-options', 'nosniff');
  http.header('referrer-policy', 'same-origin');
  http.header('cross-origin-opener-policy', 'same-origin');
  http.header('cross-origin-resource-policy', 'same-origin');
  http.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}

/**
 * Real use without a public address serves this machine alone: what comes by another name came over a network, through a proxy that
 * nobody told of, and no cookie is sent that way in the open.
 */
export function checkExposure({
  isDemo,
  publicUrl,
}: {
  readonly isDemo: boolean;
  readonly publicUrl: string | null;
}): (http: Context, next: Next) => Promise<Response | undefined> {
  const isLocalOnly = !isDemo && publicUrl === null;
  return async (http, next) => {
    const host = http.req.header('host');
    if (isLocalOnly && host !== undefined && !isLoopback(hostnameOf(host)))
      return problemResponse('public-url-missing', 'This server is set up for its own machine alone: its operator must set PUBLIC_URL.');
    await next();
    return undefined;
  };
}

function hostnameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? '';
}

/** True for the names by which a machine calls itself. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(hostname);
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
