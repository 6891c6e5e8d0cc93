// Owns the size of JSON bodies. Uploads are streamed and have a limit of their own.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problemResponse } from './problem.ts';

const largestJsonBytes = 256 * 1024;
const limit = bodyLimit({ maxSize: largestJsonBytes, onError: () => problemResponse('too-large', 'The request is too large.') });

const uploads = /\/imports$|^\/api\/links\/[^/]+\/up$/;

/** Refuses JSON bodies above 256 KB before they are read. */
export const limitBody: MiddlewareHandler = (http, next) => (uploads.test(http.req.path) ? next() : limit(http, next));
