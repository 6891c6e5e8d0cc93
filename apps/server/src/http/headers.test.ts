// Proves what every response carries for the browser's safety, and which cookies a sign-in sets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnOrigin } from './headers.ts';
import { demoPassword } from '../features/demo/index.ts';
import { cookieOf, openApp, type TestApp } from '../testing/open-app.ts';

const signIn = { method: 'POST', body: { email: 'drafter.moh@example.org', password: demoPassword } };

describe('a response', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it.each(['/api/health', '/api/rounds', '/api/nothing', '/nothing'])('of %s lets scripts come from this site alone', async (path) => {
    const { headers } = await app.ask(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src-elem 'self'");
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|\*|https?:/);
    for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) expect(policy).toContain(directive);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('with an answer of the API is kept by no cache', async () => {
    const cookie = await app.signIn('drafter.moh');
    for (const path of ['/api/session', '/api/rounds', '/api/rounds/malaysia-msq-2022/contents'])
      expect((await app.ask(path, { cookie })).headers.get('cache-control')).toBe('no-store');
  });

  it('of a sign-in sets a cookie that scripts and other sites cannot use', async () => {
    const set = (await app.ask('/api/session', signIn)).headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^chancery_session=[\w-]{20,};/);
    expect(set).toMatch(/; HttpOnly/);
    expect(set).toMatch(/; SameSite=Lax/);
    expect(set).toMatch(/; Path=\//);
    expect(set).not.toMatch(/; Secure/);
  });

  it('of a sign-out takes the cookie away, and the session does not come back with it', async () => {
    const cookie = cookieOf(await app.ask('/api/session', signIn));
    const response = await app.ask('/api/session', { method: 'DELETE', cookie });
    expect(response.headers.get('set-cookie')).toMatch(/^chancery_session=; .*Max-Age=0/);
    expect((await app.ask('/api/rounds', { cookie })).status).toBe(401);
    expect(await (await app.ask('/api/session', { cookie })).json()).toEqual({ person: null, isDemo: true });
  });
});

describe('a site that is reached by HTTPS', () => {
  it('sets cookies for HTTPS alone, and takes requests of its own pages', async () => {
    await using app = await openApp({ PUBLIC_URL: 'https://answers.example.gov', DEMO: '0' });
    const guest = await app.stranger(false);
    const own = { method: 'POST', body: { ids: [] }, cookie: guest, headers: { origin: 'https://answers.example.gov' } };
    expect((await app.ask('/api/notices/read', own)).status).toBe(200);
    expect((await app.ask('/api/notices/read', { ...own, headers: { origin: 'http://answers.example.gov' } })).status).toBe(403);
    const out = await app.ask('/api/session', { method: 'DELETE', cookie: guest });
    expect(out.headers.get('set-cookie')).toMatch(/; Secure/);
  });
});

describe('a request', () => {
  it.each([
    [{}, null, true],
    [{ 'sec-fetch-site': 'same-origin' }, null, true],
    [{ 'sec-fetch-site': 'cross-site' }, null, false],
    [{ 'sec-fetch-site': 'same-site' }, null, false],
    [{ origin: 'http://localhost:4400', host: 'localhost:4400' }, null, true],
    [{ origin: 'http://localhost:4401', host: 'localhost:4400' }, null, false],
    [{ origin: 'null', host: 'localhost:4400' }, null, false],
    [{ origin: 'https://a.example', host: 'localhost:4400' }, 'https://a.example', true],
    [{ origin: 'https://a.example.org', host: 'localhost:4400' }, 'https://a.example', false],
    [{ origin: 'http://localhost:4400', host: 'localhost:4400' }, 'https://a.example', false],
  ])('with %j is of this site at %s: %s', (headers, publicUrl, isOwn) => {
    expect(isOwnOrigin(headers, publicUrl)).toBe(isOwn);
  });
});
