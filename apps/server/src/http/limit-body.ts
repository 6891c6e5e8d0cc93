// Owns the size of JSON bodies. Uploads are streamed and have a limit of their own.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUp } from '../features/link/index.ts';
import { problemResponse } from './problem.ts';

const largestJsonBytes = 256 * 1024;
const limit = bodyLimit({ maxSize: largestJsonBytes, onError: () => problemResponse('too-large', 'The request is too large.') });

/** Refuses JSON bodies above 256 KB before they are read. */
export const limitBody: MiddlewareHandler = (http, next) =>
  http.req.path.endsWith('/imports') || isUp(http.req.path) ? next() : limit(http, next);
