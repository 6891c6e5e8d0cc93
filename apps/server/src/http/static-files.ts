// The web client's files as the build left them, each text beside its .br and .gz: hashed assets kept for ever, the page itself never.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pagesAt } from '@chancery/contract';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { etag } from 'hono/etag';
import { getMimeType } from 'hono/utils/mime';

interface FileEnv {
  Variables: { file?: string };
}

/** Serves files below `directory`; a path of the page's own routes gets index.html. */
export function serveWebClient(directory: string): MiddlewareHandler {
  const onFound = (file: string, http: Context<FileEnv>) => http.set('file', file);
  // Absolute paths instead of a root: serveStatic complains on the console about a root that is not built yet.
  const page = serveStatic<FileEnv>({ path: join(directory, 'index.html'), precompressed: true, onFound });
  const files = serveStatic<FileEnv>({ rewriteRequestPath: (path) => join(directory, path), precompressed: true, onFound });
  const pageOrFile: MiddlewareHandler<FileEnv> = (http, next) => {
    if (extname(http.req.path) === '') return isPage(http.req.path) ? page(http, next) : missingPage(http, next);
    return getMimeType(http.req.path) === undefined ? next() : files(http, next);
  };
  /** A mistyped address: people get the page, which says so, and programs the same answer as anywhere. */
  const missingPage: MiddlewareHandler<FileEnv> = async (http, next) => {
    const isForPeople = http.req.method === 'GET' && (http.req.header('accept') ?? '').includes('text/html');
    if (!isForPeople || http.req.path.startsWith('/api/')) return next();
    const response = await page(http, next);
    return response instanceof Response && response.ok ? new Response(response.body, { status: 404, headers: response.headers }) : response;
  };
  return every(etag(), describeFile, pageOrFile);
}

function isPage(path: string): boolean {
  return pagesAt.includes(path.split('/')[1] ?? '');
}

const describeFile: MiddlewareHandler<FileEnv> = async (http, next) => {
  await next();
  const file = http.get('file');
  if (file === undefined || !(http.res.ok || http.res.status === 404)) return;
  http.header('etag', await tagOf(file));
  http.header('accept-ranges', 'bytes');
  http.header('vary', 'Accept-Encoding');
  http.header('cache-control', http.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
};

/** Of the whole file as it is sent: each encoding has its own, a part has that of its file, and servers of one build agree. */
async function tagOf(file: string): Promise<string> {
  return `"${createHash('sha256')
    .update(await readFile(file))
    .digest('base64url')}"`;
}
