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
    expect(await (await app.ask('/api/session', { cookie })).json()).toEqual({ person: null, isDemo: true, sendsMail: false });
  });
});

describe('real use without a public address', () => {
  it('serves this machine alone: what came over a network by another name gets no cookie in the open', async () => {
    await using app = await openApp({ DEMO: '0' });
    const ask = (host: string) => app.ask('/api/session', { headers: { host } });
    for (const host of ['localhost:4400', '127.0.0.1:4400', '[::1]:4400', 'chancery.localhost']) expect((await ask(host)).status).toBe(200);
    for (const host of ['chancery.example.gov', '10.0.0.7:4400', 'localhost.example.gov', '127.0.0.1.example.gov', '@']) {
      const refused = await ask(host);
      expect([host, refused.status]).toEqual([host, 421]);
      expect(refused.headers.get('strict-transport-security')).toBeNull();
    }
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

  it('has cookies that no neighbouring site can set, and browsers come by https alone from then on', async () => {
    await using app = await openApp({ PUBLIC_URL: 'https://answers.example.gov' });
    const response = await app.ask('/api/session', signIn);
    const [set, ...removed] = response.headers.getSetCookie();
    expect(set).toMatch(/^__Host-chancery_session=[a-z0-9]{40}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/);
    expect(removed).toEqual(['chancery_session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure']);
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect((await app.ask('/', {})).headers.get('strict-transport-security')).not.toBeNull();
  });

  it('takes no sign-in from a cookie of the earlier name, which a neighbour could set, and ends it cleanly', async () => {
    await using app = await openApp({ PUBLIC_URL: 'https://answers.example.gov' });
    const cookie = cookieOf(await app.ask('/api/session', signIn));
    const earlier = cookie.replace('__Host-', '');
    expect((await app.ask('/api/rounds', { cookie: earlier })).status).toBe(401);
    const out = await app.ask('/api/session', { method: 'DELETE', cookie: earlier });
    expect(out.headers.getSetCookie().map((it) => it.split(';')[0])).toEqual(['__Host-chancery_session=', 'chancery_session=']);
    expect((await app.ask('/api/rounds', { cookie })).status).toBe(401);
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
