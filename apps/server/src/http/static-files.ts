// The web client's files: hashed assets kept for ever, the page itself never.
import type { MiddlewareHandler } from 'hono';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

interface ServedFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly encoded: Readonly<Record<'br' | 'gzip', Buffer>> | null;
}

/** Serves files below `directory`; any other path that a browser navigates to gets index.html, since routes live in the page. */
export function serveWebClient(directory: string): MiddlewareHandler {
  const cache = new Map<string, Promise<ServedFile>>();
  return async (http, next) => {
    if (http.req.method !== 'GET' && http.req.method !== 'HEAD') return next();
    const file =
      (await find(directory, http.req.path, cache)) ?? (extname(http.req.path) === '' ? await find(directory, '/index.html', cache) : null);
    if (file === null) return next();
    const isHashed = http.req.path.startsWith('/assets/');
    const encoding = pickEncoding(file, http.req.header('accept-encoding') ?? '');
    http.header('content-type', file.type);
    http.header('vary', 'accept-encoding');
    http.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (encoding !== null) http.header('content-encoding', encoding);
    const bytes = encoding === null ? file.bytes : file.encoded?.[encoding];
    return http.req.method === 'HEAD' ? http.body(null) : http.body(new Uint8Array(bytes ?? file.bytes));
  };
}

function pickEncoding(file: ServedFile, accepted: string): 'br' | 'gzip' | null {
  if (file.encoded === null) return null;
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

/** Kept by the file that an address leads to: addresses that lead to one file are without number. */
async function find(directory: string, path: string, cache: Map<string, Promise<ServedFile>>): Promise<ServedFile | null> {
  const full = normalize(join(directory, safeDecode(path)));
  const type = types[extname(full)];
  if (!full.startsWith(directory + sep) || type === undefined) return null;
  const known = cache.get(full);
  if (known !== undefined) return known;
  const isFile = await stat(full).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return null;
  // Asked again, since others may have come meanwhile: compressing is a second's work for a large script.
  const loading = cache.get(full) ?? load(full, type);
  cache.set(full, loading);
  loading.catch(() => cache.delete(full));
  return loading;
}

async function load(full: string, type: string): Promise<ServedFile> {
  const bytes = await readFile(full);
  const encoded = compressible.has(extname(full)) ? { br: await compressBrotli(bytes), gzip: await compressGzip(bytes) } : null;
  return { type, bytes, encoded };
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
