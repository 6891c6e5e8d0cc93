// Proves how the web client's files are served: the page for every address of it, assets for ever, and nothing beside the folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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
    writeFileSync(join(folder, 'dist', 'assets', 'main-1a2b.js'), 'start();');
    app = new Hono().use(serveWebClient(join(folder, 'dist')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['/', '/rounds/one/questions/7', '/welcome'])('has its page at %s, asked for anew each time', async (path) => {
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

  it('is read and compressed once, by whatever address it is asked for', async () => {
    const script = join(folder, 'dist', 'assets', 'once.js');
    writeFileSync(script, 'first();');
    expect(await (await app.request('/assets/once.js')).text()).toBe('first();');
    writeFileSync(script, 'second();');
    expect(await (await app.request('/assets/x%2f..%2fonce.js')).text()).toBe('first();');
  });

  it.each([
    '/assets/gone.js',
    '/notes.unknown',
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

  it('answers HEAD without a body, and nothing else than reading', async () => {
    const head = await app.request('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await app.request('/', { method: 'POST' })).status).toBe(404);
  });
});
