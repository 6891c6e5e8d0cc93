// Proves signing in, proving who one is, invitations, and that guessing is limited for each account and each address.
import type { Problem } from '@chancery/contract';
import { asId } from '@chancery/domain';
import {
  countTry,
  disablePerson,
  endSignIn,
  extendSignIn,
  findCredentials,
  findSignIn,
  listPeople,
  now,
  setPassword,
  signInsOf,
  startSignIn,
} from '@chancery/store';
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
    const { signIn } = (await app.context.signIns.find(`chancery_session=${id}`)) ?? {};
    expect(signIn).toMatch(/^[0-9a-f]{64}$/);
    expect(signIn).not.toContain(id);
  });

  it('answers a wrong password and an unknown account with the same words', async () => {
    const [wrong, unknown] = await Promise.all([attempt('drafter.moh@example.org', 'no'), attempt('nobody@example.org', demoPassword)]);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const said = async (response: Response) => ({ ...((await response.json()) as Problem), requestId: null });
    expect(await said(wrong)).toEqual(await said(unknown));
  });

  it('is slowed down, for an account from where it failed, and for nobody else', async () => {
    for (let count = 0; count < 5; count += 1) expect((await attempt('drafter.mof@example.org', 'no', '10.0.1.1')).status).toBe(401);
    const refused = await attempt('Drafter.mof@example.org', demoPassword, '10.0.1.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect(((await refused.json()) as Problem).detail).toMatch(/Try again in \d+ seconds?\./);
    expect((await attempt('clearing.mof@example.org', demoPassword, '10.0.1.1')).status).toBe(200);
    expect((await attempt('drafter.mof@example.org', demoPassword, '10.0.1.2')).status).toBe(200);
  });

  it('begins for a person who comes from where they always come, however many strangers fail from everywhere', async () => {
    const email = 'drafter.mosti@example.org';
    expect((await attempt(email, demoPassword, '10.0.7.1')).status).toBe(200);
    for (let count = 0; count < 20; count += 1) expect((await attempt(email, 'no', `10.8.${count}.1`)).status).toBe(401);
    expect((await attempt(email, demoPassword, '10.9.1.1')).status).toBe(429);
    expect((await attempt(email, demoPassword, '10.0.7.1')).status).toBe(200);
  });

  it('is slowed down for all of a network that a client of IPv6 has', async () => {
    for (let count = 0; count < 5; count += 1) await attempt('drafter.bheuu@example.org', 'no', `2001:db8:1:2::${count}`);
    expect((await attempt('drafter.bheuu@example.org', demoPassword, '2001:db8:1:2:aaaa::1')).status).toBe(429);
  });

  it('of a burst no more are looked at than the pace allows, whatever is sent at once', async () => {
    const burst = await Promise.all(Array.from({ length: 40 }, () => attempt('clearing.bheuu@example.org', 'no', '10.0.8.1')));
    const statuses = burst.map((it) => it.status);
    // Two are looked at at a time.
    expect(statuses.filter((it) => it === 401).length).toBeLessThanOrEqual(6);
    expect(statuses.filter((it) => it === 429).length).toBeGreaterThanOrEqual(34);
  });

  it('forgets the wrong passwords of an account after a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) await attempt('drafter.miti@example.org', 'no', '10.0.3.1');
      expect((await attempt('drafter.miti@example.org', demoPassword, '10.0.3.1')).status).toBe(200);
    }
  });

  it('is slowed down for an address after fifty wrong passwords for whatever accounts, but not for those who come from there', async () => {
    const { store } = app.context;
    expect((await attempt('clearing.epu@example.org', demoPassword, '10.0.4.1')).status).toBe(200);
    await store.transaction(async (tx) => {
      const at = await now(tx);
      for (let count = 0; count < 51; count += 1) await countTry(tx, 'network:10.0.4.1', { burst: 50, everyMs: 18_000 }, at);
    });
    expect((await attempt('drafter.epu@example.org', demoPassword, '10.0.4.1')).status).toBe(429);
    expect((await attempt('drafter.epu@example.org', demoPassword, '10.0.4.2')).status).toBe(200);
    expect((await attempt('clearing.epu@example.org', demoPassword, '10.0.4.1')).status).toBe(200);
  });

  it('is forged by no header: what the client writes before the address that the proxy saw is not read', async () => {
    for (let count = 0; count < 5; count += 1) await attempt('drafter.kpwkm@example.org', 'no', `10.1.1.${count}, 10.0.5.1`);
    expect((await attempt('drafter.kpwkm@example.org', demoPassword, '10.1.1.99, 10.0.5.1')).status).toBe(429);
  });

  const prove = (cookie: string, password: string) => app.ask('/api/session/proof', { method: 'POST', cookie, body: { password } });

  it('proves its person however often strangers fail with the account, and slows down its own failures alone', async () => {
    const [cookie, other] = [await app.signIn('respondent.mampu'), await app.signIn('respondent.mampu')];
    for (let count = 0; count < 30; count += 1) await attempt('respondent.mampu@example.org', 'no', `10.3.${count}.1`);
    expect((await prove(cookie, demoPassword)).status).toBe(200);
    for (let count = 0; count < 5; count += 1) expect((await prove(cookie, `no ${count}`)).status).toBe(401);
    const refused = await prove(cookie, demoPassword);
    expect([refused.status, Number(refused.headers.get('retry-after')) <= 60]).toEqual([429, true]);
    expect((await prove(other, demoPassword)).status).toBe(200);
  });

  it('knows when its person proved again who they are', async () => {
    const cookie = await app.signIn('respondent.mampu');
    const find = async () => (await app.context.signIns.find(cookie))?.provenAgainAt;
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
  await app.context.store.transaction((tx) => extendSignIn(tx, session, { at: Date.now(), expiresAt: soon }));
  expect((await app.ask('/api/links/none/up?sequence=1', { method: 'POST', cookie, body: '' })).status).toBe(404);
  expect(await expiry()).toBe(soon);
  expect((await app.ask('/api/rounds', { cookie })).status).toBe(200);
  expect(await expiry()).toBeGreaterThan(soon);
});

