// Proves signing in, proving who one is, invitations, and that guessing is limited for each account and each address.
import type { Problem } from '@chancery/contract';
import { countFailedSignIn, extendSignIn, findSignIn, now } from '@chancery/store';
import { hashToken } from '../../sign-in/sign-ins.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, openApp, type TestApp } from '../../testing/open-app.ts';
import { demoPassword } from '../demo/index.ts';

describe('a session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp({ TRUST_PROXY: '1' });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const attempt = (email: string, password: string, address = '10.0.0.1') =>
    app.ask('/api/session', { method: 'POST', body: { email, password }, headers: { 'x-forwarded-for': address } });

  it('says who is signed in, and begins whatever the case of the address', async () => {
    const response = await attempt(' Drafter.MOH@example.org', demoPassword);
    expect(await response.json()).toMatchObject({ person: { name: 'Drafter of MOH', isAdministrator: false }, isDemo: true });
    const again = await app.ask('/api/session', { cookie: cookieOf(response) });
    expect(await again.json()).toMatchObject({ person: { email: 'drafter.moh@example.org' } });
  });

  it.each(['discount=50%; ', 'chancery_session=%; ', 'chancery_session; ; =; '])('is found beside a cookie such as "%s"', async (other) => {
    const cookie = other + (await app.signIn('drafter.epu'));
    expect(await (await app.ask('/api/session', { cookie })).json()).toMatchObject({ person: { email: 'drafter.epu@example.org' } });
  });

  it('is kept as a hash alone', async () => {
    const id = (await app.signIn('drafter.epu')).split('=')[1] ?? '';
    const { signedIn } = (await app.context.signIns.find(`chancery_session=${id}`)) ?? {};
    expect(signedIn?.signIn).toMatch(/^[0-9a-f]{64}$/);
    expect(signedIn?.signIn).not.toContain(id);
  });

  it('answers a wrong password and an unknown account with the same words', async () => {
    const [wrong, unknown] = await Promise.all([attempt('drafter.moh@example.org', 'no'), attempt('nobody@example.org', demoPassword)]);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  it('is refused to an account after ten wrong passwords, from whatever address, and to no other', async () => {
    for (let count = 0; count < 10; count += 1)
      expect((await attempt('drafter.mof@example.org', 'no', `10.0.1.${count}`)).status).toBe(401);
    const refused = await attempt('Drafter.mof@example.org', demoPassword, '10.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(((await refused.json()) as Problem).detail).toMatch(/Try again in 15 minutes\./);
    expect((await attempt('clearing.mof@example.org', demoPassword, '10.0.1.1')).status).toBe(200);
  });

  it('forgets the wrong passwords of an account after a right one', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let count = 0; count < 9; count += 1) await attempt('drafter.miti@example.org', 'no', `10.0.3.${round}`);
      expect((await attempt('drafter.miti@example.org', demoPassword, '10.0.3.9')).status).toBe(200);
    }
  });

  it('is refused to an address after fifty wrong passwords for whatever accounts', async () => {
    const { store } = app.context;
    await store.transaction(async (tx) => {
      const at = await now(tx);
      for (let count = 0; count < 50; count += 1) await countFailedSignIn(tx, 'address:10.0.4.1', { at, windowMs: 15 * 60_000 });
    });
    expect((await attempt('drafter.epu@example.org', demoPassword, '10.0.4.1')).status).toBe(429);
    expect((await attempt('drafter.epu@example.org', demoPassword, '10.0.4.2')).status).toBe(200);
  });

  it('knows when its person proved again who they are', async () => {
    const cookie = await app.signIn('respondent.mampu');
    const find = async () => (await app.context.signIns.find(cookie))?.signedIn.provenAgainAt;
    expect(await find()).toBeNull();
    const wrong = await app.ask('/api/session/proof', { method: 'POST', cookie, body: { password: 'no' } });
    expect([wrong.status, await find()]).toEqual([401, null]);
    const right = await app.ask('/api/session/proof', { method: 'POST', cookie, body: { password: demoPassword } });
    const { provenAt } = (await right.json()) as { provenAt: number };
    expect(await find()).toBe(provenAt);
  });

  it('may be signed out of without being signed in', async () => {
    expect((await app.ask('/api/session', { method: 'DELETE' })).status).toBe(200);
  });
});

it('K10: a session is prolonged by what people do, and not by what a link over HTTP says by itself', async () => {
  await using app = await openApp({ DEMO: '0' });
  const cookie = await app.stranger(false);
  const session = hashToken(cookie.split('=')[1] ?? '');
  const expiry = async () => (await findSignIn(app.context.store.read, session))?.expiresAt;
  const soon = Date.now() + 60_000;
  await app.context.store.transaction((tx) => extendSignIn(tx, session, soon));
  expect((await app.ask('/api/links/none/up?sequence=1', { method: 'POST', cookie, body: '' })).status).toBe(404);
  expect(await expiry()).toBe(soon);
  expect((await app.ask('/api/rounds', { cookie })).status).toBe(200);
  expect(await expiry()).toBeGreaterThan(soon);
});
