// Proves how the web client's files are served: the page for every address of it, assets for ever, and nothing beside the folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWebClient } from './static-files.ts';

const page = '<!doctype html><title>Chancery</title>';

describe('the web client', () => {
  let folder: string;
  let app: Hono;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-web-'));
    mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'dist', 'index.html'), page);
    writeFileSync(join(folder, 'dist', 'notes.unknown'), 'of no known type');
    const script = join(folder, 'dist', 'assets', 'main-1a2b.js');
    writeFileSync(script, 'start();');
    writeFileSync(`${script}.gz`, gzipSync('start();'));
    writeFileSync(`${script}.br`, brotliCompressSync('start();'));
    writeFileSync(join(folder, 'dist', 'licences.txt'), 'MIT');
    app = new Hono().use(serveWebClient(join(folder, 'dist')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['/', '/rounds/one/questions/7', '/welcome'])('has its page at %s, asked for again each time', async (path) => {
    const response = await app.request(path);
    expect([response.status, await response.text()]).toEqual([200, page]);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('has assets that never change, compressed as the browser likes', async () => {
    const response = await app.request('/assets/main-1a2b.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe('start();');
    expect(await (await app.request('/assets/main-1a2b.js')).text()).toBe('start();');
  });

  it('has them in brotli first, as the build compressed them', async () => {
    const response = await app.request('/assets/main-1a2b.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual(['br', 'Accept-Encoding']);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe('start();');
  });

  it('has the licences of what it is built on as text', async () => {
    const response = await app.request('/licences.txt', { headers: { 'accept-encoding': 'br' } });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'MIT',
    ]);
    expect([response.headers.get('content-encoding'), response.headers.get('cache-control')]).toEqual([null, 'no-cache']);
  });

  it.each(['/', '/assets/main-1a2b.js'])('is not sent again at %s to a browser that has it', async (path) => {
    const tag = (await app.request(path)).headers.get('etag') ?? '';
    const again = await app.request(path, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await app.request(path, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });

  it('has a tag for each encoding, and for a part that of its whole', async () => {
    const tagWith = async (headers: Record<string, string>) =>
      (await app.request('/assets/main-1a2b.js', { headers })).headers.get('etag') ?? '';
    const [plain, gzip, part] = [await tagWith({}), await tagWith({ 'accept-encoding': 'gzip' }), await tagWith({ range: 'bytes=0-1' })];
    expect([plain === gzip, plain === part]).toEqual([false, true]);
  });

  it('is sent in parts', async () => {
    const part = await app.request('/assets/main-1a2b.js', { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/8', 'art']);
    const beyond = await app.request('/assets/main-1a2b.js', { headers: { range: 'bytes=8-' } });
    expect([beyond.status, beyond.headers.get('content-range'), beyond.headers.get('cache-control')]).toEqual([416, 'bytes */8', null]);
  });

  it.each([
    '/health',
    '/healthz',
    '/roundss/one',
    '/api',
    '/assets/gone.js',
    '/notes.unknown',
    '/assets/x%2f..%2fmain-1a2b.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%00.html',
  ])('has nothing at %s', async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  it.each(['/nowhere', '/roundss/one'])('shows people at %s the page, which says that nothing is there', async (path) => {
    const [people, program] = await Promise.all([app.request(path, { headers: { accept: 'text/html,*/*' } }), app.request(path)]);
    expect([people.status, program.status]).toEqual([404, 404]);
    expect([await people.text(), people.headers.get('content-type')]).toEqual([
      await (await app.request('/')).text(),
      expect.stringContaining('text/html'),
    ]);
    expect(await program.text()).not.toContain('<html');
  });

  it('answers HEAD without a body, and nothing else than reading', async () => {
    const head = await app.request('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await app.request('/', { method: 'POST' })).status).toBe(404);
  });
});
