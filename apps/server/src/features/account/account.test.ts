// Proves what a person does with their own account and an administrator with everybody's, and that what ends takes everything with it.
import type { Problem, ResponseOf } from '@chancery/contract';
import { createPerson, entriesOf, findPersonByEmail, setPassword } from '@chancery/store';
import { asId, type PersonId, type RoundId } from '@chancery/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, demoRound, openApp, strangerPassword, type TestApp } from '../../testing/open-app.ts';
import { hashPassword } from '../../sign-in/password.ts';

const newPassword = 'seven green kettles sing';

describe('accounts', () => {
  let app: TestApp;
  let administrator: string;
  beforeAll(async () => {
    app = await openApp();
    administrator = await app.stranger(true);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** Somebody with a password, who takes part in nothing. */
  async function somebody(name: string, isAdministrator = false) {
    const email = `${name.toLowerCase()}@health.example.org`;
    const passwordHash = await hashPassword(strangerPassword);
    const person = await app.context.store.transaction((tx) =>
      createPerson(tx, { email, name, title: '', isAdministrator, passwordHash, createdAt: 1 }),
    );
    const signIn = async (password = strangerPassword, agent = 'Firefox') => {
      const response = await app.ask('/api/session', { method: 'POST', body: { email, password }, headers: { 'user-agent': agent } });
      return response.ok ? cookieOf(response) : response.status;
    };
    return { id: person?.id ?? asId<PersonId>(''), email, signIn, cookie: async () => String(await signIn()) };
  }
  const statusOf = async (cookie: string) => (await app.ask('/api/rounds', { cookie })).status;
  const post = (path: string, cookie: string, body?: object, method = 'POST') =>
    app.ask(path, { method, cookie, ...(body === undefined ? {} : { body }) });
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
  const idOf = async (key: string) => (await findPersonByEmail(app.context.store.read, `${key}@example.org`))?.id ?? asId<PersonId>('');
  const lastEntry = async () => (await entriesOf(app.context.store.read, asId<RoundId>(demoRound))).at(-1);

  describe('of one’s own', () => {
    it('lists the sign-ins with the device, marks this one, and ends one or all others', async () => {
      const ana = await somebody('Ana');
      const agents = [
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/604.1',
        'curl/8.5.0',
      ];
      const cookies: string[] = [];
      for (const agent of agents) cookies.push(String(await ana.signIn(strangerPassword, agent)));
      const list = async (cookie = cookies[0] ?? '') =>
        ((await (await app.ask('/api/account', { cookie })).json()) as ResponseOf<'readAccount'>).signIns;
      const listed = await list();
      expect(new Set(listed.map((it) => `${it.browser} ${it.system} ${it.isThisOne}`))).toEqual(
        new Set(['edge windows true', 'safari ios false', 'null null false']),
      );
      expect(JSON.stringify(listed)).not.toContain(cookies[1]?.split('=')[1]);
      const phone = listed.find((it) => it.system === 'ios')?.id ?? '';
      expect((await post(`/api/account/sign-ins/${phone}`, cookies[0] ?? '', undefined, 'DELETE')).status).toBe(200);
      expect(await Promise.all(cookies.map(statusOf))).toEqual([200, 401, 200]);
      expect((await post('/api/account/sign-ins', cookies[0] ?? '', undefined, 'DELETE')).status).toBe(200);
      expect(await Promise.all(cookies.map(statusOf))).toEqual([200, 401, 401]);
      const others = await list(administrator);
      expect(await codeOf(await post(`/api/account/sign-ins/${others[0]?.id}`, cookies[0] ?? '', undefined, 'DELETE'))).toBe('not-found');
    });

    it('changes its password with the present one, and the other sign-ins end', async () => {
      const bee = await somebody('Bee');
      const [here, there] = [await bee.cookie(), await bee.cookie()];
      const change = (present: string, password: string) => post('/api/account/password', here, { present, password }, 'PUT');
      expect(await codeOf(await change('not the present one', newPassword))).toBe('wrong-password');
      const refused = (await (await change(strangerPassword, 'bee.health.example')).json()) as Problem;
      expect(refused.refusal).toEqual({ code: 'password-telling', word: 'example' });
      expect(await codeOf(await change(strangerPassword, 'aaaaaaaaaaaa'))).toBe('password-too-simple');
      expect(await codeOf(await change(strangerPassword, 'leavemealone'))).toBe('password-common');
      expect(await Promise.all([here, there].map(statusOf))).toEqual([200, 200]);
      expect((await change(strangerPassword, newPassword)).status).toBe(200);
      expect(await Promise.all([here, there].map(statusOf))).toEqual([200, 401]);
      expect([await bee.signIn(), typeof (await bee.signIn(newPassword))]).toEqual([401, 'string']);
    });

    it('of a demo keeps the password that everybody knows', async () => {
      const body = { present: 'chancery-demo-2022', password: newPassword };
      expect(await codeOf(await post('/api/account/password', await app.signIn('drafter.epu'), body, 'PUT'))).toBe('demo-account');
    });

    it('PW6: takes a password typed on any keyboard, and one that was kept before there was one form', async () => {
      const cafe = await somebody('Cafe');
      const [composed, decomposed] = ['caf\u00e9 kettle 77', 'cafe\u0301 kettle 77'];
      expect(
        (await post('/api/account/password', await cafe.cookie(), { present: strangerPassword, password: decomposed }, 'PUT')).status,
      ).toBe(200);
      expect(typeof (await cafe.signIn(composed))).toBe('string');
      const { hash } = await import('@node-rs/argon2');
      const old = await hash(decomposed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
      await app.context.store.transaction((tx) => setPassword(tx, cafe.id, old));
      expect(typeof (await cafe.signIn(decomposed))).toBe('string');
    });
  });

  describe('of the installation', () => {
    const find = async (text: string, cookie = administrator) => {
      const response = await post('/api/accounts/search', cookie, { text, page: 1 });
      return ((await response.json()) as ResponseOf<'findAccounts'>).accounts;
    };
    const only = async (text: string): Promise<ResponseOf<'findAccounts'>['accounts'][number] | undefined> => (await find(text))[0];

    it('are for administrators alone', async () => {
      const stranger = await app.stranger(false);
      const person = await idOf('drafter.moh');
      for (const [path, method, body] of [
        ['/api/accounts/search', 'POST', { text: '', page: 1 }],
        [`/api/accounts/${person}/link`, 'POST', undefined],
        [`/api/accounts/${person}/disabling`, 'POST', { evenLastCoordinator: true }],
        [`/api/accounts/${person}/disabling`, 'DELETE', undefined],
        [`/api/accounts/${person}/sign-ins`, 'DELETE', undefined],
        [`/api/accounts/${person}/administrator`, 'PUT', undefined],
        [`/api/accounts/${person}/administrator`, 'DELETE', undefined],
      ] as const) {
        const response = await post(path, stranger, body, method);
        expect([method, path, response.status]).toEqual([method, path, 403]);
      }
    });

    it('are found with their state, their rounds and their last sign-in', async () => {
      expect(await only('drafter.mosti@')).toMatchObject({
        name: 'Drafter of MOSTI',
        state: 'active',
        isAdministrator: false,
        lastSignInAt: null,
        rounds: [{ id: demoRound }],
      });
      await app.signIn('drafter.mosti');
      expect((await only('DRAFTER OF MOSTI'))?.lastSignInAt).toBeGreaterThan(1_700_000_000_000);
      expect(await find('nobody has this name')).toEqual([]);
    });

    it('AC4: that are disabled have no sign-in, no link that works and no way in, until they are enabled', async () => {
      const person = await idOf('drafter.miti');
      const cookie = await app.signIn('drafter.miti');
      const { link } = (await (await post(`/api/accounts/${person}/link`, administrator)).json()) as ResponseOf<'makeLink'>;
      const use = () => post('/api/invitations/use', '', { token: link?.split('#')[1], password: newPassword });
      expect((await post(`/api/accounts/${person}/disabling`, administrator, { evenLastCoordinator: false })).status).toBe(200);
      expect(await lastEntry()).toMatchObject({ kind: 'account-disabled', details: { person }, by: { role: 'administrator' } });
      expect(await statusOf(cookie)).toBe(401);
      expect(await codeOf(await use())).toBe('link-used');
      expect(cookieOf(await post('/api/session', '', { email: 'drafter.miti@example.org', password: 'chancery-demo-2022' }))).toBe('');
      expect(await codeOf(await post(`/api/accounts/${person}/link`, administrator))).toBe('account-disabled');
      expect((await only('drafter.miti@'))?.state).toBe('disabled');
      expect((await post(`/api/accounts/${person}/disabling`, administrator, undefined, 'DELETE')).status).toBe(200);
      expect(await lastEntry()).toMatchObject({ kind: 'account-enabled' });
      expect(await codeOf(await use())).toBe('link-used');
      expect(await statusOf(await app.signIn('drafter.miti'))).toBe(200);
    });

    it('have a link made by an administrator, who stands in the record with it, and whose use ends every sign-in', async () => {
      const person = await idOf('clearing.mosti');
      const cookies = [await app.signIn('clearing.mosti'), await app.signIn('clearing.mosti')];
      const { link, sentTo } = (await (await post(`/api/accounts/${person}/link`, administrator)).json()) as ResponseOf<'makeLink'>;
      expect([sentTo, link]).toEqual([null, expect.stringContaining('/welcome#')]);
      expect(await lastEntry()).toMatchObject({
        kind: 'password-link-made',
        details: { person, shownTo: 'Stranger' },
        words: 'A link with which Clearing officer of MOSTI can choose a new password was made and shown to Stranger.',
      });
      const notices = (await (await app.ask('/api/notices', { cookie: cookies[0] ?? '' })).json()) as ResponseOf<'listNotices'>;
      expect(notices.notices[0]).toMatchObject({ kind: 'password-link-made', by: 'Stranger' });
      const token = link?.split('#')[1];
      const read = (await (await post('/api/invitations/reading', '', { token })).json()) as ResponseOf<'readInvitation'>;
      expect(read).toMatchObject({ purpose: 'password', telling: expect.arrayContaining(['chancery', 'mosti', 'malaysia']) });
      expect(await codeOf(await post('/api/invitations/use', '', { token, password: 'Malaysia-123456' }))).toBe('password-telling');
      const used = await post('/api/invitations/use', '', { token, password: newPassword, name: 'Somebody else', title: 'Minister' });
      expect(await used.json()).toMatchObject({ person: { name: 'Clearing officer of MOSTI' } });
      expect(await Promise.all(cookies.map(statusOf))).toEqual([401, 401]);
      expect(await statusOf(cookieOf(used))).toBe(200);
    });

    it('a link is used by nothing but a click: opening addresses changes nothing', async () => {
      const person = await idOf('drafter.kkmm');
      const { link } = (await (await post(`/api/accounts/${person}/link`, administrator)).json()) as ResponseOf<'makeLink'>;
      const token = link?.split('#')[1] ?? '';
      for (const method of ['GET', 'HEAD']) {
        for (const path of [
          '/welcome',
          `/welcome?token=${token}`,
          '/api/invitations/use',
          '/api/invitations/reading',
          `/api/invitations/use?token=${token}`,
        ])
          await app.ask(path, { method });
      }
      await post('/api/invitations/reading', '', { token });
      expect((await post('/api/invitations/use', '', { token, password: newPassword })).status).toBe(200);
    });

    it('AC1, AC2: nobody ends their own, and another administrator can be named and dismissed, with all sign-ins', async () => {
      const dee = await somebody('Dee');
      const me = (await only(String((await (await app.ask('/api/session', { cookie: administrator })).json()).person.email)))?.person ?? '';
      for (const [path, method, body] of [
        ['disabling', 'POST', { evenLastCoordinator: false }],
        ['administrator', 'DELETE', undefined],
        ['link', 'POST', undefined],
      ] as const)
        expect(await codeOf(await post(`/api/accounts/${me}/${path}`, administrator, body, method))).toBe('not-oneself');
      expect((await post(`/api/accounts/${dee.id}/administrator`, administrator, undefined, 'PUT')).status).toBe(200);
      const cookie = await dee.cookie();
      expect((await post('/api/accounts/search', cookie, { text: '', page: 1 })).status).toBe(200);
      expect((await post(`/api/accounts/${dee.id}/administrator`, administrator, undefined, 'DELETE')).status).toBe(200);
      expect(await statusOf(cookie)).toBe(401);
      expect((await post('/api/accounts/search', await dee.cookie(), { text: '', page: 1 })).status).toBe(403);
    });

    it('AC2: of two administrators who disable each other at once one stays', async () => {
      await using alone = await openApp({ DEMO: '0' });
      const cookies = [await alone.stranger(true), await alone.stranger(true)];
      const ids = await Promise.all(
        cookies.map(async (cookie) => (await (await alone.ask('/api/session', { cookie })).json()).person.id as string),
      );
      const answers = await Promise.all(
        cookies.map((cookie, index) =>
          alone.ask(`/api/accounts/${ids[1 - index]}/disabling`, { method: 'POST', cookie, body: { evenLastCoordinator: false } }),
        ),
      );
      expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
    });

    it('AC3: the last coordinator who can sign in is disabled only when that was agreed to', async () => {
      const [first, second] = [await idOf('coordinator.mampu'), await idOf('coordinator2.mampu')];
      const disable = (person: string, evenLastCoordinator: boolean) =>
        post(`/api/accounts/${person}/disabling`, administrator, { evenLastCoordinator });
      expect((await disable(second, false)).status).toBe(200);
      const refused = (await (await disable(first, false)).json()) as Problem;
      expect(refused.refusal).toEqual({ code: 'last-coordinator-account', rounds: [demoRound] });
      expect(await statusOf(await app.signIn('coordinator.mampu'))).toBe(200);
      expect((await disable(first, true)).status).toBe(200);
    });

    it('have all their sign-ins ended by an administrator', async () => {
      const eve = await somebody('Eve');
      const cookies = [await eve.cookie(), await eve.cookie()];
      expect((await post(`/api/accounts/${eve.id}/sign-ins`, administrator, undefined, 'DELETE')).status).toBe(200);
      expect(await Promise.all(cookies.map(statusOf))).toEqual([401, 401]);
    });
  });
});