it('a sign-in ends twelve hours after it began, whatever is done in it, and four hours after its last use', async () => {
  await using app = await openApp({ DEMO: '0' });
  const hour = 60 * 60_000;
  const cookie = await app.stranger(false);
  const idHash = hashToken(cookie.split('=')[1] ?? '');
  const { read } = app.context.store;
  const begun = await findSignIn(read, idHash);
  expect((begun?.expiresAt ?? 0) - (begun?.createdAt ?? 0)).toBe(4 * hour);
  // As if it had begun so long ago, and had been used since.
  const set = (sinceBegin: number) =>
    app.context.store.transaction(async (tx) => {
      await endSignIn(tx, idHash);
      const at = await now(tx);
      const times = { createdAt: at - sinceBegin, provenAt: at - sinceBegin, lastUsedAt: at - hour, expiresAt: at + 60_000 };
      await startSignIn(tx, { idHash, person: begun?.person ?? asId('nobody'), agent: null, ...times });
    });
  await set(11 * hour);
  expect((await app.ask('/api/rounds', { cookie })).status).toBe(200);
  const prolonged = await findSignIn(read, idHash);
  expect((prolonged?.expiresAt ?? 0) - (prolonged?.createdAt ?? 0)).toBe(12 * hour);
  await set(12 * hour + 1);
  expect((await app.ask('/api/rounds', { cookie })).status).toBe(200); // until it is noted
  expect((await app.ask('/api/rounds', { cookie })).status).toBe(401);
});

it('a sign-in whose password was changed, or whose account was disabled, while it was being checked does not begin', async () => {
  await using app = await openApp({ DEMO: '0' });
  await app.stranger(false);
  const { store, signIns } = app.context;
  const person = (await listPeople(store.read))[0]!;
  const { passwordHash } = (await findCredentials(store.read, person.email))!;
  expect(await signIns.begin(person, null, passwordHash)).not.toBeNull();
  await store.transaction((tx) => setPassword(tx, person.id, 'another'));
  expect(await signIns.begin(person, null, passwordHash)).toBeNull();
  await store.transaction((tx) => disablePerson(tx, person.id, 1));
  expect(await signIns.begin(person, null, 'another')).toBeNull();
  expect(await signInsOf(store.read, person.id)).toHaveLength(2);
});
